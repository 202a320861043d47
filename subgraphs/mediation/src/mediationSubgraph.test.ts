import { afterEach, describe, expect, it } from '@jest/globals';
import { type FakeSystem, runFakeSystem } from './testing/runFakeSystem.ts';
import { auditor, officer, runTestSubgraph, type TestSubgraph, zhang } from './testing/runTestSubgraph.ts';
import {
  CANARY,
  COMMITTEE,
  CONTRACTOR,
  COURT,
  LAWYER,
  wireMediation,
  wireParty,
  ZHANG,
} from './testing/wireMediation.ts';

const contractor = { role: 'CITIZEN', credential: CONTRACTOR } as const;
const stranger = { role: 'CITIZEN', credential: 'RIC:480101195209070223' } as const;

/** Every field of a case. */
const everything = `
  id visibleRef caseNo service agency { id } region stage status statusLabel openedAt closedAt
  statusHistory { service from to toLabel event at actorRole documentNo }
  parties { role roleLabel side person { credential } organization { id } represented }
  handlers { role roleLabel name organization { id } from to }
  documents { kind number title issuedAt issuer { id } digest }
  deadlines { ruleId startAt length unit dueAt metAt state pausedDays }
  source disputeType organKind isPublic acceptedAt escalationRisk
  consents { party { role } at agreed }
  disclosures { at text consented }
  sessions { at place mode undisputedFacts }
  agreementReached
  agreement { agreementNo form effectiveAt status
    obligations { obligationNo debtor { role person { credential } } creditor { role } what amount dueDate performedAt }
    performance { obligationNo at amount evidenceNo } }
  confirmation { court { id } courtCaseNo filedAt acceptedAt decidedAt result reason }
  notarialCertificateNo
  followUps { at performed satisfaction }`;

