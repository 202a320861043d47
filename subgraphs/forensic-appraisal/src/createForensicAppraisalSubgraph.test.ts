import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execute } from '@tongban/kit/testing';
import type { FastifyInstance } from 'fastify';
import { type FakeAgency, startFakeAgency } from './testing/fakeAgency.ts';
import { askCases, callers, testSubgraph } from './testing/testSubgraph.ts';
import {
  COMMITTEE,
  CONTRACTOR,
  DECISION,
  INSTITUTION,
  wireAppraisal,
  ZHANG,
} from './testing/wireAppraisal.ts';

let agency: FakeAgency;
let app: FastifyInstance;
beforeAll(async () => {
  agency = await startFakeAgency();
  app = await testSubgraph(`48=${agency.url}`);
});
beforeEach(() => {
  agency.cases = [wireAppraisal('A1')];
  agency.calls.length = 0;
});
afterAll(async () => {
  await app.close();
  await agency.close();
});

async function read(caller: Parameters<typeof askCases>[1], fields: string, ref = 'FA-480101-A1') {
  const answer = await askCases(app, caller, [ref], fields);
  expect(answer.errors).toBeUndefined();
  return answer.data?._entities[0];
}

describe('a case', () => {
  it('speaks the graph’s words: codes, times with offset, references', async () => {
    const one = await read(
      callers.zhang,
      `id visibleRef caseNo service region stage status statusLabel openedAt closedAt agency { id }
       category matters standards examinedAt subject { credential }
       institution { organization { id } licenceState scope } appraisers { certNo name licenceState }
       commission { commissionNo clientKind clientOrganization { id } clientPerson { credential } receivedAt effectiveAt fee }
       materials { no custody { from to digest } }
       statusHistory { from to toLabel event at } parties { role roleLabel side }`,
    );
    expect(one).toMatchObject({
      id: 'FA-480101-A1',
      visibleRef: 'FA-480101-A1',
      service: 'FORENSIC_APPRAISAL',
      stage: 'DECIDED',
      status: 'ISSUED',
      statusLabel: '已出具',
      openedAt: '2026-03-23T10:00:00+08:00',
      closedAt: '2026-05-18T15:00:00+08:00',
      agency: { id: INSTITUTION },
      category: 'CLINICAL',
      matters: ['DISABILITY_GRADE', 'LOSS_OF_WORK_PERIODS'],
      subject: { credential: ZHANG },
      institution: { organization: { id: INSTITUTION }, licenceState: 'VALID', scope: ['CLINICAL'] },
      appraisers: [{ certNo: '480101000001' }, { certNo: '480101000002' }],
      commission: {
        clientKind: 'MEDIATION_BODY',
        clientOrganization: { id: COMMITTEE },
        clientPerson: null,
        effectiveAt: '2026-03-26T15:00:00+08:00',
        fee: 280_000,
      },
      materials: [{ no: '1', custody: [{ digest: 'a'.repeat(64) }] }],
      parties: [{ roleLabel: '委托人' }, { roleLabel: '被鉴定人', side: 'A' }, { side: 'B' }],
    });
    expect(one?.statusHistory).toHaveLength(9);
    const history = one?.statusHistory as readonly unknown[] | undefined;
    expect(history?.[5]).toEqual({
      from: 'EXAMINING',
      to: 'MATERIAL_PENDING',
      toLabel: '补充材料',
      event: 'REQUEST_MATERIAL',
      at: '2026-04-13T10:00:00+08:00',
    });
  });

  it('is found by any number on its documents, however it is written', async () => {
    for (const number of ['测安所(2026)临鉴字第A1号', '测安所［2026］受鉴字 A1']) {
      expect(await read(callers.zhang, 'id', `no:${number}`)).toEqual({ id: 'FA-480101-A1' });
    }
  });

  it('names the client who is a natural person among the parties, once', async () => {
    const one = wireAppraisal('A1');
    agency.cases = [
      {
        ...one,
        commission: {
          ...one.commission,
          clientKind: 4,
          clientOrgId: null,
          clientIdType: 1,
          clientIdNo: ZHANG.slice(4),
        },
      },
    ];
    expect(
      await read(
        callers.zhang,
        'parties { role } opinion { conclusion } commission { clientPerson { credential } }',
      ),
    ).toEqual({
      parties: [{ role: 'CLIENT' }, { role: 'CLIENT' }, { role: 'SUBJECT' }, { role: 'OPPOSING_PARTY' }],
      opinion: { conclusion: '构成十级伤残（测试结论）' },
      commission: { clientPerson: { credential: ZHANG } },
    });
  });

  it('leads to the case it repeats, for those who may see it', async () => {
    const again = wireAppraisal('A2');
    agency.cases = [
      wireAppraisal('A1'),
      {
        ...again,
        commission: { ...again.commission, isReappraisal: true, reappraisalGround: 4, repeatsCaseId: 'A1' },
      },
    ];
    const fields = 'commission { isReappraisal reappraisalGround repeats { id } supplements { id } }';
    expect(await read(callers.zhang, fields, 'FA-480101-A2')).toEqual({
      commission: {
        isReappraisal: true,
        reappraisalGround: 'CASE_ORGAN_REQUIRES',
        repeats: { id: 'FA-480101-A1' },
        supplements: null,
      },
    });
    const sealed = { ...wireAppraisal('A1'), secrecyMarks: ['sealed'] };
    agency.cases = [sealed, agency.cases[1]];
    expect(await read(callers.zhang, fields, 'FA-480101-A2')).toMatchObject({
      commission: { repeats: null },
    });
  });
});

