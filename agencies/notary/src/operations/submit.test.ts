import { describe, expect, it } from '@jest/globals';
import { at, startTestSystem } from '../testing/startTestSystem.ts';
import {
  application,
  certificate,
  contractor,
  debt,
  key,
  recordOf,
  step,
  take,
  toPendingApproval,
  zhang,
} from '../testing/submissions.ts';
import { syntheticNotaryCase } from '../testing/syntheticNotaryCase.ts';

describe('a notary matter from application to enforcement', () => {
  it('goes the whole way, and the record tells it', async () => {
    await using system = await startTestSystem();
    const no = at((await system.submit(key(), application())).content, '受理号');
    const said = [
      await take(
        system,
        step(no, '受理', '<已告知>是</已告知><受理通知单编号>（2026）公证受字第1号</受理通知单编号>'),
      ),
      await take(system, step(no, '审查')),
      await take(system, step(no, '要求补充材料', '<事由>补充身份证明</事由>')),
    ];
    system.setNow('2026-11-30T10:00:00+08:00');
    said.push(
      await take(system, step(no, '恢复办理')),
      await take(system, step(no, '提交拟稿')),
      await take(
        system,
        step(
          no,
          '批准出证',
          certificate('（2026）测城中内经证字第00099号', debt()),
          '公证机构负责人',
          '248010002',
        ),
      ),
    );
    system.setNow('2027-01-15T10:00:00+08:00');
    said.push(
      await take(
        system,
        step(no, '申请执行证书', `<申请人>${zhang}</申请人><金额>62000.00</金额>`, '债权人', ''),
      ),
      await take(
        system,
        step(
          no,
          '出具执行证书',
          '<执行证书编号>（2027）测城中执字第1号</执行证书编号><核实情况>未履行</核实情况>',
        ),
      ),
    );
    expect(said).toEqual([
      '已受理',
      '审查核实',
      '暂停计时',
      '审查核实',
      '待审批',
      '已出证',
      '申请执行证书',
      '已出具执行证书',
    ]);
    const record = await recordOf(system, no);
    expect(record('暂停列表', '暂停', '截止时间')).toBe('2026年11月30日 10时00分');
    expect(record('公证书', '系列')).toBe('内经');
    expect(record('执行证书', '编号')).toBe('（2027）测城中执字第1号');
    expect(record('流转列表', '流转', 0, '事件')).toBe('申请');
    expect(record('流转列表', '流转', 8, '新状态')).toBe('已出具执行证书');
    const { text } = await system.query('按编号查询', '<编号列表><编号>(2027)测城中执字1</编号></编号列表>');
    expect(text).toContain(no);
  });

  it('is told in the change feed, in order', async () => {
    await using system = await startTestSystem();
    const no = await toPendingApproval(system);
    const { content } = await system.query('变更查询', '<起始游标>1</起始游标>');
    const changes = JSON.parse(at(content, '变更列表', '变更')) as Record<string, string>[];
    expect(changes.map(({ 游标, 受理号, 事件, 状态 }) => [游标, 受理号, 事件, 状态])).toEqual([
      ['2', no, '受理', '已受理'],
      ['3', no, '审查', '审查核实'],
      ['4', no, '提交拟稿', '待审批'],
    ]);
  });
});

