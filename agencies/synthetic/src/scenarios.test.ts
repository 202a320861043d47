import { describe, expect, it } from '@jest/globals';
import { cast } from './cast.ts';
import { mergeSlices } from './mergeSlices.ts';
import { residents } from './scenarios/residents.ts';
import { scenarios } from './scenarios.ts';
import { graphCaseId, type SyntheticCase } from './syntheticWorld.ts';
import { validateWorld } from './validateWorld.ts';
import { addWorkingDays, toDate, toDay, WORLD_TODAY, workingDaysBetween } from './worldCalendar.ts';

const { sc1, sc2, sc3, sc4, sc5, sc6 } = scenarios;
const slices = [...Object.values(scenarios), residents].map(({ slice }) => slice);
const cases = new Map<string, SyntheticCase>(
  slices.flatMap((slice) => slice.cases.map((one) => [graphCaseId(one), one])),
);

function find(id: string): SyntheticCase {
  const one = cases.get(id);
  if (one === undefined) throw new Error(`no case ${id}`);
  return one;
}

/** The day of the first event of a name. */
function dayOf(id: string, event: string): number {
  const at = find(id).events.find((one) => one.event === event)?.at;
  if (at === undefined) throw new Error(`${id} has no event ${event}`);
  return toDay(at);
}

const statusOf = (id: string) => find(id).status;
/** Distinct own statuses in order. */
const wayOf = (id: string) => [
  ...new Set(
    find(id)
      .events.filter((event) => event.service !== 'CONSULTATION')
      .map(({ to }) => to),
  ),
];

describe('every scenario', () => {
  it.each(Object.entries(scenarios))('%s is sound by itself', (_name, { slice }) => {
    expect(validateWorld([slice])).toEqual([]);
  });

  it('is sound beside the others', () => {
    expect(validateWorld([mergeSlices(...slices)])).toEqual([]);
  });

  it('has one thread that its cases are members of, under its own number', () => {
    for (const [index, { slice, threadNo }] of Object.values(scenarios).entries()) {
      expect(threadNo).toBe(`CT-2026-0000000${index + 1}`);
      expect(slice.threads.map((thread) => thread.threadNo)).toEqual([threadNo]);
      expect(slice.threads[0]?.members.toSorted()).toEqual(slice.cases.map(graphCaseId).toSorted());
    }
  });

  it('quotes real decisions of the same person, made before', () => {
    const decisions = [...cases.values()].flatMap((one) => (one.service === 'LEGAL_AID' ? [one] : []));
    const reductions = [...cases.values()].flatMap((one) =>
      'feeReduction' in one.details && one.details.feeReduction !== null
        ? [{ one, reduction: one.details.feeReduction }]
        : [],
    );
    expect(reductions).toHaveLength(1 + 2 + 24 + 1);
    for (const { one, reduction } of reductions) {
      const aid = decisions.find(({ details }) => details.decision?.decisionNo === reduction.basisDocumentNo);
      expect(aid?.details.decision?.kind).toBe('GRANT');
      expect(one.parties.map(({ person }) => person)).toContain(aid?.parties[0]?.person);
      expect(aid?.details.decision?.decidedAt.localeCompare(reduction.approvedAt)).toBe(-1);
    }
  });
});

