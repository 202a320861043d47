import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { type FakeAgency, startFakeAgency } from './testing/fakeAgency.ts';
import { askCases, callers, testSubgraph } from './testing/testSubgraph.ts';
import { DECISION, wireAppraisal } from './testing/wireAppraisal.ts';

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

  it('refuses a field that the purpose does not cover, whether the case has something there or not', async () => {
    const supervisor = { ...callers.bureau, purpose: 'SUPERVISION' };
    const fields =
      'id matters pauses { reason } foreignRelatedReport { element } commission { fee } opinion { isIssued } materials { no } extensions { workingDays }';
    agency.cases = [wireAppraisal('A1'), { ...wireAppraisal('A2'), pauses: [] }];
    const answer = await askCases(app, supervisor, ['FA-480101-A1', 'FA-480101-A2', 'FA-480101-NO'], fields);
    const [first, second, unknown] = answer.data?._entities ?? [];
    expect(first).toMatchObject({ id: 'FA-480101-A1', pauses: null, commission: null, opinion: null });
    expect({ ...second, id: null, extensions: null }).toEqual({ ...first, id: null, extensions: null });
    expect(unknown).toBeNull();
    const refused = ['pauses', 'foreignRelatedReport', 'commission', 'opinion', 'materials'];
    expect(answer.errors?.map(({ path }) => path?.slice(1).join('.')).sort()).toEqual(
      [0, 1].flatMap((index) => refused.map((field) => `${index}.${field}`)).sort(),
    );
    for (const { message, extensions } of answer.errors ?? []) {
      expect(extensions.code).toBe('PURPOSE_REQUIRED');
      expect(message).toContain('CASE_HANDLING');
    }
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
