import { describe, expect, it } from '@jest/globals';
import { readDeadlineRules } from '@tongban/schema';
import fc from 'fast-check';
import type { PauseRecord } from './caseRecord.ts';
import { formatInstant } from './chinaTime.ts';
import { computeDeadline, type DeadlineInput } from './computeDeadline.ts';

const FROM = Date.parse('2022-06-01T00:00:00Z');
const TO = Date.parse('2026-12-31T00:00:00Z');
const DAY_MS = 86_400_000;

const ruleId = fc.constantFrom(...new Set(readDeadlineRules().map(({ id }) => id)));
const instant = fc.integer({ min: FROM / 1000, max: TO / 1000 }).map((seconds) => seconds * 1000);

const input = fc
  .record({
    ruleId,
    start: instant,
    now: instant,
    pauses: fc.array(
      fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 0, max: 40 }), fc.nat(DAY_MS / 1000)),
      { maxLength: 4 },
    ),
  })
  .map(
    (raw): DeadlineInput => ({
      ruleId: raw.ruleId,
      startAt: formatInstant(raw.start),
      metAt: null,
      endedAt: null,
      pauses: raw.pauses.map(([after, days, seconds]): PauseRecord => {
        const from = raw.start + after * DAY_MS + seconds * 1000;
        return { ruleId: raw.ruleId, from: formatInstant(from), to: formatInstant(from + days * DAY_MS) };
      }),
      extensions: [],
      now: new Date(raw.now),
    }),
  );

const due = (given: DeadlineInput) => Date.parse(computeDeadline(given).dueAt);

describe('whatever happens in a case', () => {
  it('a limit never ends before it starts, nor before its length', () => {
    fc.assert(
      fc.property(input, (given) => {
        expect(due(given)).toBeGreaterThan(Date.parse(given.startAt));
      }),
    );
  });

  it('one more pause never makes it end earlier', () => {
    fc.assert(
      fc.property(input, (given) => {
        expect(due(given)).toBeGreaterThanOrEqual(due({ ...given, pauses: given.pauses.slice(1) }));
      }),
    );
  });

  it('an extension never makes it end earlier', () => {
    fc.assert(
      fc.property(input, fc.integer({ min: -10, max: 60 }), (given, length) => {
        const extensions = [{ ruleId: given.ruleId, length, approvedAt: given.startAt }];
        expect(due({ ...given, extensions })).toBeGreaterThanOrEqual(due(given));
      }),
    );
  });

  it('a later start never makes it end earlier', () => {
    fc.assert(
      fc.property(input, fc.nat(40 * DAY_MS), (given, later) => {
        fc.pre(given.ruleId !== 'D-01');
        const plain = { ...given, pauses: [] };
        const startAt = formatInstant(Date.parse(given.startAt) + later);
        expect(due({ ...plain, startAt })).toBeGreaterThanOrEqual(due(plain));
      }),
    );
  });

  it('the order of pauses and where one is cut in two do not matter', () => {
    fc.assert(
      fc.property(input, fc.double({ min: 0, max: 1, noNaN: true }), (given, where) => {
        const cut = given.pauses.flatMap((pause): PauseRecord[] => {
          const [from, to] = [Date.parse(pause.from), Date.parse(pause.to ?? pause.from)];
          const middle = formatInstant(from + Math.floor(((to - from) * where) / 1000) * 1000);
          return [
            { ...pause, from: middle },
            { ...pause, to: middle },
          ];
        });
        const { dueAt, pausedDays } = computeDeadline(given);
        expect(computeDeadline({ ...given, pauses: cut.toReversed() })).toMatchObject({ dueAt, pausedDays });
      }),
    );
  });

  it('what is done in time is met, and what is done later is not', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { dueAt } = computeDeadline(given);
        const metAt = (late: number) => formatInstant(Date.parse(dueAt) + late);
        const { state } = computeDeadline({ ...given, metAt: metAt(0) });
        fc.pre(state !== 'WAIVED');
        expect(state).toBe('MET');
        expect(computeDeadline({ ...given, metAt: metAt(1000) }).state).toBe('OVERDUE');
      }),
    );
  });
});