describe('SC-1', () => {
  const { legalAid, mediation, appraisal } = sc1.cases;

  it('goes through the statuses of the table', () => {
    expect(
      find(legalAid)
        .events.filter(({ service }) => service === 'CONSULTATION')
        .map(({ to }) => to),
    ).toEqual(['NEW', 'REPLIED', 'DISPATCHED', 'ACCEPTED']);
    expect(find(legalAid).events[0]?.service).toBe('CONSULTATION');
    expect([legalAid, mediation, appraisal].map(statusOf)).toEqual(['ARCHIVED', 'ENFORCEMENT', 'ISSUED']);
    expect(wayOf(mediation).slice(-6)).toEqual([
      'AGREED',
      'CONFIRMATION_FILED',
      'CONFIRMATION_ACCEPTED',
      'CONFIRMED',
      'BREACHED',
      'ENFORCEMENT',
    ]);
  });

  it('keeps D-01, D-02, D-20, D-32 and D-05', () => {
    expect(dayOf(legalAid, 'GRANT') - dayOf(legalAid, 'SUBMIT')).toBeLessThanOrEqual(7);
    expect(dayOf(legalAid, 'ASSIGN') - dayOf(legalAid, 'GRANT')).toBeLessThanOrEqual(3);
    expect(
      workingDaysBetween(dayOf(appraisal, 'COMMISSION'), dayOf(appraisal, 'SIGN_COMMISSION')),
    ).toBeLessThanOrEqual(7);
    expect(dayOf(mediation, 'FILE_CONFIRMATION') - dayOf(mediation, 'REACH_AGREEMENT')).toBe(
      sc1.expected.confirmationRequestDay,
    );
    expect(dayOf(legalAid, 'SUBMIT_FILE') - dayOf(legalAid, 'CONCLUDE')).toBeLessThanOrEqual(30);
  });

  it('keeps D-21 only because the wait for the X-ray does not count', () => {
    const start = dayOf(appraisal, 'SIGN_COMMISSION');
    const { pausedWorkingDays, appraisalDueOn, appraisalIssuedOn } = sc1.expected;
    expect(
      workingDaysBetween(dayOf(appraisal, 'REQUEST_MATERIAL'), dayOf(appraisal, 'RECEIVE_MATERIAL')),
    ).toBe(pausedWorkingDays);
    expect(toDate(addWorkingDays(start, 30 + pausedWorkingDays))).toBe(appraisalDueOn);
    expect(toDate(dayOf(appraisal, 'ISSUE'))).toBe(appraisalIssuedOn);
    expect(workingDaysBetween(start, dayOf(appraisal, 'ISSUE'))).toBeGreaterThan(30);
    expect(appraisalIssuedOn <= appraisalDueOn).toBe(true);
  });

  it('tells the contractor nothing of legal aid', () => {
    const { slice } = sc1;
    expect(find(legalAid).parties.map(({ person }) => person)).toEqual([cast.persons.zhang.credential]);
    const seen = JSON.stringify([
      find(mediation),
      { ...find(appraisal), details: null },
      slice.threads[0]?.title,
    ]);
    expect(seen).not.toMatch(/援|LEGAL_AID/);
  });

  it('has Li represent Zhang everywhere', () => {
    for (const id of [legalAid, mediation, appraisal]) {
      const zhang = find(id).parties.find(({ person }) => person === cast.persons.zhang.credential);
      expect(zhang?.agentPractitionerNo).toBe('14801201210000001');
    }
  });
});

