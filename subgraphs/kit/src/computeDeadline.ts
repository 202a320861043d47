import { type DeadlineRule, readDeadlineRules, readWorkingDays } from '@tongban/schema';
import type { ExtensionRecord, PauseRecord } from './caseRecord.ts';
import {
  addMonths,
  type ChinaDay,
  chinaDay,
  dateOf,
  endOfDay,
  formatInstant,
  instantOf,
} from './chinaTime.ts';
import type { DeadlineRecord, DeadlineState } from './deadlineRecord.ts';
import { type PausedTime, pausedTime } from './pausedTime.ts';
import { createWorkingDayCalendar } from './workingDayCalendar.ts';

const rules = readDeadlineRules();
const calendar = createWorkingDayCalendar(readWorkingDays());

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SOON_DAYS = 3;

/** What a time limit is computed from. Instants are RFC 3339. */
export interface DeadlineInput {
  /** An id of `schema/deadline-rules.yaml`. */
  readonly ruleId: string;
  readonly startAt: string;
  /** When the act was done, or null. */
  readonly metAt: string | null;
  /** When the case ended without the act being needed any more, or null. */
  readonly endedAt: string | null;
  /** Those of other rules are left aside. */
  readonly pauses: readonly PauseRecord[];
  readonly extensions: readonly ExtensionRecord[];
  readonly now: Date;
  /** The length the parties agreed on, in the rule's unit; for rules that allow it. */
  readonly agreedLength?: number;
}

/**
 * Computes a time limit in China Standard Time.
 *
 * The day of the start is not counted, hours are exact. Pauses are taken out in the rule's own unit (see `pausedTime`;
 * months and years move by plain days), extensions are added up to the rule's cap. A last day that is a day off moves to
 * the next working day where the rule says so. A rule that was not in force on the day of the start is WAIVED.
 *
 * @throws RangeError for an unknown rule, an agreed length the rule does not allow, or a broken instant.
 */
export function computeDeadline(input: DeadlineInput): DeadlineRecord {
  const rule = ruleFor(input.ruleId, dateOf(chinaDay(instantOf(input.startAt))));
  const length = lengthOf(rule, input);
  const now = input.now.getTime();
  const until = Math.min(now, ...[input.metAt, input.endedAt].filter((at) => at !== null).map(instantOf));
  const paused = pausedTime(
    rule.pausable ? input.pauses.filter(({ ruleId }) => ruleId === rule.id) : [],
    until,
  );
  const due =
    rule.unit === 'HOUR'
      ? hourDue(input.startAt, length, paused)
      : dayDue(rule, input.startAt, length, paused);
  return {
    ruleId: rule.id,
    name: rule.name.zh,
    startAt: input.startAt,
    length,
    unit: rule.unit,
    dueAt: due.at,
    metAt: input.metAt,
    state: stateOf(rule, input, instantOf(due.at), now),
    pausedDays: due.pausedDays,
    citation: rule.citation,
  };
}

/** The entry in force on `date`; where none was, the one nearest in time, so that the answer still names the law. */
function ruleFor(ruleId: string, date: string): DeadlineRule {
  const versions = rules.filter(({ id }) => id === ruleId);
  const version = versions.find((rule) => inForce(rule, date)) ?? versions.at(-1);
  if (version === undefined) throw new RangeError(`No deadline rule ${ruleId}`);
  return version;
}

function inForce(rule: DeadlineRule, date: string): boolean {
  return rule.validFrom <= date && (rule.validTo === null || date <= rule.validTo);
}

function lengthOf(rule: DeadlineRule, { agreedLength, extensions }: DeadlineInput): number {
  if (agreedLength !== undefined && !rule.agreedLength)
    throw new RangeError(`${rule.id} has no agreed length`);
  if (agreedLength !== undefined && !(Number.isInteger(agreedLength) && agreedLength > 0)) {
    throw new RangeError('An agreed length is a whole number of units, one or more');
  }
  const asked = extensions
    .filter(({ ruleId }) => ruleId === rule.id)
    .reduce((sum, extension) => sum + Math.max(0, extension.length), 0);
  return (agreedLength ?? rule.length) + Math.min(asked, rule.extensionCap ?? asked);
}

interface Due {
  readonly at: string;
  readonly pausedDays: number;
}

function hourDue(startAt: string, hours: number, paused: PausedTime): Due {
  const start = instantOf(startAt);
  let due = start + hours * HOUR_MS;
  let taken = 0;
  for (const { from, to } of paused.stretches) {
    if (to <= start || from >= due) continue;
    const length = to - Math.max(from, start);
    due += length;
    taken += length;
  }
  return { at: formatInstant(due), pausedDays: Math.floor(taken / DAY_MS) };
}

function dayDue(rule: DeadlineRule, startAt: string, length: number, paused: PausedTime): Due {
  const start = chinaDay(instantOf(startAt));
  const counts = (day: ChinaDay) => rule.unit !== 'WORKING_DAY' || calendar.isWorkingDay(day);
  let left = unpausedDays(rule, start, length);
  let day = start;
  let pausedDays = 0;
  while (left > 0) {
    day += 1;
    if (!counts(day)) continue;
    if (paused.includes(day)) pausedDays += 1;
    else left -= 1;
  }
  if (rule.rollover === 'NEXT_WORKING_DAY') {
    while (!calendar.isWorkingDay(day) || paused.includes(day)) day += 1;
  }
  return { at: endOfDay(day), pausedDays };
}

/** How many days of the rule's kind the limit has when nothing pauses it. */
function unpausedDays(rule: DeadlineRule, start: ChinaDay, length: number): number {
  if (rule.unit === 'MONTH') return addMonths(start, length) - start;
  if (rule.unit === 'YEAR') return addMonths(start, 12 * length) - start;
  return length;
}

function stateOf(rule: DeadlineRule, input: DeadlineInput, dueSecond: number, now: number): DeadlineState {
  const inTime = (instant: number) => Math.floor(instant / 1000) * 1000 <= dueSecond;
  if (!inForce(rule, dateOf(chinaDay(instantOf(input.startAt))))) return 'WAIVED';
  if (input.metAt !== null) return inTime(instantOf(input.metAt)) ? 'MET' : 'OVERDUE';
  if (input.endedAt !== null) return inTime(instantOf(input.endedAt)) ? 'WAIVED' : 'OVERDUE';
  if (!inTime(now)) return 'OVERDUE';
  const runsNow = (pause: PauseRecord) =>
    pause.ruleId === rule.id &&
    instantOf(pause.from) <= now &&
    (pause.to === null || now < instantOf(pause.to));
  if (rule.pausable && input.pauses.some(runsNow)) return 'PAUSED';
  return chinaDay(dueSecond) - chinaDay(now) <= SOON_DAYS ? 'DUE_SOON' : 'RUNNING';
}
