import { describe, expect, it } from '@jest/globals';
import { dayOf, findCase, statusOf, wayOf } from '../testing/scenarioReader.ts';
import { addWorkingDays, toDate } from '../worldCalendar.ts';
import { sc5 } from './sc5.ts';

describe('SC-5', () => {
  it('uses one opinion in four cases, on four grounds', () => {
    const uses = sc5.slice.links.filter(({ evidenceNo }) => evidenceNo === sc5.numbers.opinion);
    expect(uses).toHaveLength(sc5.expected.opinionUses);
    expect(new Set(uses.map(({ mandate }) => mandate.legalBasis)).size).toBe(4);
    expect(new Set(uses.map(({ to }) => to)).size).toBe(4);
  });

  it('keeps D-21 by an extension that the client was told of', () => {
    const { appraisal } = sc5.cases;
    const start = dayOf(appraisal, 'SIGN_COMMISSION');
    expect(toDate(addWorkingDays(start, 30 + sc5.expected.extensionDays))).toBe(sc5.expected.appraisalDueOn);
    expect(toDate(dayOf(appraisal, 'ISSUE'))).toBe(sc5.expected.appraisalIssuedOn);
    expect(dayOf(appraisal, 'EXTEND')).toBeLessThanOrEqual(addWorkingDays(start, 30));
    expect(findCase(appraisal).extensions.map(({ clientToldAt }) => clientToldAt)).toEqual([
      expect.any(String),
    ]);
  });

  it('aids ten and refuses one, whose objection is decided in time', () => {
    expect(sc5.cases.farmersAid.map(statusOf)).toEqual(Array(10).fill('ARCHIVED'));
    expect(wayOf(sc5.cases.refusedAid).slice(-3)).toEqual(['REFUSED', 'OBJECTION', 'REFUSED_FINAL']);
    expect(dayOf(sc5.cases.refusedAid, 'UPHOLD') - dayOf(sc5.cases.refusedAid, 'OBJECT')).toBe(
      sc5.expected.objectionDays,
    );
    expect(findCase(sc5.cases.parallelAppraisal).details).toMatchObject({
      notAcceptGround: 'PARALLEL_COMMISSION',
    });
  });

  it('holds an unbroken chain of samples', () => {
    const details = findCase(sc5.cases.appraisal).details;
    const chains = 'materials' in details ? details.materials.map(({ custody }) => custody) : [];
    expect(chains.map((chain) => chain.map(({ digest }) => digest))).toEqual(
      sc5.expected.sampleDigests.map((digest) => [digest, digest, digest]),
    );
    const handedOver = chains.map((chain) => chain.slice(0, -1).map(({ to }) => to));
    expect(chains.map((chain) => chain.slice(1).map(({ from }) => from))).toEqual(handedOver);
  });
});