describe('SC-2', () => {
  const { will, refusedInheritance, inheritance, appraisal, mediation, legalAid } = sc2.cases;

  it('keeps the will a case of its own that only its maker is in', () => {
    expect(find(will).secrecy).toContain('willSecret');
    expect(find(will).parties.map(({ role, person }) => [role, person])).toEqual([
      ['TESTATOR', cast.persons.wangHusband.credential],
    ]);
    expect([...cases.values()].filter(({ secrecy }) => secrecy.includes('willSecret'))).toHaveLength(1);
  });

  it('ends as the table says', () => {
    expect([refusedInheritance, mediation, appraisal, inheritance].map(statusOf)).toEqual([
      'REFUSED',
      'PERFORMED',
      'ISSUED',
      'UPHELD',
    ]);
    expect(wayOf(mediation)).toContain('NOT_ACCEPTED');
    expect(find(legalAid).details).toMatchObject({ hardshipCheck: { exemptGround: 'NO_FIXED_INCOME' } });
    expect(find(refusedInheritance).details).toMatchObject({ refuseGround: 'DISPUTE' });
    expect(find(appraisal).details).toMatchObject({
      feeReduction: { form: 'REDUCED', deferredAt: expect.any(String) },
    });
  });

  it('issues in time net of the verification, and decides on the re-examination in time', () => {
    const { pausedWorkingDays, certificateDueOn, certificateIssuedOn, reExaminationDays } = sc2.expected;
    expect(toDate(addWorkingDays(dayOf(inheritance, 'ACCEPT'), 15 + pausedWorkingDays))).toBe(
      certificateDueOn,
    );
    expect(toDate(dayOf(inheritance, 'APPROVE'))).toBe(certificateIssuedOn);
    expect(workingDaysBetween(dayOf(inheritance, 'ACCEPT'), dayOf(inheritance, 'APPROVE'))).toBeGreaterThan(
      15,
    );
    expect(dayOf(inheritance, 'UPHOLD') - dayOf(inheritance, 'REQUEST_REEXAMINATION')).toBe(
      reExaminationDays,
    );
  });

  it('keeps the mediator’s spouse out of the appraisal', () => {
    const { handlers } = find(appraisal);
    expect(handlers).toHaveLength(2);
    expect(handlers.map(({ practitionerNo }) => practitionerNo)).not.toContain(
      cast.practitioners.mediatorsSpouse.practitionerNo,
    );
  });
});

describe('SC-3', () => {
  it('seals every case of Chen and no other', () => {
    const { chen } = cast.persons;
    const ofChen = [...cases].filter(([, one]) =>
      one.parties.some(({ person }) => person === chen.credential),
    );
    expect(ofChen.map(([id]) => id).toSorted()).toEqual(sc3.expected.sealedCases.toSorted());
    for (const id of sc3.expected.sealedCases) expect(find(id).secrecy).toContain('sealed');
    for (const id of sc3.expected.readableCases) expect(find(id).secrecy).not.toContain('sealed');
  });

  it('acts within the hours and days of arts 36 and 39', () => {
    const { defence } = sc3.cases;
    const details = find(defence).details;
    const notice = 'notice' in details ? details.notice : null;
    expect(toDay(notice?.receivedAt ?? '') - toDay(notice?.foundAt ?? '')).toBe(sc3.expected.noticeDays);
    expect(dayOf(defence, 'ASSIGN') - dayOf(defence, 'RECEIVE_NOTICE')).toBe(sc3.expected.assignmentDays);
  });

  it('gives the two sides lawyers of different firms', () => {
    const firms = [sc3.cases.defence, sc3.cases.victimAid, sc3.cases.duAid].map(
      (id) => find(id).handlers[0]?.organization,
    );
    expect(new Set(firms).size).toBe(3);
  });
});

