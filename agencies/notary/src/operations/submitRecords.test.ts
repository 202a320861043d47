import { describe, expect, it } from '@jest/globals';
import { at, startTestSystem } from '../testing/startTestSystem.ts';
import { application, contractor, recordOf, step, take, zhang } from '../testing/submissions.ts';
import { syntheticNotaryCase } from '../testing/syntheticNotaryCase.ts';

describe('the idempotency key', () => {
  it('makes a repeated request one write with one answer', async () => {
    await using system = await startTestSystem();
    const first = await system.submit('SAME-KEY-1', application());
    const again = await system.submit('SAME-KEY-1', application());
    expect(again.text).toBe(first.text);
    expect(at((await system.query('列表查询')).content, '总数')).toBe('1');
    expect(at((await system.query('变更查询')).content, '变更列表', '变更', '游标')).toBe('1');
  });

  it('cannot be used for another request', async () => {
    await using system = await startTestSystem();
    await system.submit('SAME-KEY-2', application());
    const { content } = await system.submit('SAME-KEY-2', application('HT'));
    expect(at(content, '代码')).toBe('E3004');
  });

  it('is free again after a refusal', async () => {
    await using system = await startTestSystem();
    const refused = await system.submit('SAME-KEY-3', step('NONE', '受理', '<已告知>是</已告知>'));
    expect(at(refused.content, '代码')).toBe('E3001');
    expect(at((await system.submit('SAME-KEY-3', application())).content, '状态')).toBe('已申请');
  });

  it('is required', async () => {
    await using system = await startTestSystem();
    expect(at((await system.submit('', application())).content, '代码')).toBe('E1002');
  });
});

describe('a record on a case', () => {
  const record = (kind: string, data: string) =>
    `<操作>登记</操作><操作身份>公证员</操作身份><受理号>GZ20260001</受理号><登记种类>${kind}</登记种类><数据>${data}</数据>`;
  const reduction = (number: string) =>
    `<方式>减收</方式><标准收费>500.00</标准收费><减免金额>200.00</减免金额><依据>法律援助决定</依据>${number}<批准人>主任</批准人>`;

  it('keeps a fee reduction with the decision it rests on, and refuses one without', async () => {
    await using system = await startTestSystem([syntheticNotaryCase()]);
    expect(await take(system, record('费用减免', reduction('')))).toContain('须填写决定书文号');
    expect(
      await take(system, record('费用减免', reduction('<依据文号>（2026）测援字第2号</依据文号>'))),
    ).toBe('已出证');
    expect((await recordOf(system, 'GZ20260001'))('费用减免', '减免金额')).toBe('200.00');
  });

  it('keeps deposits and tasks for courts', async () => {
    await using system = await startTestSystem([syntheticNotaryCase()]);
    await take(
      system,
      record(
        '提存保管',
        `<种类>提存</种类><交付人>${contractor}</交付人><受领人>${zhang}</受领人><标的>款项</标的><状态>在管</状态>`,
      ),
    );
    await take(
      system,
      record(
        '辅助事务',
        '<种类>送达</种类><法院>11480101TEAT000151</法院><案号>（2026）测民初1号</案号><委托时间>2026年11月01日 09时00分</委托时间>',
      ),
    );
    const read = await recordOf(system, 'GZ20260001');
    expect(read('提存保管列表', '提存保管', '受领人', '名称')).toBe('张测试');
    expect(read('辅助事务列表', '辅助事务', '种类')).toBe('送达');
  });

  it('seals a case by a notice, even an archived one, and unseals it by another', async () => {
    await using system = await startTestSystem([syntheticNotaryCase({ status: 'ARCHIVED' })]);
    const notice = (number: string) => `<通知书编号>${number}</通知书编号>`;
    expect(await take(system, record('解除封存', notice('甲1')))).toContain('未封存');
    expect(await take(system, record('封存', notice('甲2')))).toBe('归档');
    expect(await take(system, record('封存', notice('甲3')))).toContain('已封存');
    expect((await system.query('列表查询')).text).not.toContain('GZ20260001');
    expect((await recordOf(system, 'GZ20260001'))('流转列表', '流转', 7, '事件')).toBe('封存');
    expect(await take(system, record('解除封存', notice('甲4')))).toBe('归档');
    expect((await system.query('列表查询')).text).toContain('GZ20260001');
  });

  it('is refused on an archived case', async () => {
    await using system = await startTestSystem([syntheticNotaryCase({ status: 'ARCHIVED' })]);
    expect(await take(system, record('核实', '<内容>x</内容><结果>y</结果>'))).toContain('已归档');
  });
});
