import type { WorkingDayYear } from '@tongban/schema';
import { type ChinaDay, dateOf, dayOf } from './chinaTime.ts';

/** Tells working days from days off. */
export interface WorkingDayCalendar {
  isWorkingDay(day: ChinaDay): boolean;
}

/** Holidays whose date never moves (全国年节及纪念日放假办法 art. 2), for years without a published list. */
const FIXED_HOLIDAYS = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/**
 * The calendar of the State Council's yearly lists. A year without a list counts by weekends and fixed holidays, which
 * can be wrong around the movable ones: load the list when it is published, each November.
 */
export function createWorkingDayCalendar(years: readonly WorkingDayYear[]): WorkingDayCalendar {
  const daysOff = new Set<ChinaDay>();
  const workdays = new Set<ChinaDay>();
  const listed = years.map(({ year }) => ({ first: dayOf(`${year}-01-01`), last: dayOf(`${year}-12-31`) }));
  for (const year of years) {
    for (const { from, to } of year.daysOff) {
      for (let day = dayOf(from); day <= dayOf(to); day += 1) daysOff.add(day);
    }
    for (const date of year.workdays) workdays.add(dayOf(date));
  }
  return {
    isWorkingDay: (day) => {
      if (workdays.has(day)) return true;
      if (daysOff.has(day) || isWeekend(day)) return false;
      const isListed = listed.some(({ first, last }) => first <= day && day <= last);
      return isListed || !FIXED_HOLIDAYS.has(dateOf(day).slice(5));
    },
  };
}

/** 1970-01-01 was a Thursday. */
function isWeekend(day: ChinaDay): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}