describe('who sees what', () => {
  const opinion = 'opinion { isIssued opinionNo issuedAt conclusion signatures { certNo } }';
  const whole = {
    isIssued: true,
    opinionNo: '测安所[2026]临鉴字第A1号',
    issuedAt: '2026-05-18T15:00:00+08:00',
    conclusion: '构成十级伤残（测试结论）',
    signatures: [{ certNo: '480101000001' }, { certNo: '480101000002' }],
  };
  const issued = { isIssued: true, opinionNo: null, issuedAt: null, conclusion: null, signatures: null };

  it.each([
    ['zhang', issued],
    ['contractor', issued],
    ['lawyer', whole],
    ['officer', whole],
    ['client', whole],
    ['bureau', null],
    ['auditor', whole],
  ] as const)('%s gets the opinion as far as the matrix lets', async (name, expected) => {
    expect(await read(callers[name], opinion)).toEqual({ opinion: expected });
  });

  it.each([
    ['zhang', true],
    ['contractor', false],
    ['lawyer', true],
    ['officer', true],
    ['client', false],
    ['bureau', false],
    ['auditor', true],
  ] as const)('%s learns of the fee reduction: %p', async (name, isTold) => {
    const one = await read(callers[name], 'feeReduction { form basis basisDocumentNo } commission { fee }');
    expect(one?.feeReduction).toEqual(
      isTold ? { form: 'WAIVED', basis: 'LEGAL_AID', basisDocumentNo: DECISION } : null,
    );
  });

  it('leads from the fee reduction to the legal aid case by the normalised number of the decision', async () => {
    const answer = await askCases(app, callers.zhang, ['FA-480101-A1'], 'feeReduction { basisCase { ref } }');
    expect(answer.data?._entities[0]).toEqual({ feeReduction: { basisCase: { ref: 'no:(2026)测援给字1' } } });
  });

  it('keeps materials and purpose from the other side, and every hint of legal aid', async () => {
    const answer = await askCases(
      app,
      callers.contractor,
      ['FA-480101-A1'],
      `id status materials { no } pauses { reason } commission { purpose requirement fee } feeReduction { form }
       documents { number } statusHistory { documentNo } deadlines { ruleId }`,
    );
    expect(answer.data?._entities[0]).toMatchObject({
      status: 'ISSUED',
      materials: null,
      pauses: [{ reason: null }],
      commission: { purpose: null, fee: null },
      feeReduction: null,
    });
    expect(JSON.stringify(answer)).not.toMatch(/援/);
  });

  it('masks a case for the justice bureau: states and times, nobody and no number', async () => {
    expect(
      await read(
        callers.bureau,
        'status matters subject { credential } parties { person { credential } } commission { commissionNo clientOrganization { id } purpose } pauses { from reason }',
      ),
    ).toEqual({
      status: 'ISSUED',
      matters: null,
      subject: null,
      parties: [{ person: null }, { person: null }, { person: null }],
      commission: { commissionNo: null, clientOrganization: null, purpose: null },
      pauses: [{ from: '2026-04-13T10:00:00+08:00', reason: null }],
    });
  });

  it('answers a stranger, a wrong region, an unknown id and a sealed case in the same bytes', async () => {
    const fields = 'id status opinion { isIssued }';
    const unknown = await askCases(app, callers.zhang, ['FA-480101-NOSUCH'], fields, 'r');
    const asStranger = await askCases(app, callers.stranger, ['FA-480101-A1'], fields, 'r');
    const elsewhere = await askCases(app, callers.zhang, ['FA-480102-A1'], fields, 'r');
    agency.cases = [{ ...wireAppraisal('A1'), secrecyMarks: ['sealed'] }];
    const sealed = await askCases(app, callers.zhang, ['FA-480101-A1'], fields, 'r');
    expect(unknown.data).toEqual({ _entities: [null] });
    for (const answer of [asStranger, elsewhere, sealed])
      expect(JSON.stringify(answer)).toBe(JSON.stringify(unknown));
  });

  it('tells staff who name no purpose so, before any system is asked', async () => {
    const nameless = { ...callers.officer, purpose: null };
    const answer = await askCases(app, nameless, ['FA-480101-A1'], 'id');
    expect(answer.errors).toMatchObject([{ extensions: { code: 'PURPOSE_REQUIRED' } }]);
    expect(agency.calls).toEqual([]);
  });

  it('shows a sealed case to an auditor with leave alone', async () => {
    agency.cases = [{ ...wireAppraisal('A1'), secrecyMarks: ['sealed'] }];
    expect(await read(callers.auditor, 'id')).toBeNull();
    expect(await read({ ...callers.auditor, scopes: ['sealed:read'] }, 'id')).toEqual({ id: 'FA-480101-A1' });
  });
});

