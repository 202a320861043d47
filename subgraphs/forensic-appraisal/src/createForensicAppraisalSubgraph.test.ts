import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execute } from '@tongban/kit/testing';
import type { FastifyInstance } from 'fastify';
import { type FakeAgency, startFakeAgency } from './testing/fakeAgency.ts';
import { askCases, callers, testSubgraph } from './testing/testSubgraph.ts';
import { COMMITTEE, CONTRACTOR, INSTITUTION, wireAppraisal, ZHANG } from './testing/wireAppraisal.ts';

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