describe('the mediation subgraph', () => {
  let system: FakeSystem;
  let subgraph: TestSubgraph;
  const start = async (records: Parameters<typeof runFakeSystem>[0]) => {
    system = await runFakeSystem(records);
    subgraph = await runTestSubgraph({ 48: system.url });
  };
  afterEach(async () => {
    await subgraph.app.close();
    await system.close();
  });

  it('tells a party the whole case in the graph’s words', async () => {
    await start([wireMediation('M1')]);

    const { cases, errors } = await subgraph.cases(zhang, ['ME-480101-M1'], everything);

    expect(errors).toBeUndefined();
    expect(cases[0]).toMatchObject({
      id: 'ME-480101-M1',
      visibleRef: 'ME-480101-M1',
      caseNo: '（2026）测山登人调字第M1号',
      service: 'MEDIATION',
      agency: { id: COMMITTEE },
      stage: 'DECIDED',
      status: 'CONFIRMED',
      statusLabel: '裁定有效',
      openedAt: '2026-09-01T09:00:00+08:00',
      source: 'LEGAL_AID',
      disputeType: 'DAMAGE',
      organKind: 'TOWNSHIP',
      escalationRisk: null,
      parties: [
        { role: 'APPLICANT', side: 'A', person: { credential: ZHANG }, represented: true },
        { role: 'RESPONDENT', side: 'B', person: { credential: CONTRACTOR }, represented: false },
      ],
      handlers: [{ role: 'MEDIATOR', roleLabel: '调解员', name: '孟测和' }],
      consents: [
        { party: { role: 'APPLICANT' }, agreed: true },
        { party: { role: 'RESPONDENT' }, agreed: true },
      ],
      sessions: [{ at: '2026-09-10T14:30:00+08:00', mode: 'ON_SITE', undisputedFacts: '受伤时间无争议' }],
      agreement: {
        form: 'WRITTEN',
        status: 'IN_PERFORMANCE',
        obligations: [
          { debtor: { role: 'RESPONDENT' }, creditor: { role: 'APPLICANT' }, amount: 6_200_005 },
          { what: '赔礼道歉', amount: null, dueDate: '2026-12-01', performedAt: null },
        ],
        performance: [{ obligationNo: 1, amount: 6_200_005, evidenceNo: '凭证1号' }],
      },
      confirmation: { court: { id: COURT }, result: 'CONFIRMED', decidedAt: '2026-10-15T10:00:00+08:00' },
      followUps: [{ performed: true, satisfaction: 5 }],
    });
    expect(system.calls).toMatchObject([{ requestId: 'request-1' }]);
  });

  it('marks the court’s steps as the court’s, and counts the time limits', async () => {
    await start([wireMediation('M1')]);
    const { cases } = await subgraph.cases(
      zhang,
      ['ME-480101-M1'],
      'statusHistory { service to toLabel } deadlines { ruleId dueAt metAt state }',
    );
    const [found] = cases as {
      statusHistory: { service: string; toLabel: string }[];
      deadlines: object[];
    }[];
    expect(found?.statusHistory.map(({ service }) => service)).toEqual([
      ...Array(5).fill('MEDIATION'),
      ...Array(3).fill('JUDICIAL_CONFIRMATION'),
    ]);
    expect(found?.statusHistory.at(-2)?.toLabel).toBe('已受理司法确认');
    expect(found?.deadlines).toMatchObject([
      { ruleId: 'D-30', metAt: '2026-09-20T09:00:00+08:00', state: 'MET' },
      { ruleId: 'D-32', metAt: '2026-10-02T10:00:00+08:00', state: 'MET' },
      { ruleId: 'D-33', state: 'MET' },
      { ruleId: 'D-33a', state: 'MET' },
    ]);
  });

  it('gives the agreement to both sides and their lawyers, and strangers nothing', async () => {
    await start([wireMediation('M1', { secrecy: ['不公开调解'] })]);
    const fields = 'id agreement { agreementNo obligations { what } }';
    const lawyer = { role: 'REPRESENTATIVE', practitionerNo: LAWYER } as const;
    for (const caller of [zhang, contractor, lawyer, officer, auditor]) {
      const { cases } = await subgraph.cases(caller, ['ME-480101-M1'], fields);
      expect(cases[0]).toMatchObject({ agreement: { agreementNo: '（2026）测山人调字第M1号' } });
    }
    const court = { ...officer, service: 'COURT' };
    for (const caller of [stranger, court, { ...officer, regions: ['4802'] }]) {
      expect((await subgraph.cases(caller, ['ME-480101-M1'], fields)).cases).toEqual([null]);
    }
  });

  it('shows a justice bureau the fact of an agreement without person, number, amount or text', async () => {
    await start([wireMediation('M1')]);
    const bureau = { ...officer, service: 'BUREAU' };
    const { cases, errors } = await subgraph.cases(bureau, ['ME-480101-M1'], everything);
    expect(errors).toBeUndefined();
    expect(cases[0]).toMatchObject({
      agreementReached: true,
      sessions: null,
      disclosures: null,
      agreement: {
        agreementNo: null,
        effectiveAt: '2026-09-20T09:00:00+08:00',
        obligations: [{ debtor: null, creditor: null, what: null, amount: null }, {}],
        performance: [{ amount: null, evidenceNo: null }],
      },
      confirmation: { courtCaseNo: null, result: 'CONFIRMED' },
      notarialCertificateNo: null,
      followUps: [{ satisfaction: null }],
    });
    expect(JSON.stringify(cases)).not.toContain(ZHANG);
  });

  it('tells of a risk of violence to staff and auditors, not to the parties', async () => {
    await start([wireMediation('M1')]);
    const riskFor = async (caller: typeof officer) =>
      (await subgraph.cases(caller, ['ME-480101-M1'], 'escalationRisk')).cases[0]?.escalationRisk;
    expect(await Promise.all([officer, auditor, zhang, contractor].map(riskFor))).toEqual([
      true,
      true,
      null,
      null,
    ]);
  });

  it('answers unknown, foreign, malformed and sealed references with the same null', async () => {
    await start([wireMediation('M1', { secrecy: ['封存'] }), wireMediation('M2', { region_code: '480102' })]);
    const refs = [
      'ME-480101-M1',
      'ME-480101-UNKNOWN',
      'ME-480101-M2',
      'LA-480101-M1',
      'ME-990101-M1',
      'ME-480101-M1,M2',
      '',
      'no:（2026）测山登人调字第99号',
    ];
    const { cases, errors } = await subgraph.cases(zhang, refs, everything);
    expect([cases, errors]).toEqual([refs.map(() => null), undefined]);
  });

  it('shows a sealed case to nobody but an auditor who may open seals', async () => {
    await start([wireMediation('M1', { secrecy: ['封存'] })]);
    for (const caller of [zhang, contractor, officer, auditor]) {
      expect((await subgraph.cases(caller, ['ME-480101-M1'])).cases).toEqual([null]);
      expect((await subgraph.casesOf(caller, [ZHANG])).lists).toEqual([[]]);
    }
    const opener = { ...auditor, scopes: ['sealed:read'] };
    expect((await subgraph.cases(opener, ['ME-480101-M1'])).cases).toEqual([{ id: 'ME-480101-M1' }]);
  });

  it('wants a purpose from staff before anything is asked', async () => {
    await start([wireMediation('M1')]);
    const silent = { ...officer, purpose: null };
    const byRef = await subgraph.cases(silent, ['ME-480101-M1', 'ME-480101-UNKNOWN']);
    expect(byRef.errors?.map(({ extensions }) => extensions.code)).toEqual([
      'PURPOSE_REQUIRED',
      'PURPOSE_REQUIRED',
    ]);
    expect((await subgraph.casesOf(silent, [ZHANG])).errors?.[0]?.extensions.code).toBe('PURPOSE_REQUIRED');
    expect(system.calls).toEqual([]);
  });

  it.each(['（2026）测山登人调字第007号', '(2026)测山人调字7', '〔2026〕测0101诉前调确 第7号'])(
    'finds a case by %s',
    async (number) => {
      await start([wireMediation('7'), wireMediation('8')]);
      const { cases } = await subgraph.cases(zhang, [`no:${number}`, 'ME-480101-8']);
      expect(cases).toEqual([{ id: 'ME-480101-7' }, { id: 'ME-480101-8' }]);
      expect(system.calls).toHaveLength(2);
    },
  );

  it('asks for a hundred cases with five calls, for each case once', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `M${index}`);
    await start(ids.map((id) => wireMediation(id)));
    const refs = [...ids, ...ids.slice(0, 50)].map((id) => `ME-480101-${id}`);
    const { cases } = await subgraph.cases(zhang, refs);
    expect(cases.map((found) => found?.id)).toEqual(refs);
    expect(system.calls.map(({ query }) => query.get('ids')?.split(',').length)).toEqual(Array(5).fill(20));
  });

  it('lists the cases of many persons newest first with one call, and no identity number in a URL', async () => {
    await start([
      wireMediation('M1'),
      wireMediation('M2', { registered_at: '2026-10-01 09:00:00' }),
      wireMediation('M3', { parties: [wireParty(1, '申请人', '甲方', '480101195209070223')] }),
      wireMediation('M4', {
        registered_at: '2026-08-01 09:00:00',
        parties: [
          wireParty(1, '申请人', '甲方', '480102201006010137', {
            agent_document_type: '居民身份证',
            agent_document_number: ZHANG.slice(4),
          }),
        ],
      }),
    ]);
    const { lists } = await subgraph.casesOf(auditor, [ZHANG, stranger.credential, 'PASSPORT:AB1234567']);
    expect(lists.map((list) => list?.map(({ id }) => id.slice(-2)))).toEqual([
      ['M2', 'M1', 'M4'],
      ['M3'],
      [],
    ]);
    expect(system.calls).toHaveLength(1);
    expect(system.calls[0]?.path).toBe('/mediations/by-party');
    expect(String(system.calls[0]?.query)).not.toContain('48010');
    const { lists: own } = await subgraph.casesOf(contractor, [ZHANG]);
    expect(own[0]?.map(({ id }) => id.slice(-2))).toEqual(['M2', 'M1']);
  });

  it('follows a person’s list over its pages', async () => {
    await start(Array.from({ length: 230 }, (_, index) => wireMediation(`M${index}`)));
    const { lists } = await subgraph.casesOf(zhang, [ZHANG]);
    expect(lists[0]).toHaveLength(230);
    expect(system.calls).toHaveLength(3);
  });

  it('never lets out what was said in a session, even where a system sends it', async () => {
    await start([wireMediation('M1'), wireMediation('M2', { status: '新状态' })]);
    const answers = [
      await subgraph.cases(zhang, ['ME-480101-M1', 'ME-480101-M2'], everything),
      await subgraph.casesOf(officer, [ZHANG], everything),
      await subgraph.ask(officer, `{ mediationCases { edges { node { ${everything} } } totalCount } }`),
      await subgraph.ask(zhang, '{ _service { sdl } }'),
      await subgraph.cases(zhang, ['ME-480101-M1'], 'sessions { statements }'),
    ];
    expect(JSON.stringify(answers)).not.toContain(CANARY);
    expect(subgraph.log.join('')).not.toContain(CANARY);
    expect(JSON.stringify(answers[3])).not.toMatch(/statements?\s*:/);
    expect(answers[4]?.status).toBe(400);
  });

  it('keeps synthetic numbers out of production', async () => {
    await start([wireMediation('M1')]);
    const make = (systems: string) => runTestSubgraph({}, { production: true, systems, timeoutMs: 500 });
    await expect(make(`48=${system.url}`)).rejects.toThrow(/48/);
    const production = await make(`11=${system.url}`);
    expect((await production.casesOf(zhang, [ZHANG])).lists).toEqual([[]]);
    expect((await production.cases(zhang, ['ME-480101-M1'])).cases).toEqual([null]);
    expect(system.calls).toEqual([]);
    await production.app.close();
  });
});
