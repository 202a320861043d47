import { afterEach, describe, expect, it } from '@jest/globals';
import type { SyntheticLegalAidCase } from '@tongban/synthetic';
import { sample, sampleCase } from '../testing/sampleSlice.ts';
import { type Sample, startSample } from '../testing/startSample.ts';
import { assignment, exempt, standing, take } from '../testing/steps.ts';

let system: Sample;
afterEach(() => system.close());

describe('refusals', () => {
  it.each([
    ['CONCLUDED', 'FILE_SUBMITTED', 'START'],
    ['FILE_SUBMITTED', 'CONCLUDED', 'PAY_SUBSIDY'],
    ['GRANTED', 'UNDER_REVIEW', 'ASSIGN'],
    ['ARCHIVED', 'SUBSIDY_PAID', 'WITHDRAW'],
  ])('name status, event and what is possible instead: %s', async (status, from, event) => {
    system = startSample([standing(status, from)]);
    const extra =
      event === 'ASSIGN' ? { assignment } : event === 'PAY_SUBSIDY' ? { amountFen: 1, payee: '李测试' } : {};
    const answer = await take(system, { event, ...extra });

    expect(answer.status).toBe(409);
    expect(answer.body.error).toMatchObject({ code: 'ILLEGAL_TRANSITION', from: status, event });
    const { allowed } = answer.body.error as { allowed: string[] };
    expect(allowed).not.toContain(event);
    expect(allowed.length).toBeGreaterThan(0);
    expect((await system.get('/events')).body.items).toEqual([]);
  });

  it.each<[guard: string, start: SyntheticLegalAidCase, event: object]>([
    [
      'jurisdictionElsewhere',
      standing('SUBMITTED', null),
      { event: 'REDIRECT', redirectedTo: sample.agency },
    ],
    ['urgent', standing('SUBMITTED', null), { event: 'PROVIDE_FIRST' }],
    [
      'hardshipSettled',
      standing('UNDER_REVIEW', 'SUBMITTED'),
      { event: 'GRANT', hardshipCheck: { mode: 'DATA_SHARING', result: 'NOT_MET' } },
    ],
    [
      'exemptionFits',
      standing('UNDER_REVIEW', 'SUBMITTED'),
      { event: 'GRANT', hardshipCheck: { ...exempt, exemptGround: 'ABUSE_VICTIM' } },
    ],
    [
      'exemptionFits',
      standing('UNDER_REVIEW', 'SUBMITTED', { ground: 'MAINTENANCE' }),
      { event: 'GRANT', hardshipCheck: { ...exempt, exemptGround: 'MIGRANT_WAGE_OR_INJURY' } },
    ],
    [
      'remedyTold',
      standing('UNDER_REVIEW', 'SUBMITTED'),
      { event: 'REFUSE', reasonCode: 'HARDSHIP_NOT_MET', remedyTold: false },
    ],
    [
      'objectionToSupervisor',
      standing('REFUSED', 'UNDER_REVIEW'),
      { event: 'OBJECT', bureauCode: sample.organ },
    ],
    [
      'decisionOrNotice',
      standing('PENDING_ASSIGNMENT', 'GRANTED', { decision: null }),
      { event: 'ASSIGN', assignment },
    ],
    [
      'lawyerMayAct',
      standing('PENDING_ASSIGNMENT', 'GRANTED'),
      { event: 'ASSIGN', assignment: { ...assignment, practitionerNo: '1' } },
    ],
    [
      'lawyerMayAct',
      standing('PENDING_ASSIGNMENT', 'GRANTED'),
      { event: 'ASSIGN', assignment: { ...assignment, firmCode: sample.otherFirm } },
    ],
    [
      'threeYearsForGraveCases',
      standing('PENDING_ASSIGNMENT', 'GRANTED', { ground: 'LIFE_OR_DEATH' }),
      { event: 'ASSIGN', assignment: { ...assignment, practitionerNo: sample.colleague } },
    ],
    [
      'paidOnce',
      standing('FILE_REVIEWED', 'FILE_SUBMITTED', {
        subsidies: [{ amount: 1, paidAt: '2026-03-01T09:00:00+08:00', payee: '李测试' }],
      }),
      { event: 'PAY_SUBSIDY', amountFen: 1, payee: '李测试' },
    ],
    ['notInFuture', standing('SUBMITTED', null), { event: 'ACCEPT', at: '2026-11-23T10:02:00+08:00' }],
    ['inOrder', standing('SUBMITTED', null), { event: 'ACCEPT', at: '2026-03-02T08:59:59+08:00' }],
    ['sealedNow', standing('CONCLUDED', 'IN_PROGRESS'), { event: 'UNSEAL', documentNo: '解封1' }],
  ])('name the rule that does not hold: %s', async (guard, start, event) => {
    system = startSample([start]);
    const answer = await take(system, event);

    expect(answer.status).toBe(422);
    expect(answer.body.error).toMatchObject({ code: 'GUARD_FAILED', guard });
    expect((await system.get('/cases/S1')).body.status).toBe(start.status);
  });

  it('keep one lawyer from standing on both sides, and ask a firm on both sides to declare it', async () => {
    const party = sampleCase().parties[0];
    const other = sampleCase({
      key: 'OTHER',
      parties: party === undefined ? [] : [{ ...party, person: sample.contractor }],
      details: { ...sampleCase().details, opposingParties: [sample.zhang] },
    });
    system = startSample([standing('PENDING_ASSIGNMENT', 'GRANTED'), other]);

    expect(await take(system, { event: 'ASSIGN', assignment })).toMatchObject({
      body: { error: { guard: 'noConflict' } },
    });
    const colleague = { ...assignment, practitionerNo: sample.colleague };
    expect(await take(system, { event: 'ASSIGN', assignment: colleague })).toMatchObject({
      status: 422,
      body: { error: { guard: 'noConflict', citation: '律师法 第39条' } },
    });
    expect(
      (await take(system, { event: 'ASSIGN', assignment: { ...colleague, conflictDeclaration: 'WARNED' } }))
        .status,
    ).toBe(200);
  });

  it('refuse a second objection to the same termination', async () => {
    system = startSample([standing('IN_PROGRESS', 'AGREED')]);
    await take(
      system,
      { event: 'OPEN_TERMINATION_REVIEW', reasonCode: 'FRAUD' },
      { event: 'TERMINATE', reasonCode: 'FRAUD', remedyTold: true },
      { event: 'OBJECT', bureauCode: sample.bureau },
      { event: 'UPHOLD' },
    );

    expect(await take(system, { event: 'OBJECT', bureauCode: sample.bureau })).toMatchObject({
      status: 422,
      body: { error: { guard: 'objectedOnce' } },
    });
  });

  it('name what is missing in the event itself', async () => {
    system = startSample([standing('UNDER_REVIEW', 'SUBMITTED')]);
    for (const event of [{ event: 'REFUSE' }, { event: 'DANCE' }, { event: 'ACCEPT', surprise: 1 }]) {
      const { status, body } = await take(system, event);
      expect([status, (body.error as { code: string }).code]).toEqual([400, 'BAD_REQUEST']);
    }
  });
});
