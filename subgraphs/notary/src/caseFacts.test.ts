import { describe, expect, it } from '@jest/globals';
import { caseFacts } from '@tongban/kit';
import { exampleCase, partyXml } from './testing/exampleCase.ts';
import { startFakeNotarySystem } from './testing/fakeNotarySystem.ts';
import { AUDITOR, CONTRACTOR, OFFICER, startTestSubgraph, ZHANG } from './testing/startTestSubgraph.ts';

const REF = 'NO-480101-GZ20260001';

async function factsOf(
  xml: string,
  caller: Parameters<Awaited<ReturnType<typeof startTestSubgraph>>['cases']>[0],
) {
  await using system = await startFakeNotarySystem([xml]);
  await using graph = await startTestSubgraph(`48=${system.url}`);
  const { errors, found } = await graph.cases(caller, [REF], 'facts');
  expect(errors).toBeUndefined();
  return found[0]?.facts ?? null;
}

describe('facts of a notary matter', () => {
  it('tell an auditor matter, certificate, fee and help, persons by tag', async () => {
    const told = caseFacts.parse(await factsOf(exampleCase(), AUDITOR));
    expect(told).toMatchObject({ service: 'NOTARY', notary: { acceptanceNo: 'GZ20260001', namesakes: [] } });
    expect(told.parties.map(({ subject }) => subject?.startsWith('test:'))).toEqual(
      told.parties.map(() => true),
    );
    expect(JSON.stringify(told)).not.toMatch(/480101198503121013|480101197904152158/);
  });

  it('tell which party bears a handler’s name, and not the name', async () => {
    const handler = /<承办人>[\s\S]*?<姓名>(.*?)<\/姓名>/.exec(exampleCase())?.[1] ?? '';
    expect(handler).not.toBe('');
    const party = partyXml('申请人', '甲方', '480101198503121013').replace(/<名称>.*?<\/名称>|<名称\/>/, '');
    const named = (name: string) => party.replace('</当事人>', `<名称>${name}</名称></当事人>`);
    const told = caseFacts.parse(await factsOf(exampleCase({ 当事人列表: named(handler) }), AUDITOR));
    expect(told.notary?.namesakes).toEqual([{ party: 0, handler: 0 }]);
    expect(JSON.stringify(told)).not.toContain(handler);
    const other = caseFacts.parse(await factsOf(exampleCase({ 当事人列表: named('某某') }), AUDITOR));
    expect(other.notary?.namesakes).toEqual([]);
  });

  it('are null for everybody else, and a will’s for the auditor too', async () => {
    for (const caller of [ZHANG, CONTRACTOR, OFFICER])
      expect(await factsOf(exampleCase(), caller)).toBeNull();
    const will = exampleCase({ 保密标记列表: '<保密标记>遗嘱保密</保密标记>' });
    expect(await factsOf(will, AUDITOR)).toBeNull();
  });
});
