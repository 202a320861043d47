import { describe, expect, it } from '@jest/globals';
import { createHttp, UpstreamError } from '@tongban/kit';
import { NotaryApi } from './notaryApi.ts';
import { exampleCase } from './testing/exampleCase.ts';
import { type FakeFault, startFakeNotarySystem } from './testing/fakeNotarySystem.ts';
import { encodeGb18030 } from './wire/gb18030.ts';

const request = { requestId: 'request-1', signal: new AbortController().signal };
const apiFor = (baseUrl: string) =>
  new NotaryApi(createHttp({ baseUrl, timeoutMs: 2_000, responseType: 'arraybuffer' }));

async function readOne(xml: string) {
  await using system = await startFakeNotarySystem([xml]);
  const found = await apiFor(system.url).findByKeys(request, ['GZ20260001']);
  return found.get('GZ20260001');
}

/** The code of the drift in one case, or what went right. */
async function outcomeOf(replacements: Record<string, string>) {
  const answer = await readOne(exampleCase(replacements));
  return answer?.kind === 'unreadable' ? answer.error.code : answer?.kind;
}

describe('a record of the documentation', () => {
  it("is read in the graph's words", async () => {
    const answer = await readOne(exampleCase());
    expect(answer).toMatchObject({
      kind: 'case',
      record: {
        ref: 'NO-480101-GZ20260001',
        status: 'ISSUED',
        openedAt: '2026-06-01T09:05:00+08:00',
        matter: 'ENFORCEABLE_DEBT',
        fee: 50_000,
        feeReduction: { form: 'WAIVED', basis: 'LEGAL_AID', reducedBy: 50_000, basisConfirmed: true },
        certificate: {
          series: 'DOMESTIC_ECONOMIC',
          enforceability: {
            amount: 18_600_000,
            creditor: { credential: 'RIC:480101198503121013', organization: null },
            dueDates: ['2026-07-31', '2026-09-30', '2026-12-31'],
          },
        },
        pauses: [{ ruleId: 'D-10', from: '2026-06-05T10:00:00+08:00', to: '2026-06-12T10:00:00+08:00' }],
      },
    });
    if (answer?.kind !== 'case') throw new Error('unreadable');
    expect(answer.record.parties.map(({ role, side }) => [role, side])).toEqual([
      ['CREDITOR', 'A'],
      ['DEBTOR', 'B'],
    ]);
    expect(answer.record.statusHistory.map(({ event }) => event)).toEqual([
      'SUBMIT',
      'ACCEPT',
      'EXAMINE',
      'VERIFY_FACTS',
      'RESUME',
      'SUBMIT_DRAFT',
      'APPROVE',
    ]);
  });

  it('keeps names of four-byte characters', async () => {
    const answer = await readOne(exampleCase({ 姓名: '𠮷测㐀' }));
    expect(answer?.kind === 'case' && answer.record.handlers[0]?.name).toBe('𠮷测㐀');
  });

  it('may have elements that came later', async () => {
    const later = exampleCase().replace('<公证费>', '<新元素><子元素>1</子元素></新元素><公证费>');
    expect(await readOne(later)).toMatchObject({ kind: 'case' });
  });

  it('takes a code without a word in an open list, and upper-cases the check letter of a document', async () => {
    const answer = await readOne(exampleCase({ 事件: 'SEAL', 证件号码: '48010119880808003x' }));
    expect(answer).toMatchObject({
      kind: 'case',
      record: { parties: [{ credential: 'RIC:48010119880808003X' }, {}] },
    });
  });

  it.each([
    ['a status that nobody knows', { 状态: '已移交' }],
    ['a status in the history that nobody knows', { 新状态: '已移交' }],
    ['a code that is no status of the lifecycle', { 新状态: 'TRANSFERRED' }],
    ['a matter that nobody knows', { 事项类别: 'ZB' }],
    ['a mark that nobody knows', { 保密标记列表: '<保密标记>绝密</保密标记>' }],
    ['a day that does not exist', { 申请时间: '2026年02月30日 09时05分' }],
    ['a due date that does not exist', { 履行期限: '2026年02月30日' }],
    ['an amount in another form', { 金额: '1,000' }],
    ['a party who is nobody', { 证件号码: '' }],
    [
      'a digest that is none',
      {
        保全证据:
          '<对象>甲</对象><方式>乙</方式><地点>丙</地点><开始时间>2026年06月01日 09时05分</开始时间><摘要列表><摘要>xyz</摘要></摘要列表><存储>丁</存储>',
      },
    ],
    ['a list with something else in it', { 其他编号列表: '<别名>甲</别名>' }],
  ])('drifts by %s', async (_what, replacements) => {
    expect(await outcomeOf(replacements)).toBe('AGENCY_SCHEMA_DRIFT');
  });

  it('drifts by an element that is missing', async () => {
    const answer = await readOne(exampleCase().replace(/<用途>.*<\/用途>/, ''));
    expect(answer).toMatchObject({ kind: 'unreadable', error: { code: 'AGENCY_SCHEMA_DRIFT' } });
  });

  it('drifts alone: the other records of the answer are read', async () => {
    await using system = await startFakeNotarySystem([
      exampleCase({ 受理号: 'BAD', 状态: '已移交' }),
      exampleCase({ 受理号: 'GOOD' }),
    ]);
    const found = await apiFor(system.url).findByKeys(request, ['BAD', 'GOOD', 'NONE']);
    expect([...found].map(([key, { kind }]) => [key, kind])).toEqual([
      ['BAD', 'unreadable'],
      ['GOOD', 'case'],
    ]);
  });
});

