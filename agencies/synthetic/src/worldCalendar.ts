/**
 * Days in China as whole numbers since 1970-01-01, and which of them are worked by the State Council's yearly lists; a
 * year without one counts by weekends alone. A test keeps it equal to
 * `schema/working-days.yaml`, which this package may not read: agencies know nothing of the graph.
 */

/** The day on which the whole world is looked at. */
export const WORLD_TODAY = '2026-11-23';

/** Ordered breaks, first and last day, and weekends worked in exchange. */
export const arrangedYears: Readonly<
  Record<
    number,
    { readonly daysOff: readonly (readonly [string, string])[]; readonly workdays: readonly string[] }
  >
> = {
  2019: {
    daysOff: [
      ['01-01', '01-01'],
      ['02-04', '02-10'],
      ['04-05', '04-07'],
      ['05-01', '05-04'],
      ['06-07', '06-09'],
      ['09-13', '09-15'],
      ['10-01', '10-07'],
    ],
    workdays: ['02-02', '02-03', '04-28', '05-05', '09-29', '10-12'],
  },
  2020: {
    daysOff: [
      ['01-01', '01-01'],
      ['01-24', '02-02'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-25', '06-27'],
      ['10-01', '10-08'],
    ],
    workdays: ['01-19', '04-26', '05-09', '06-28', '09-27', '10-10'],
  },
  2021: {
    daysOff: [
      ['01-01', '01-03'],
      ['02-11', '02-17'],
      ['04-03', '04-05'],
      ['05-01', '05-05'],
      ['06-12', '06-14'],
      ['09-19', '09-21'],
      ['10-01', '10-07'],
    ],
    workdays: ['02-07', '02-20', '04-25', '05-08', '09-18', '09-26', '10-09'],
  },
  2022: {
    daysOff: [
      ['01-01', '01-03'],
      ['01-31', '02-06'],
      ['04-03', '04-05'],
      ['04-30', '05-04'],
      ['06-03', '06-05'],
      ['09-10', '09-12'],
      ['10-01', '10-07'],
      ['12-31', '12-31'],
    ],
    workdays: ['01-29', '01-30', '04-02', '04-24', '05-07', '10-08', '10-09'],
  },
  2023: {
    daysOff: [
      ['01-01', '01-02'],
      ['01-21', '01-27'],
      ['04-05', '04-05'],
      ['04-29', '05-03'],
      ['06-22', '06-24'],
      ['09-29', '10-06'],
    ],
    workdays: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
  },
  2024: {
    daysOff: [
      ['01-01', '01-01'],
      ['02-10', '02-17'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-10', '06-10'],
      ['09-15', '09-17'],
      ['10-01', '10-07'],
    ],
    workdays: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    daysOff: [
      ['01-01', '01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    workdays: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    daysOff: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    workdays: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
};

const DAY_MS = 86_400_000;
const exceptions = new Map<number, boolean>();
const dates = new Map<number, string>();

for (const [year, { daysOff, workdays }] of Object.entries(arrangedYears)) {
  for (const [from, to] of daysOff) {
    for (let day = toDay(`${year}-${from}`); day <= toDay(`${year}-${to}`); day += 1)
      exceptions.set(day, false);
  }
  for (const day of workdays) exceptions.set(toDay(`${year}-${day}`), true);
}

/** The day of a date `YYYY-MM-DD` or of an instant written in +08:00. */
export function toDay(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;
}

/** `YYYY-MM-DD`. */
export function toDate(day: number): string {
  let date = dates.get(day);
  if (date === undefined) {
    date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    dates.set(day, date);
  }
  return date;
}

/** The instant of a day at so many minutes after midnight in China. */
export function instantOn(day: number, minutes: number): string {
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `${toDate(day)}T${hour}:${String(minutes % 60).padStart(2, '0')}:00+08:00`;
}

/** Whether offices are open. */
export function isWorkingDay(day: number): boolean {
  const exception = exceptions.get(day);
  if (exception !== undefined) return exception;
  const weekday = (day + 4) % 7;
  return weekday !== 0 && weekday !== 6;
}

/** The day itself where it is worked, else the next that is. */
export function onWorkingDay(day: number): number {
  let found = day;
  while (!isWorkingDay(found)) found += 1;
  return found;
}

/** The `count`-th working day after `day`, which is not counted itself. */
export function addWorkingDays(day: number, count: number): number {
  let found = day;
  for (let left = count; left > 0; ) {
    found += 1;
    if (isWorkingDay(found)) left -= 1;
  }
  return found;
}

/** Working days after `from` up to and with `to`. */
export function workingDaysBetween(from: number, to: number): number {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) if (isWorkingDay(day)) count += 1;
  return count;
}
