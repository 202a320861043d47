import { describe, expect, it } from '@jest/globals';
import { at, startTestSystem } from '../testing/startTestSystem.ts';
import { syntheticNotaryCase } from '../testing/syntheticNotaryCase.ts';
import { encodeGb18030 } from '../wire/gb18030.ts';

const bytesOf = (text: string) => new Uint8Array(encodeGb18030(text));
const list = (item: string, contents: readonly string[]) =>
  `<${item}列表>${contents.map((one) => `<${item}>${one}</${item}>`).join('')}</${item}列表>`;
const person = (number: string) => `<证件类型>居民身份证</证件类型><证件号码>${number}</证件号码>`;
const keyOf = (index: number) => `GZ${String(index).padStart(8, '0')}`;
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    syntheticNotaryCase({
      key: keyOf(index),
      caseNo: `（2026）测城中内民证字第${index}号`,
      aliases: [],
      openedAt: `2026-06-01T09:${String(index % 60).padStart(2, '0')}:00+08:00`,
    }),
  );
const recordKeys = (text: string) => [...text.matchAll(/<公证事项><受理号>(\w+)</g)].map(([, key]) => key);

describe('a query by acceptance number', () => {
  it('answers the full record in GB18030', async () => {
    await using system = await startTestSystem([syntheticNotaryCase()]);
    const { text, content, root } = await system.query(
      '按受理号查询',
      list('受理号', ['GZ20260001', 'NONE']),
    );
    expect(root).toBe('应答');
    const record = (...path: string[]) => at(content, '公证事项列表', '公证事项', ...path);
    expect(at(content, '总数')).toBe('1');
    expect(record('状态')).toBe('已出证');
    expect(record('申请', '事项类别')).toBe('QZZX');
    expect(record('申请时间')).toBe('2026年06月01日 09时05分');
    expect(record('费用减免', '标准收费')).toBe('500.00');
    expect(record('公证书', '强制执行效力', '债权人', '证件号码')).toBe('480101198503121013');
    expect(record('公证书', '强制执行效力', '金额')).toBe('186000.00');
    expect(text).toContain('<姓名>严测公</姓名>');
    expect(text).toContain('<名称>张测试</名称>');
  });

  it('carries names of four-byte characters', async () => {
    const named = syntheticNotaryCase();
    const handlers = named.handlers.map((handler) => ({ ...handler, name: '𠮷测㐀' }));
    await using system = await startTestSystem([{ ...named, handlers }]);
    const { text } = await system.query('按受理号查询', list('受理号', ['GZ20260001']));
    expect(text).toContain('<姓名>𠮷测㐀</姓名>');
  });

  it('refuses more than fifty keys', async () => {
    await using system = await startTestSystem();
    const { status, root, content } = await system.query(
      '按受理号查询',
      list(
        '受理号',
        many(51).map((c) => c.key),
      ),
    );
    expect({ status, root, code: at(content, '代码') }).toEqual({ status: 200, root: '错误', code: 'E1003' });
    expect(at(content, '信息')).toBe('单次查询超过50条：每次最多50个，本次51个');
  });
});

describe('a query by number', () => {
  it.each(['（2026）测城中内经证字第00012号', '(2026)测城中内经证字12', '〔2026〕 测城中内经证字第 12 号'])(
    'finds the case however the number %s is written',
    async (number) => {
      await using system = await startTestSystem([syntheticNotaryCase()]);
      const { text } = await system.query('按编号查询', list('编号', [number]));
      expect(recordKeys(text)).toEqual(['GZ20260001']);
    },
  );

  it('finds by a later number too', async () => {
    await using system = await startTestSystem([syntheticNotaryCase()]);
    const { text } = await system.query('按编号查询', list('编号', ['（2026）测城中执字第3号', '没有的号']));
    expect(recordKeys(text)).toEqual(['GZ20260001']);
  });
});

describe('a query by party', () => {
  it('sends fifty records and the keys of the others', async () => {
    await using system = await startTestSystem(many(120));
    const first = await system.query('按当事人查询', list('当事人', [person('480101198503121013')]));
    expect(at(first.content, '总数')).toBe('120');
    expect(recordKeys(first.text)).toEqual(many(50).map(({ key }) => key));
    const rest = JSON.parse(at(first.content, '其余受理号列表', '其余受理号')) as string[];
    expect(rest).toEqual(
      many(120)
        .slice(50)
        .map(({ key }) => key),
    );
  });

  it('sends a case once though several of the asked are in it', async () => {
    await using system = await startTestSystem([syntheticNotaryCase()]);
    const both = [person('480101198503121013'), person('480101197904152158')];
    const { text } = await system.query('按当事人查询', list('当事人', both));
    expect(recordKeys(text)).toEqual(['GZ20260001']);
  });

  it('answers an empty list for a stranger', async () => {
    await using system = await startTestSystem([syntheticNotaryCase()]);
    const { content } = await system.query('按当事人查询', list('当事人', [person('480101195209070223')]));
    expect([at(content, '总数'), at(content, '公证事项列表')]).toEqual(['0', '']);
  });
});