describe('a system that fails', () => {
  const text = (content: string) => encodeGb18030(content);
  it.each<[string, FakeFault, string]>([
    ['answers 500', 'failing', 'AGENCY_UNAVAILABLE'],
    ['refuses our credentials', 'unauthorized', 'AGENCY_UNAVAILABLE'],
    ['reports trouble of its own', 'refusing', 'AGENCY_UNAVAILABLE'],
    ['breaks off in the middle', 'cut-off', 'AGENCY_BAD_RESPONSE'],
    ['does not answer in time', 'slow', 'AGENCY_TIMEOUT'],
    [
      'says that it does not take the query',
      text('<错误><代码>E1002</代码><信息>x</信息></错误>'),
      'AGENCY_BAD_RESPONSE',
    ],
    [
      'answers bytes that are no GB18030',
      Buffer.from([0x7b, 0x22, 0x81, 0xff, 0xfe, 0x00, 0x3c]),
      'AGENCY_BAD_RESPONSE',
    ],
    ['answers UTF-8', Buffer.from('<?xml version="1.0" encoding="UTF-8"?><应答/>'), 'AGENCY_BAD_RESPONSE'],
    ['answers UTF-8 and says nothing', Buffer.from('<应答><公证事项列表/></应答>'), 'AGENCY_BAD_RESPONSE'],
    ['answers JSON', Buffer.from('{"items":[]}'), 'AGENCY_BAD_RESPONSE'],
    ['answers XML that is not closed', text('<应答><公证事项列表></应答>'), 'AGENCY_BAD_RESPONSE'],
    ['answers another document', text('<html><body>500</body></html>'), 'AGENCY_BAD_RESPONSE'],
    ['declares entities', text('<!DOCTYPE a [<!ENTITY b "x">]><应答>&b;</应答>'), 'AGENCY_BAD_RESPONSE'],
    ['answers nothing', Buffer.alloc(0), 'AGENCY_BAD_RESPONSE'],
    ['leaves out the list', text('<应答><总数>0</总数></应答>'), 'AGENCY_SCHEMA_DRIFT'],
    [
      'names keys that cannot be',
      text('<应答><公证事项列表/><其余受理号列表><其余受理号>../x</其余受理号></其余受理号列表></应答>'),
      'AGENCY_SCHEMA_DRIFT',
    ],
  ])('%s', async (_what, fault, code) => {
    await using system = await startFakeNotarySystem([]);
    system.setFault(fault);
    const failure = await apiFor(system.url)
      .findByKeys(request, ['GZ20260001'])
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UpstreamError);
    expect((failure as UpstreamError).code).toBe(code);
    expect(JSON.stringify(failure)).not.toContain('480101198503121013');
  });

  it('is not there at all', async () => {
    const api = apiFor('http://127.0.0.1:9');
    await expect(api.findByKeys(request, ['A'])).rejects.toMatchObject({ code: 'AGENCY_UNAVAILABLE' });
  });

  it('answers a billion laughs, which are not laughed', async () => {
    await using system = await startFakeNotarySystem([]);
    const lines = Array.from({ length: 30 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
    system.setFault(text(`<!DOCTYPE l [<!ENTITY l0 "lol">${lines.join('')}]><应答>&l30;</应答>`));
    const started = performance.now();
    await expect(apiFor(system.url).findByKeys(request, ['A'])).rejects.toMatchObject({
      code: 'AGENCY_BAD_RESPONSE',
    });
    expect(performance.now() - started).toBeLessThan(250);
  });
});

describe('cases of persons', () => {
  const zhang = 'RIC:480101198503121013';

  it('come in ⌈n/50⌉ calls whatever the first answer holds', async () => {
    const records = Array.from({ length: 120 }, (_, i) => exampleCase({ 受理号: `K${i}` }));
    await using system = await startFakeNotarySystem(records);
    const found = await apiFor(system.url).findByCredentials(request, [zhang]);
    expect(found.get(zhang)).toHaveLength(120);
    expect(system.asked.map(({ operation, keys }) => [operation, keys.length])).toEqual([
      ['按当事人查询', 1],
      ['按受理号查询', 50],
      ['按受理号查询', 20],
    ]);
  });

  it('are told apart for everyone asked', async () => {
    await using system = await startFakeNotarySystem([exampleCase()]);
    const found = await apiFor(system.url).findByCredentials(request, [
      zhang,
      'RIC:480101197904152158',
      'PASSPORT:X12345',
    ]);
    expect([...found.keys()].sort()).toEqual(['RIC:480101197904152158', zhang].sort());
    expect(system.asked).toHaveLength(1);
    expect(system.asked[0]).toMatchObject({ requestId: 'request-1' });
    expect(system.asked[0]?.text).toContain('<证件类型>护照</证件类型><证件号码>X12345</证件号码>');
  });
});

describe('cases by number', () => {
  it('are found by any of their numbers, all that have it', async () => {
    await using system = await startFakeNotarySystem([exampleCase(), exampleCase({ 受理号: 'TWIN' })]);
    const found = await apiFor(system.url).findByNumbers(request, ['(2026)测城中执字3', '(2026)无字1']);
    expect([...found].map(([number, cases]) => [number, cases.length])).toEqual([['(2026)测城中执字3', 2]]);
  });
});