describe('SC-4', () => {
  it('has thirty aid cases, thirty mediations, 24 certificates, 13 of them to be enforced', () => {
    const { legalAid, mediation, notary } = sc4.cases;
    const { workers, agreements, enforcementCertificates, paid, toArbitration } = sc4.expected;
    expect([legalAid.length, mediation.length, notary.length]).toEqual([workers, workers, agreements]);
    expect(legalAid.every((id) => statusOf(id) === 'SUBSIDY_PAID')).toBe(true);
    expect(Object.fromEntries(countBy(mediation.map(statusOf)))).toEqual({
      PERFORMED: paid,
      BREACHED: enforcementCertificates,
      FAILED: toArbitration,
    });
    expect(Object.fromEntries(countBy(notary.map(statusOf)))).toEqual({
      ISSUED: paid,
      ENFORCEMENT_ISSUED: enforcementCertificates,
    });
  });

  it('pays each subsidy once and shows no worker another', () => {
    const details = sc4.cases.legalAid.map((id) => find(id).details);
    expect(details.flatMap((one) => ('subsidies' in one ? one.subsidies : []))).toHaveLength(
      sc4.expected.subsidies,
    );
    const workers = new Set<string>(cast.persons.workers.map(({ credential }) => credential));
    for (const one of sc4.slice.cases) {
      expect(one.parties.filter(({ person }) => person !== null && workers.has(person))).toHaveLength(1);
    }
  });

  it('helps two before the decision and confirms five duplicates by hand', () => {
    expect(sc4.cases.legalAid.filter((id) => wayOf(id).includes('PROVISIONAL'))).toHaveLength(
      sc4.expected.provisional,
    );
    const duplicates = sc4.slice.links.filter(({ kind }) => kind === 'POSSIBLE_DUPLICATE');
    expect(duplicates).toHaveLength(sc4.expected.possibleDuplicates);
    expect(duplicates.every(({ confirmedAt }) => confirmedAt !== null)).toBe(true);
  });

  it('ends labour mediation within fifteen days (D-35)', () => {
    for (const id of sc4.cases.mediation) {
      const end = find(id).events.find(({ to }) => to === 'AGREED' || to === 'FAILED')?.at ?? '';
      expect(toDay(end) - dayOf(id, 'REGISTER')).toBeLessThanOrEqual(15);
    }
  });
});

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
    expect(find(appraisal).extensions.map(({ clientToldAt }) => clientToldAt)).toEqual([expect.any(String)]);
  });

  it('aids ten and refuses one, whose objection is decided in time', () => {
    expect(sc5.cases.farmersAid.map(statusOf)).toEqual(Array(10).fill('ARCHIVED'));
    expect(wayOf(sc5.cases.refusedAid).slice(-3)).toEqual(['REFUSED', 'OBJECTION', 'REFUSED_FINAL']);
    expect(dayOf(sc5.cases.refusedAid, 'UPHOLD') - dayOf(sc5.cases.refusedAid, 'OBJECT')).toBe(
      sc5.expected.objectionDays,
    );
    expect(find(sc5.cases.parallelAppraisal).details).toMatchObject({
      notAcceptGround: 'PARALLEL_COMMISSION',
    });
  });

  it('holds an unbroken chain of samples', () => {
    const details = find(sc5.cases.appraisal).details;
    const chains = 'materials' in details ? details.materials.map(({ custody }) => custody) : [];
    expect(chains.map((chain) => chain.map(({ digest }) => digest))).toEqual(
      sc5.expected.sampleDigests.map((digest) => [digest, digest, digest]),
    );
    const handedOver = chains.map((chain) => chain.slice(0, -1).map(({ to }) => to));
    expect(chains.map((chain) => chain.slice(1).map(({ from }) => from))).toEqual(handedOver);
  });
});

describe('SC-6', () => {
  it('hides her address in every case, and never writes it down', () => {
    for (const one of sc6.slice.cases) {
      expect(one.secrecy).toContain('protectedAddress');
      expect(JSON.stringify(one)).not.toContain(sc6.expected.protectedAddress);
    }
    expect(cast.persons.lin.addressProtected).toBe(true);
  });

  it('reports the foreign element, needs no hardship and mediates in private', () => {
    expect(find(sc6.cases.appraisal).details).toMatchObject({
      foreignRelatedReport: { reportedAt: expect.any(String) },
    });
    expect(find(sc6.cases.legalAid).details).toMatchObject({
      hardshipCheck: { mode: sc6.expected.hardshipMode },
    });
    for (const id of [sc6.cases.property, sc6.cases.child])
      expect(find(id).secrecy).toContain('mediationPrivate');
  });
});

describe('today', () => {
  it('is after everything that has happened', () => {
    const latest =
      [...cases.values()]
        .flatMap(({ events }) => events.map(({ at }) => at))
        .toSorted()
        .at(-1) ?? '';
    expect(latest.slice(0, 10) <= WORLD_TODAY).toBe(true);
  });
});

function countBy(values: readonly string[]): Map<string, number> {
  return new Map([...Map.groupBy(values, (value) => value)].map(([value, group]) => [value, group.length]));
}
