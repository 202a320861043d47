import { at, type startTestSystem } from './startTestSystem.ts';

type System = Awaited<ReturnType<typeof startTestSystem>>;

/** Parties as requests name them. */
export const zhang = '<证件类型>居民身份证</证件类型><证件号码>480101198503121013</证件号码>';
export const contractor = '<证件类型>居民身份证</证件类型><证件号码>480101197904152158</证件号码>';
let serial = 0;
/** A 流水号 that no other request has. */
export const key = () => `TEST-KEY-${String(serial++).padStart(4, '0')}`;

/** A request for a new application. */
export function application(matter = 'QZZX', agent = ''): string {
  const party = (role: string, side: string, who: string, more = '') =>
    `<当事人><身份>${role}</身份><立场>${side}</立场><主体>${who}</主体>${more}</当事人>`;
  return `<操作>新建申请</操作><操作身份>申请人</操作身份><数据><地区代码>480101</地区代码><公证机构>32480101TEAT00031H</公证机构>
    <事项类别>${matter}</事项类别><用途>执行</用途><使用地>测试省</使用地><管辖依据>行为地</管辖依据><办理方式>网上</办理方式>
    <公证费>500.00</公证费><当事人列表>${party('债权人', '甲方', zhang, agent)}${party('债务人', '乙方', contractor)}</当事人列表></数据>`;
}

/** A request for a step of the lifecycle. */
export function step(
  no: string,
  event: string,
  data = '',
  actor = '公证员',
  practitionerNo = '248010001',
): string {
  return `<操作>状态流转</操作><操作身份>${actor}</操作身份><受理号>${no}</受理号><事件>${event}</事件>
    <执业证号>${practitionerNo}</执业证号><数据>${data}</数据>`;
}

/** Submits, and gives the status after, or code and message of the refusal. */
export async function take(system: System, content: string): Promise<string> {
  const { root, content: answer } = await system.submit(key(), content);
  return root === '错误' ? `${at(answer, '代码')} ${at(answer, '信息')}` : at(answer, '状态');
}

/** The record of a case now, to read by path. */
export async function recordOf(system: System, no: string) {
  const { content } = await system.query('按受理号查询', `<受理号列表><受理号>${no}</受理号></受理号列表>`);
  return (...path: (string | number)[]) => at(content, '公证事项列表', '公证事项', ...path);
}

export const debt = (consent = '是') =>
  `<强制执行效力><债权人>${zhang}</债权人><债务人>${contractor}</债务人><债务内容>赔偿款</债务内容><金额>186000.00</金额>
   <履行期限列表><履行期限>2026年12月31日</履行期限></履行期限列表><执行承诺>${consent}</执行承诺></强制执行效力>`;
export const certificate = (number: string, more: string) =>
  `<公证书编号>${number}</公证书编号><种类>债权文书公证书</种类><文字>中文</文字><份数>4</份数>${more}`;

/** Takes a new application up to the draft; its acceptance number. */
export async function toPendingApproval(system: System, matter = 'QZZX'): Promise<string> {
  const { content } = await system.submit(key(), application(matter));
  const no = at(content, '受理号');
  for (const [event, data] of [
    ['受理', '<已告知>是</已告知>'],
    ['审查', ''],
    ['提交拟稿', ''],
  ] as const) {
    await take(system, step(no, event, data));
  }
  return no;
}
