import { z } from 'zod';
import {
  auxiliaryWords,
  certificateStatusWords,
  holdingKindWords,
  holdingStateWords,
  legalisationWords,
  reExaminationWords,
  seriesWords,
} from './notaryWords.ts';
import {
  count,
  date,
  dateTime,
  listOf,
  optional,
  sm3,
  subject,
  text,
  word,
  yesNo,
  yuan,
} from './wireForms.ts';

/** The parts of `<公证事项>` that only notary cases have, in the graph's words. */

const Enforceability = z
  .object({
    债权人: subject,
    债务人: subject,
    债务内容: text,
    金额: yuan,
    履行期限列表: listOf('履行期限', date),
    执行承诺: yesNo,
  })
  .transform((debt) => ({
    consentClause: debt.执行承诺,
    creditor: debt.债权人,
    debtor: debt.债务人,
    obligation: debt.债务内容,
    amount: debt.金额,
    dueDates: debt.履行期限列表,
  }));

const Legalisation = z
  .object({ 方式: word(legalisationWords), 国家地区: text })
  .transform((legalisation) => ({ kind: legalisation.方式, country: legalisation.国家地区 }));

export const Certificate = z
  .object({
    编号: text,
    出具时间: dateTime,
    种类: text,
    系列: optional(word(seriesWords)),
    状态: word(certificateStatusWords),
    文字: text,
    份数: count,
    强制执行效力: optional(Enforceability),
    域外使用认证: optional(Legalisation),
  })
  .transform((certificate) => ({
    certificateNo: certificate.编号,
    issuedAt: certificate.出具时间,
    kind: certificate.种类,
    series: certificate.系列,
    status: certificate.状态,
    language: certificate.文字,
    copies: certificate.份数,
    enforceability: certificate.强制执行效力,
    legalisation: certificate.域外使用认证,
  }));

export const EnforcementCertificate = z
  .object({
    编号: optional(text),
    申请时间: dateTime,
    金额: yuan,
    出具时间: optional(dateTime),
    不予出具时间: optional(dateTime),
    事由: optional(text),
  })
  .transform((certificate) => ({
    certificateNo: certificate.编号,
    requestedAt: certificate.申请时间,
    amount: certificate.金额,
    issuedAt: certificate.出具时间,
    refusedAt: certificate.不予出具时间,
    reason: certificate.事由,
  }));

export const ReExamination = z
  .object({
    申请人: subject,
    申请时间: dateTime,
    主张的错误: text,
    决定时间: optional(dateTime),
    结果: optional(word(reExaminationWords)),
    执行完毕时间: optional(dateTime),
  })
  .transform((reExamination) => ({
    requestedBy: reExamination.申请人,
    requestedAt: reExamination.申请时间,
    errorClaimed: reExamination.主张的错误,
    decidedAt: reExamination.决定时间,
    result: reExamination.结果,
    carriedOutAt: reExamination.执行完毕时间,
  }));

export const Evidence = z
  .object({
    对象: text,
    方式: text,
    地点: text,
    开始时间: dateTime,
    摘要列表: listOf('摘要', sm3),
    存储: text,
  })
  .transform((evidence) => ({
    object: evidence.对象,
    method: evidence.方式,
    place: evidence.地点,
    startedAt: evidence.开始时间,
    digests: evidence.摘要列表,
    storage: evidence.存储,
  }));

export const Will = z
  .object({ 登记时间: dateTime, 保管: text })
  .transform((will) => ({ registeredAt: will.登记时间, custody: will.保管 }));

export const Holding = z
  .object({
    种类: word(holdingKindWords),
    交付人: subject,
    受领人: subject,
    标的: text,
    状态: word(holdingStateWords),
  })
  .transform((holding) => ({
    kind: holding.种类,
    giver: holding.交付人,
    receiver: holding.受领人,
    object: holding.标的,
    state: holding.状态,
  }));

export const AuxiliaryTask = z
  .object({ 种类: word(auxiliaryWords), 法院: text, 案号: text, 委托时间: dateTime, 报告: optional(text) })
  .transform((task) => ({
    kind: task.种类,
    court: task.法院,
    courtCaseNo: task.案号,
    entrustedAt: task.委托时间,
    report: task.报告,
  }));

export const Verification = z
  .object({ 时间: dateTime, 内容: text, 结果: text })
  .transform((verification) => ({
    at: verification.时间,
    what: verification.内容,
    result: verification.结果,
  }));