describe('what else a case can hold', () => {
  it('is told in full to the lawyer: suspension, testimony, foreign element, termination', async () => {
    const one = wireAppraisal('A1');
    const time = one.receivedTime;
    agency.cases = [
      {
        ...one,
        caseStatus: 90,
        terminateGround: 4,
        notAcceptGround: 6,
        pauses: [{ ...one.pauses[0], reason: '不能到场', suspendGround: 2 }],
        testimony: {
          courtId: 'COURT',
          noticeTime: time,
          appearedTime: null,
          mode: 'VIDEO',
          absentReason: '自然灾害',
        },
        foreignReport: { element: '被鉴定人为外国人', reportedTo: 'BUREAU', reportedTime: time },
      },
    ];
    const fields = `stage terminateGround notAcceptGround pauses { reason suspendGround }
      testimony { court { id } mode absentReason } foreignRelatedReport { element reportedTo { id } }`;
    const whole = {
      stage: 'TERMINATED',
      terminateGround: 'WITHDRAWN_OR_UNPAID',
      notAcceptGround: 'PARALLEL_COMMISSION',
      pauses: [{ reason: '不能到场', suspendGround: 'SUBJECT_UNAVAILABLE' }],
      testimony: { court: { id: 'COURT' }, mode: 'VIDEO', absentReason: '自然灾害' },
      foreignRelatedReport: { element: '被鉴定人为外国人', reportedTo: { id: 'BUREAU' } },
    };
    expect(await read(callers.lawyer, fields)).toEqual(whole);
    expect(await read(callers.bureau, fields)).toEqual({
      stage: 'TERMINATED',
      terminateGround: null,
      notAcceptGround: null,
      pauses: [{ reason: null, suspendGround: null }],
      testimony: { court: { id: 'COURT' }, mode: 'VIDEO', absentReason: null },
      foreignRelatedReport: { element: null, reportedTo: { id: 'BUREAU' } },
    });
  });
});

describe('the cases of a person', () => {
  const query = `query ($people: [_Any!]!) {
    _entities(representations: $people) { ... on Person { forensicAppraisalCases { id } } } }`;
  const person = (credential: string) => ({ __typename: 'Person', credential });

  it('are those the caller may see, newest first, many persons in one call', async () => {
    const old = { ...wireAppraisal('OLD'), receivedTime: Date.parse('2025-01-01T09:00:00+08:00') };
    const sealed = { ...wireAppraisal('SEALED'), secrecyMarks: ['sealed'] };
    agency.cases = [old, wireAppraisal('A1'), sealed];
    const { data, errors } = await execute<{ _entities: unknown }>(app, {
      query,
      variables: { people: [person(ZHANG), person(CONTRACTOR), person('RIC:480101195209070223')] },
      caller: callers.auditor,
    });
    expect(errors).toBeUndefined();
    const both = [{ id: 'FA-480101-A1' }, { id: 'FA-480101-OLD' }];
    expect(data?._entities).toEqual([
      { forensicAppraisalCases: both },
      { forensicAppraisalCases: both },
      { forensicAppraisalCases: [] },
    ]);
    expect(agency.calls).toHaveLength(1);
  });

  it('are read page by page to the end', async () => {
    agency.cases = Array.from({ length: 205 }, (_, index) => wireAppraisal(`N${index}`));
    const { data } = await execute<{ _entities: { forensicAppraisalCases: unknown[] }[] }>(app, {
      query,
      variables: { people: [person(ZHANG)] },
      caller: callers.zhang,
    });
    expect(data?._entities[0]?.forensicAppraisalCases).toHaveLength(205);
    expect(agency.calls.map(({ body }) => body.page)).toEqual([1, 2, 3]);
  });
});

