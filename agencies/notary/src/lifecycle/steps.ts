import { z } from 'zod';
import { feeBasisWords, feeFormWords } from '../wire/caseWords.ts';
import {
  auxiliaryWords,
  holdingKindWords,
  holdingStateWords,
  legalisationWords,
  refuseGroundWords,
  seriesWords,
  terminateGroundWords,
} from '../wire/notaryWords.ts';
import {
  count,
  date,
  dateTime,
  listOf,
  optional,
  subject,
  text,
  word,
  yesNo,
  yuan,
} from '../wire/wireForms.ts';
import type { TransitionEvent } from './lifecycle.ts';

/** What `<数据>` must hold for each step, beside who acts. */
const nothing = z.union([z.literal('').transform(() => ({})), z.strictObject({})]);
const reason = z.strictObject({ 事由: text });
const decision = z.strictObject({ 决定书编号: text });

export const transitionData = {
  ACCEPT: z.strictObject({ 已告知: yesNo, 受理通知单编号: optional(text) }),
  NOT_ACCEPT: reason,
  EXAMINE: nothing,
  REQUEST_MATERIAL: reason,
  VERIFY_FACTS: reason,
  FORCE_MAJEURE: reason,
  RESUME: nothing,
  SUBMIT_DRAFT: nothing,
  APPROVE: z.strictObject({
    公证书编号: text,
    种类: text,
    系列: optional(word(seriesWords)),
    文字: text,
    份数: count,
    强制执行效力: optional(
      z.strictObject({
        债权人: subject,
        债务人: subject,
        债务内容: text,
        金额: yuan,
        履行期限列表: listOf('履行期限', date),
        执行承诺: yesNo,
      }),
    ),
    域外使用认证: optional(z.strictObject({ 方式: word(legalisationWords), 国家地区: text })),
  }),
  RETURN_DRAFT: reason,
  REFUSE: z.strictObject({ 事由: word(refuseGroundWords), 决定书编号: text }),
  TERMINATE: z.strictObject({ 事由: word(terminateGroundWords), 决定书编号: text }),
  REQUEST_REEXAMINATION: z.strictObject({ 申请人: subject, 主张的错误: text }),
  UPHOLD: decision,
  CORRECT: decision,
  REVOKE_PARTLY: decision,
  REVOKE: decision,
  REQUEST_ENFORCEMENT: z.strictObject({ 申请人: subject, 金额: yuan }),
  ISSUE_ENFORCEMENT: z.strictObject({ 执行证书编号: text, 核实情况: text }),
  REFUSE_ENFORCEMENT: reason,
  ARCHIVE: nothing,
} as const satisfies Readonly<Record<TransitionEvent, z.ZodType>>;

export type TransitionData<Event extends TransitionEvent> = z.output<(typeof transitionData)[Event]>;

/** What may be put on record without moving the case. */
export const recordData = {
  费用减免: z.strictObject({
    方式: word(feeFormWords),
    标准收费: yuan,
    减免金额: yuan,
    依据: word(feeBasisWords),
    依据文号: optional(text),
    依据已核实: optional(yesNo),
    批准人: text,
    地方依据: optional(text),
  }),
  核实: z.strictObject({ 内容: text, 结果: text }),
  保全证据: z.strictObject({
    对象: text,
    方式: text,
    地点: text,
    开始时间: dateTime,
    摘要列表: listOf('摘要', z.string().regex(/^[0-9a-f]{64}$/, '应为64位小写十六进制SM3摘要')),
    存储: text,
  }),
  提存保管: z.strictObject({
    种类: word(holdingKindWords),
    交付人: subject,
    受领人: subject,
    标的: text,
    状态: word(holdingStateWords),
  }),
  辅助事务: z.strictObject({
    种类: word(auxiliaryWords),
    法院: text,
    案号: text,
    委托时间: dateTime,
    报告: optional(text),
  }),
  复查执行完毕: nothing,
  封存: z.strictObject({ 通知书编号: text }),
  解除封存: z.strictObject({ 通知书编号: text }),
} as const;

export type RecordKind = keyof typeof recordData;
