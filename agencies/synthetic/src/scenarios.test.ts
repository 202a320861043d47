import { describe, expect, it } from '@jest/globals';
import { mergeSlices } from './mergeSlices.ts';
import { scenarios } from './scenarios.ts';
import { graphCaseId } from './syntheticWorld.ts';
import { scenarioCases, scenarioSlices } from './testing/scenarioReader.ts';
import { validateWorld } from './validateWorld.ts';
import { WORLD_TODAY } from './worldCalendar.ts';

describe('every scenario', () => {
  it.each(Object.entries(scenarios))('%s is sound by itself', (_name, { slice }) => {
    expect(validateWorld([slice])).toEqual([]);
  });

  it('is sound beside the others', () => {
    expect(validateWorld([mergeSlices(...scenarioSlices)])).toEqual([]);
  });

  it('has one thread that its cases are members of, under its own number', () => {
    for (const [index, { slice, threadNo }] of Object.values(scenarios).entries()) {
      expect(threadNo).toBe(`CT-2026-0000000${index + 1}`);
      expect(slice.threads.map((thread) => thread.threadNo)).toEqual([threadNo]);
      expect(slice.threads[0]?.members.toSorted()).toEqual(slice.cases.map(graphCaseId).toSorted());
    }
  });

  it('quotes real decisions of the same person, made before', () => {
    const decisions = [...scenarioCases.values()].flatMap((one) =>
      one.service === 'LEGAL_AID' ? [one] : [],
    );
    const reductions = [...scenarioCases.values()].flatMap((one) =>
      'feeReduction' in one.details && one.details.feeReduction !== null
        ? [{ one, reduction: one.details.feeReduction }]
        : [],
    );
    expect(reductions).toHaveLength(1 + 2 + 24 + 2);
    for (const { one, reduction } of reductions) {
      const aid = decisions.find(({ details }) => details.decision?.decisionNo === reduction.basisDocumentNo);
      expect(aid?.details.decision?.kind).toBe('GRANT');
      expect(one.parties.map(({ person }) => person)).toContain(aid?.parties[0]?.person);
      expect(aid?.details.decision?.decidedAt.localeCompare(reduction.approvedAt)).toBe(-1);
    }
  });
});

describe('today', () => {
  it('is after everything that has happened', () => {
    const latest =
      [...scenarioCases.values()]
        .flatMap(({ events }) => events.map(({ at }) => at))
        .toSorted()
        .at(-1) ?? '';
    expect(latest.slice(0, 10) <= WORLD_TODAY).toBe(true);
  });
});
