import { describe, expect, it } from '@jest/globals';
import { exampleCase, partyXml } from './testing/exampleCase.ts';
import { startFakeNotarySystem } from './testing/fakeNotarySystem.ts';
import {
  AUDITOR,
  CONTRACTOR,
  OFFICER,
  STRANGER,
  startTestSubgraph,
  ZHANG,
} from './testing/startTestSubgraph.ts';

const REF = 'NO-480101-GZ20260001';
const EVERYTHING = `id visibleRef caseNo service agency { id } region stage status statusLabel openedAt closedAt
  statusHistory { to toLabel event at actorRole documentNo } parties { role roleLabel side person { credential } organization { id } represented }
  handlers { roleLabel name organization { id } } documents { kind number } deadlines { ruleId state dueAt pausedDays }
  acceptanceNo matter application { applicationNo venueGround acceptedAt } pauses { ruleId reason } verifications { what }
  fee feeReduction { form basis basisDocumentNo basisCase { ref } } refuseGround terminateGround
  certificate { certificateNo status enforceability { amount creditor { person { credential } } dueDates } }
  enforcementCertificate { certificateNo amount } reExamination { requestedBy { person { credential } } result }
  evidence { digests } will { custody } holdings { object } auxiliaryTasks { courtCaseNo }`;

const willCase = exampleCase({
  受理号: 'WILL0001',
  文书编号: '（2019）测城中内民证字第00318号',
  其他编号列表: '',
  保密标记列表: '<保密标记>遗嘱保密</保密标记><保密标记>个人隐私</保密标记>',
  当事人列表: partyXml('遗嘱人', '甲方', '480101198503121013'),
  遗嘱: '<登记时间>2019年05月22日 11时00分</登记时间><保管>公证处遗嘱库</保管>',
});

