import { describe, expect, it } from '@jest/globals';
import { fromSynthetic } from '../store/fromSynthetic.ts';
import { syntheticNotaryCase } from '../testing/syntheticNotaryCase.ts';
import { statusWords } from '../wire/notaryWords.ts';
import { addMonths } from './addMonths.ts';
import { applyTransition } from './applyTransition.ts';
import { allowedEvents, eventWords, lifecycle, type TransitionEvent } from './lifecycle.ts';

const events = Object.keys(lifecycle) as TransitionEvent[];
const context = { now: '2026-11-23 09:05', actorRole: 'NOTARY', notary: null, isNumberTaken: () => false };

describe('the lifecycle', () => {
  it('lets every status but the first be reached, and leaves only final ones without a way on', () => {
    const reached = new Set(events.map((event) => lifecycle[event].to));
    expect(statusWords.codes.filter((status) => !reached.has(status))).toEqual(['SUBMITTED']);
    expect(statusWords.codes.filter((status) => allowedEvents(status).length === 0)).toEqual([
      'NOT_ACCEPTED',
      'UPHELD',
      'CORRECTED',
      'PARTLY_REVOKED',
      'REVOKED',
      'ENFORCEMENT_ISSUED',
      'ENFORCEMENT_REFUSED',
      'ARCHIVED',
    ]);
  });

  it('refuses every event from every status that the table does not name, before it looks at the data', () => {
    const refused = statusWords.codes.flatMap((status) =>
      events.filter((event) => !lifecycle[event].from.includes(status)).map((event) => ({ status, event })),
    );
    expect(refused.length).toBeGreaterThan(300);
    for (const { status, event } of refused) {
      const standing = { ...fromSynthetic(syntheticNotaryCase()), status };
      expect(() => applyTransition(standing, event, 'nonsense', context)).toThrow(
        `事项现为“${statusWords.wordOf(status)}”，不能“${eventWords.wordOf(event)}”；`,
      );
    }
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-01-31 09:05', 1, '2026-02-28 09:05'],
    ['2024-01-31 09:05', 1, '2024-02-29 09:05'],
    ['2026-11-23 09:05', 12, '2027-11-23 09:05'],
    ['2026-07-31 00:00', 6, '2027-01-31 00:00'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });
});