describe('a step that is not allowed', () => {
  it('is refused with the status, the event and what may follow', async () => {
    await using system = await startTestSystem();
    const no = await toPendingApproval(system);
    expect(await take(system, step(no, '归档'))).toBe(
      'E3002 当前状态不允许此操作：事项现为“待审批”，不能“归档”；可以进行“批准出证”、“退回”、“不予办理”、“终止”',
    );
    expect((await recordOf(system, no))('状态')).toBe('待审批');
  });

  it.each([
    [
      'approval by the handling notary',
      '批准出证',
      certificate('X1', debt()),
      '公证机构负责人',
      '248010001',
      '不得由承办公证员本人决定',
    ],
    [
      'approval by nobody named',
      '批准出证',
      certificate('X2', debt()),
      '公证机构负责人',
      '',
      '须填写决定人的执业证号',
    ],
    [
      'approval by a clerk',
      '批准出证',
      certificate('X3', debt()),
      '受理人员',
      '248010002',
      '须由公证机构负责人',
    ],
    [
      'a debt without consent to enforcement',
      '批准出证',
      certificate('X4', debt('否')),
      '审批人',
      '248010002',
      '第37条',
    ],
    ['a debt matter without the debt', '批准出证', certificate('X5', ''), '审批人', '248010002', '第37条'],
    [
      'a number already printed',
      '批准出证',
      certificate('(2026)测城中内经证字12', debt()),
      '审批人',
      '248010002',
      'E3005',
    ],
    [
      'a ground of refusal not in the law',
      '不予办理',
      '<事由>不想办</事由><决定书编号>D1</决定书编号>',
      '审批人',
      '248010002',
      'E1002',
    ],
    [
      'ending for six months after a day',
      '终止',
      '<事由>因当事人原因六个月内不能办结</事由><决定书编号>D2</决定书编号>',
      '审批人',
      '248010002',
      '未满六个月',
    ],
  ])('is refused for %s', async (_what, event, data, actor, practitionerNo, words) => {
    await using system = await startTestSystem([syntheticNotaryCase()]);
    const no = await toPendingApproval(system);
    expect(await take(system, step(no, event, data, actor, practitionerNo))).toContain(words);
    expect((await recordOf(system, no))('状态')).toBe('待审批');
  });

  it('is refused for a will applied for by an agent, and a will is secret from its application', async () => {
    await using system = await startTestSystem();
    const agent = `<代理人>${contractor}</代理人>`;
    const no = at((await system.submit(key(), application('YZ', agent))).content, '受理号');
    expect(await take(system, step(no, '受理', '<已告知>是</已告知>'))).toContain('应由本人办理');
    expect((await system.query('列表查询')).text).not.toContain(no);
  });

  it.each([
    ['acceptance before the applicant is informed', '<已告知>否</已告知>', '248010001', '第27条'],
    ['acceptance by a notary nobody knows', '<已告知>是</已告知>', '999', '须由公证员受理'],
  ])('is refused for %s', async (_what, data, practitionerNo, words) => {
    await using system = await startTestSystem();
    const no = at((await system.submit(key(), application())).content, '受理号');
    expect(await take(system, step(no, '受理', data, '公证员', practitionerNo))).toContain(words);
  });

  it('is refused for a party that asks for re-examination after a year', async () => {
    await using system = await startTestSystem([syntheticNotaryCase()]);
    const ask = step(
      'GZ20260001',
      '申请复查',
      `<申请人>${zhang}</申请人><主张的错误>金额</主张的错误>`,
      '申请人',
      '',
    );
    system.setNow('2027-06-25T16:01:00+08:00');
    expect(await take(system, ask)).toContain('已超过一年');
    system.setNow('2027-06-25T16:00:00+08:00');
    expect(await take(system, ask)).toBe('复查中');
    const decide = step(
      'GZ20260001',
      '决定撤销',
      '<决定书编号>（2027）测复字第1号</决定书编号>',
      '复查人',
      '248010002',
    );
    expect(await take(system, decide)).toBe('撤销');
    expect((await recordOf(system, 'GZ20260001'))('公证书', '状态')).toBe('撤销');
  });

  it('is refused for an enforcement certificate asked for by the debtor', async () => {
    await using system = await startTestSystem([syntheticNotaryCase()]);
    const ask = step(
      'GZ20260001',
      '申请执行证书',
      `<申请人>${contractor}</申请人><金额>1.00</金额>`,
      '债务人',
      '',
    );
    expect(await take(system, ask)).toContain('须由债权人申请');
  });
});