describe('a notary case', () => {
  it('is answered to its applicant in full', async () => {
    await using system = await startFakeNotarySystem([exampleCase()]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const { errors, found } = await graph.cases(ZHANG, [REF], EVERYTHING);
    expect(errors).toBeUndefined();
    expect(found[0]).toMatchObject({
      id: REF,
      visibleRef: REF,
      stage: 'DECIDED',
      statusLabel: '已出证',
      agency: { id: '32480101TEAT00031H' },
      matter: 'ENFORCEABLE_DEBT',
      parties: [
        { roleLabel: '债权人', person: { credential: ZHANG.credential }, represented: true },
        { side: 'B' },
      ],
      feeReduction: { basisDocumentNo: '（2026）测援字第00001号', basisCase: { ref: 'no:(2026)测援字1' } },
      certificate: { enforceability: { amount: 18_600_000 } },
      deadlines: [
        { ruleId: 'D-10', state: 'MET' },
        { ruleId: 'D-12', state: 'RUNNING' },
      ],
      will: null,
    });
    expect(system.asked[0]).toMatchObject({
      authorization: `Basic ${Buffer.from('tongban:a-password-of-tests').toString('base64')}`,
      requestId: 'request-1',
    });
  });

  it('shows the other side the certificate, and nothing of fees, checks or evidence', async () => {
    await using system = await startFakeNotarySystem([exampleCase()]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const { found, errors } = await graph.cases(CONTRACTOR, [REF], EVERYTHING);
    expect(errors).toBeUndefined();
    expect(found[0]).toMatchObject({
      certificate: { certificateNo: '（2026）测城中内经证字第00012号' },
      fee: null,
      feeReduction: null,
      verifications: null,
      evidence: null,
      holdings: null,
      will: null,
    });
  });

  it('shows the justice bureau facts without numbers, names and amounts', async () => {
    await using system = await startFakeNotarySystem([exampleCase({ 不予办理事由: '当事人之间有争议' })]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const { found } = await graph.cases({ ...OFFICER, service: 'BUREAU' }, [REF], EVERYTHING);
    expect(found[0]).toMatchObject({
      matter: 'ENFORCEABLE_DEBT',
      application: { applicationNo: null, venueGround: 'PLACE_OF_ACT' },
      certificate: { certificateNo: null, status: 'VALID', enforceability: null },
      feeReduction: null,
      refuseGround: null,
      pauses: [{ ruleId: 'D-10', reason: null }],
    });
  });

  it.each([
    ['of a stranger', [REF], STRANGER],
    ['that does not exist', ['NO-480101-NONE'], ZHANG],
    ['by a made-up region', ['NO-480102-GZ20260001'], ZHANG],
    ['of another service', ['LA-480101-GZ20260001'], ZHANG],
    ['of a province without a system', ['NO-110101-GZ20260001'], ZHANG],
    ['by an unknown number', ['no:(2026)无字1'], ZHANG],
  ])('%s is null without an error', async (_what, refs, caller) => {
    await using system = await startFakeNotarySystem([exampleCase()]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const { found, errors } = await graph.cases(caller, refs, 'id');
    expect({ found, errors }).toEqual({ found: [null], errors: undefined });
  });

  it.each(['no:（2026）测城中内经证字第00012号', 'no:(2026)测城中内经证字12', 'no:〔2026〕测城中执字第3号'])(
    'is found by the number on a document, as %s',
    async (ref) => {
      await using system = await startFakeNotarySystem([exampleCase()]);
      await using graph = await startTestSubgraph(`48=${system.url}`);
      expect((await graph.cases(ZHANG, [ref], 'id')).found).toEqual([{ id: REF }]);
    },
  );

  it('drifts alone, and the error names no value', async () => {
    await using system = await startFakeNotarySystem([
      exampleCase({ 状态: '已移交' }),
      exampleCase({ 受理号: 'GOOD' }),
    ]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const { found, errors } = await graph.cases(ZHANG, [REF, 'NO-480101-GOOD'], 'id status');
    expect(found).toEqual([null, { id: 'NO-480101-GOOD', status: 'ISSUED' }]);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      path: ['_entities', 0],
      extensions: { code: 'AGENCY_SCHEMA_DRIFT' },
    });
    expect(JSON.stringify(errors)).not.toContain('已移交');
  });

  it('asks for 120 cases in three queries', async () => {
    const keys = Array.from({ length: 120 }, (_, index) => `K${index}`);
    await using system = await startFakeNotarySystem(keys.map((key) => exampleCase({ 受理号: key })));
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const { found } = await graph.cases(
      ZHANG,
      keys.map((key) => `NO-480101-${key}`),
      'acceptanceNo',
    );
    expect(found.map((one) => one?.acceptanceNo)).toEqual(keys);
    expect(system.asked.map(({ keys: asked }) => asked.length)).toEqual([50, 50, 20]);
  });

  it('comes from the system of its region, and numbers are asked of all', async () => {
    await using north = await startFakeNotarySystem([exampleCase({ 地区代码: '480101' })]);
    await using east = await startFakeNotarySystem([
      exampleCase({ 地区代码: '480201', 受理号: 'EAST', 文书编号: '（2026）东证字第1号', 其他编号列表: '' }),
    ]);
    await using graph = await startTestSubgraph(`48=${north.url},4802=${east.url}`);
    const { found } = await graph.cases(ZHANG, [REF, 'NO-480201-EAST'], 'region');
    expect(found).toEqual([{ region: '480101' }, { region: '480201' }]);
    expect([north.asked.length, east.asked.length]).toEqual([1, 1]);
    expect((await graph.cases(ZHANG, ['no:(2026)东证字1'], 'region')).found).toEqual([{ region: '480201' }]);
    expect([north.asked.length, east.asked.length]).toEqual([2, 2]);
  });

  it('fails by system: one that is down takes only its own cases', async () => {
    await using north = await startFakeNotarySystem([exampleCase()]);
    await using east = await startFakeNotarySystem([]);
    east.setFault('failing');
    await using graph = await startTestSubgraph(`48=${north.url},4802=${east.url}`);
    const { found, errors } = await graph.cases(ZHANG, [REF, 'NO-480201-EAST'], 'id');
    expect(found).toEqual([{ id: REF }, null]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['AGENCY_UNAVAILABLE']);
    expect(JSON.stringify(errors)).not.toMatch(/ORA-|480101198503121013/);
  });
});

describe('readiness', () => {
  it('lasts while one system answers', async () => {
    await using north = await startFakeNotarySystem([]);
    await using east = await startFakeNotarySystem([]);
    await using graph = await startTestSubgraph(`48=${north.url},4802=${east.url}`);
    const status = async () => (await graph.app.inject('/health/ready')).statusCode;
    expect(await status()).toBe(200);
    east.setFault('failing');
    expect(await status()).toBe(200);
    north.setFault('failing');
    expect(await status()).toBe(503);
    expect((await graph.app.inject('/health/live')).statusCode).toBe(200);
  });
});

describe('a secret will', () => {
  const refs = ['NO-480101-WILL0001', 'no:（2019）测城中内民证字第00318号'];
  const unknown = ['NO-480101-WILL0002', 'no:（2019）测城中内民证字第00319号'];
  const others: [string, Record<string, unknown>][] = [
    ['a son', STRANGER],
    [
      'a lawyer',
      { role: 'REPRESENTATIVE', practitionerNo: '14801201210000001', credential: STRANGER.credential },
    ],
    ['an auditor', AUDITOR],
    ['an auditor of sealed cases', { ...AUDITOR, scopes: ['sealed:read'] }],
    ['another office', { ...OFFICER, organization: '12480101TEAT000741' }],
    ['a court', { ...OFFICER, service: 'COURT' }],
    ['legal aid', { ...OFFICER, service: 'LEGAL_AID' }],
  ];

  it.each([
    ['the testator', ZHANG],
    ['the office that keeps it', OFFICER],
  ])('is shown to %s', async (_who, caller) => {
    await using system = await startFakeNotarySystem([willCase]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const { found, errors } = await graph.cases(caller, refs, 'will { custody }');
    expect({ found, errors }).toEqual({
      found: [{ will: { custody: '公证处遗嘱库' } }, { will: { custody: '公证处遗嘱库' } }],
      errors: undefined,
    });
  });

  it.each(others)('is for %s the same bytes as no will', async (_who, caller) => {
    const broken = willCase
      .replace('<受理号>WILL0001<', '<受理号>WILL0003<')
      .replace('<状态>已出证<', '<状态>已移交<');
    await using system = await startFakeNotarySystem([willCase, broken]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const bytesFor = async (asked: readonly string[]) =>
      JSON.stringify(await graph.cases(caller, asked, EVERYTHING));
    const none = await bytesFor(unknown);
    expect(none).toContain('null');
    expect(await bytesFor(refs)).toBe(none);
    expect(await bytesFor(['NO-480101-WILL0003', refs[1] ?? ''])).toBe(none);
  });

  it.each(others)('is in no list and no count for %s', async (_who, caller) => {
    const query = `query ($p: [_Any!]!) {
      _entities(representations: $p) { ... on Person { notaryCases { id } } }
    }`;
    const p = [{ __typename: 'Person', credential: ZHANG.credential }];
    await using withWill = await startFakeNotarySystem([willCase]);
    await using without = await startFakeNotarySystem([]);
    await using graph = await startTestSubgraph(`48=${withWill.url}`);
    await using empty = await startTestSubgraph(`48=${without.url}`);
    const answer = JSON.stringify(await graph.ask(caller, query, { p }));
    expect(answer).toBe(JSON.stringify(await empty.ask(caller, query, { p })));
  });

  it('is hidden even where its marks cannot be read', async () => {
    const broken = willCase.replace('遗嘱保密', '绝密');
    await using system = await startFakeNotarySystem([broken]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    for (const caller of [ZHANG, OFFICER, STRANGER, AUDITOR]) {
      const { found, errors } = await graph.cases(caller, refs, 'id');
      expect({ found, errors }).toEqual({ found: [null, null], errors: undefined });
    }
  });
});