describe('deadlines', () => {
  const deadlines = 'deadlines { ruleId state pausedDays startAt dueAt metAt length unit citation }';

  it('take the eight working days without an X-ray out of D-21, as in SC-1', async () => {
    expect(await read(callers.zhang, deadlines)).toEqual({
      deadlines: [
        {
          ruleId: 'D-20',
          state: 'MET',
          pausedDays: 0,
          startAt: '2026-03-23T10:00:00+08:00',
          dueAt: '2026-04-01T23:59:59+08:00',
          metAt: '2026-03-26T15:00:00+08:00',
          length: 7,
          unit: 'WORKING_DAY',
          citation: expect.stringContaining('第十三条'),
        },
        {
          ruleId: 'D-21',
          state: 'MET',
          pausedDays: 8,
          startAt: '2026-03-26T15:00:00+08:00',
          dueAt: expect.any(String),
          metAt: '2026-05-18T15:00:00+08:00',
          length: 30,
          unit: 'WORKING_DAY',
          citation: expect.stringContaining('第二十八条'),
        },
      ],
    });
  });

  it('let the agreed term prevail, and add extensions up to thirty working days', async () => {
    const one = wireAppraisal('A1');
    const extension = { ruleId: 'D-21', approvedTime: one.receivedTime, clientToldTime: null };
    agency.cases = [
      {
        ...one,
        commission: { ...one.commission, agreedTermDays: 60 },
        extensions: [
          { ...extension, days: 20 },
          { ...extension, days: 20 },
        ],
      },
    ];
    const answer = await read(callers.zhang, 'deadlines { ruleId length } extensions { workingDays }');
    expect(answer).toEqual({
      deadlines: [
        { ruleId: 'D-20', length: 7 },
        { ruleId: 'D-21', length: 90 },
      ],
      extensions: [{ workingDays: 20 }, { workingDays: 20 }],
    });
  });

  it('stop while material is awaited, and do not run before the commission takes effect', async () => {
    const one = wireAppraisal('A1');
    const waiting = {
      ...one,
      caseStatus: 51,
      closedTime: null,
      opinion: null,
      pauses: one.pauses.map((pause) => ({ ...pause, toTime: null })),
    };
    agency.cases = [waiting];
    expect(await read(callers.zhang, 'stage deadlines { ruleId state }')).toEqual({
      stage: 'PAUSED',
      deadlines: [
        { ruleId: 'D-20', state: 'MET' },
        { ruleId: 'D-21', state: 'PAUSED' },
      ],
    });
    agency.cases = [
      {
        ...waiting,
        caseStatus: 10,
        events: one.events.slice(0, 1),
        commission: { ...one.commission, effectiveTime: null },
      },
    ];
    expect(await read(callers.zhang, 'deadlines { ruleId state }')).toEqual({
      deadlines: [{ ruleId: 'D-20', state: 'OVERDUE' }],
    });
  });

  it('show Chongqing’s own terms there, and that they do not apply any more', async () => {
    const local = await startFakeAgency([wireAppraisal('Q1', '500101')]);
    const subgraph = await testSubgraph(`50=${local.url}`);
    const { data } = await askCases(subgraph, callers.zhang, ['FA-500101-Q1'], 'deadlines { ruleId state }');
    expect(data?._entities[0]).toEqual({
      deadlines: [
        { ruleId: 'D-20', state: 'MET' },
        { ruleId: 'D-21', state: 'MET' },
        { ruleId: 'D-22', state: 'WAIVED' },
        { ruleId: 'D-22a', state: 'WAIVED' },
      ],
    });
    await subgraph.close();
    await local.close();
  });
});
