import { z } from 'zod';
import { isDay, readChinaTime } from '../chinaTime.ts';
import { agreementForms, sessionModes } from '../vocabulary.ts';

const MAX_TEXT = 20_000;

/** A time of the register: `2026-11-23 09:05:00`, China time, and a real one. */
export const ChinaTime = z
  .string()
  .refine((text) => readChinaTime(text) !== null, 'expected a time like 2026-11-23 09:05:00 (China time)');
/** A day: `2026-11-23`, and a real one. */
export const Day = z.string().refine(isDay, 'expected a day like 2026-11-23');
/** Yuan as a decimal with two places, at most 13 digits before the point. */
export const Yuan = z.string().regex(/^\d{1,13}\.\d\d$/, 'expected yuan with two places, like 62000.00');

const line = z.string().trim().min(1).max(300);
const partyNo = z.number().int().min(1).max(500);
const parties = z.array(partyNo).min(1).max(500);
const told = z.boolean();

const common = {
  /** When it took effect; absent: now. */
  at: ChinaTime.optional(),
  /** Number of the document that did it. */
  document_no: line.optional(),
  /** The version the writer has read; another one by now is a conflict. */
  expected_version: z.number().int().min(1).optional(),
};

const step = <Name extends string, Fields extends z.ZodRawShape>(event: Name, fields: Fields) =>
  z.strictObject({ event: z.literal(event), ...common, ...fields });

const Obligation = z.strictObject({
  debtor_no: partyNo,
  creditor_no: partyNo,
  what: line,
  amount_yuan: Yuan.nullable(),
  due_date: Day,
});

/** The body of `POST /mediations/{id}/events`: one event, each with what it needs. */
export const CaseEvent = z.discriminatedUnion('event', [
  step('征询对方', {}),
  step('拒绝调解', { party_no: partyNo, told_of_other_ways: told }),
  step('无法联系', { party_no: partyNo, told_of_other_ways: told }),
  step('同意调解', { party_nos: parties }),
  step('开始调解', { license_nos: z.array(line).min(1).max(9), rights_informed: z.boolean() }),
  step('延长期限', { asked_by: parties, length: z.number().int().min(1).max(60) }),
  step('达成协议', {
    agreement: z.strictObject({
      agreement_no: line.optional(),
      form: z.enum(agreementForms),
      effective_at: ChinaTime,
      obligations: z.array(Obligation).min(1).max(100),
    }),
  }),
  step('调解不成', { reason: line.optional(), told_of_other_ways: told }),
  step('撤回调解', { party_no: partyNo, told_of_other_ways: told }),
  step('疑似虚假调解', { reason: line, told_of_other_ways: told }),
  step('履行完毕', {}),
  step('逾期未履行', { reason: line.optional() }),
  step('申请司法确认', { court_id: line, court_case_no: line, applicants: parties }),
  step('法院受理', {}),
  step('法院不予受理', { reason: line }),
  step('撤回确认申请', {}),
  step('裁定有效', {}),
  step('裁定驳回', { reason: line }),
  step('申请执行', { court_id: line, party_no: partyNo }),
  step('办理赋强公证', { certificate_no: line }),
  step('归档', {}),

  step('披露利害关系', { license_no: line, text: line, consented: z.boolean() }),
  step('记录调解', {
    session: z.strictObject({
      place: line,
      mode: z.enum(sessionModes),
      attendees: z.array(line).max(100),
      statements: z.string().max(MAX_TEXT),
      undisputed_facts: z.string().trim().min(1).max(MAX_TEXT).nullable(),
    }),
  }),
  step('标记激化风险', { risk: z.boolean() }),
  step('记录履行', {
    obligation_no: z.number().int().min(1).max(100),
    amount_yuan: Yuan.nullable(),
    evidence_no: line.optional(),
  }),
  step('回访', {
    performed: z.boolean(),
    satisfaction: z.number().int().min(1).max(5).nullable(),
    new_risk: line.nullable(),
  }),
  step('封存', { document_no: line }),
  step('解除封存', { document_no: line }),
]);

export type CaseEvent = z.infer<typeof CaseEvent>;
export type CaseEventOf<Name extends CaseEvent['event']> = Extract<CaseEvent, { event: Name }>;