describe('the list', () => {
  it('goes on exactly where the page before ended', async () => {
    await using system = await startTestSystem(many(70));
    const first = await system.query('列表查询', '<每页条数>40</每页条数>');
    const last = recordKeys(first.text).at(-1);
    const minute = Number(last?.slice(-2)) % 60;
    const after = `<起始于><申请时间>2026年06月01日 09时${String(minute).padStart(2, '0')}分</申请时间><地区代码>480101</地区代码><受理号>${last}</受理号></起始于>`;
    const second = await system.query('列表查询', `<每页条数>40</每页条数>${after}`);
    const all = [...recordKeys(first.text), ...recordKeys(second.text)];
    expect([at(first.content, '还有更多'), at(second.content, '还有更多')]).toEqual(['是', '否']);
    expect(at(second.content, '总数')).toBe('70');
    expect(all).toHaveLength(70);
    expect(new Set(all).size).toBe(70);
  });

  it('leaves out secret wills of other offices and sealed cases unless asked', async () => {
    const will = syntheticNotaryCase({ key: 'WILL', secrecy: ['willSecret'] });
    const sealed = syntheticNotaryCase({ key: 'SEALED', secrecy: ['sealed'] });
    await using system = await startTestSystem([will, sealed, syntheticNotaryCase()]);
    const keysFor = async (content: string) => recordKeys((await system.query('列表查询', content)).text);
    expect(await keysFor('')).toEqual(['GZ20260001']);
    expect(await keysFor('<遗嘱所属机构>12480101TEAT000741</遗嘱所属机构>')).toEqual(['GZ20260001']);
    expect(await keysFor('<遗嘱所属机构>32480101TEAT00031H</遗嘱所属机构>')).toEqual(['GZ20260001', 'WILL']);
    expect(await keysFor('<含封存>是</含封存>')).toEqual(['GZ20260001', 'SEALED']);
  });

  it('narrows by status, region and day', async () => {
    await using system = await startTestSystem([
      syntheticNotaryCase(),
      syntheticNotaryCase({ key: 'EAST', region: '480102', status: 'ARCHIVED' }),
    ]);
    const keysFor = async (content: string) => recordKeys((await system.query('列表查询', content)).text);
    expect(await keysFor(list('状态', ['归档', '终止']))).toEqual(['EAST']);
    expect(await keysFor(list('地区前缀', ['480101', '49']))).toEqual(['GZ20260001']);
    expect(
      await keysFor(
        '<申请时间起>2026年06月01日 09时05分</申请时间起><申请时间止>2026年06月01日 09时06分</申请时间止>',
      ),
    ).toHaveLength(2);
    expect(await keysFor('<申请时间止>2026年06月01日 09时05分</申请时间止>')).toEqual([]);
  });
});

describe('a request that is wrong', () => {
  it.each([
    ['an unknown operation', '<操作>删除</操作>', 'E1004'],
    ['an operation named like an object member', '<操作>constructor</操作>', 'E1004'],
    ['no operation', '', 'E1002'],
    ['an element that is not in the interface', '<操作>变更查询</操作><用户>x</用户>', 'E1002'],
    [
      'a day that does not exist',
      '<操作>列表查询</操作><申请时间起>2026年02月30日 09时00分</申请时间起>',
      'E1002',
    ],
    ['a status that does not exist', '<操作>列表查询</操作><状态列表><状态>未知</状态></状态列表>', 'E1002'],
  ])('is refused for %s', async (_what, content, code) => {
    await using system = await startTestSystem();
    const response = await system.post('/query.do', bytesOf(`<请求>${content}</请求>`));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(code);
  });

  it.each([
    [
      'UTF-8',
      new TextEncoder().encode('<?xml version="1.0" encoding="UTF-8"?><请求><操作>列表查询</操作></请求>'),
    ],
    ['a DOCTYPE', bytesOf('<!DOCTYPE 请求 [<!ENTITY a "b">]><请求><操作>&a;</操作></请求>')],
    ['JSON', bytesOf('{"操作":"列表查询"}')],
    ['nothing', new Uint8Array()],
  ])('is refused for %s', async (_what, bytes) => {
    await using system = await startTestSystem();
    expect(await (await system.post('/query.do', bytes)).text()).toContain('E1001');
  });

  it('is refused for its size before it is read', async () => {
    await using system = await startTestSystem();
    expect(await (await system.post('/query.do', new Uint8Array(300 * 1024))).text()).toContain('E1005');
  });

  it.each(['', 'Basic eDp5', 'Bearer x'])(
    'is refused with 401 for the credentials "%s"',
    async (authorization) => {
      await using system = await startTestSystem([syntheticNotaryCase()]);
      const response = await system.post('/query.do', bytesOf('<请求/>'), { authorization });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('Basic');
      expect(await response.text()).toContain('E2001');
    },
  );

  it('cannot switch faults on in production', async () => {
    await using system = await startTestSystem([], true);
    const response = await fetch(`${system.address}/__fault`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"mode":"failing"}',
    });
    expect(response.status).toBe(404);
  });
});
