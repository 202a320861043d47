import { z } from 'zod';
import {
  documentTypeWords,
  feeBasisWords,
  feeFormWords,
  neighbourWords,
  roleWords,
  secrecyWords,
  sideWords,
} from './caseWords.ts';
import { eventWords, statusWords } from './notaryWords.ts';
import {
  count,
  dateTime,
  listOf,
  openWord,
  optional,
  subjectFields,
  text,
  toCredential,
  toSubject,
  word,
  yesNo,
  yuan,
} from './wireForms.ts';

/** The parts of `<公证事项>` that every service's cases have, as the kit's records. */

export const Party = z
  .object({
    身份: openWord(roleWords),
    立场: word(sideWords),
    ...subjectFields,
    代理人执业证号: optional(text),
    代理人证件类型: optional(word(documentTypeWords)),
    代理人证件号码: optional(text),
  })
  .transform((party, context) => {
    const subject = toSubject(party);
    if (subject === null) {
      context.addIssue({ code: 'custom', message: 'neither one person nor one body' });
      return z.NEVER;
    }
    return {
      role: party.身份,
      side: party.立场,
      ...subject,
      agentPractitionerNo: party.代理人执业证号,
      agentCredential:
        party.代理人证件类型 === null || party.代理人证件号码 === null
          ? null
          : toCredential(party.代理人证件类型, party.代理人证件号码),
    };
  });

/** A party and the name that its papers bear, empty where the office does not say. */
export const NamedParty = z
  .intersection(Party, z.object({ 名称: z.string().default('') }))
  .transform(({ 名称: name, ...party }) => ({ party, name: name.trim() }));

export const Handler = z
  .object({
    角色: openWord(roleWords),
    执业证号: text,
    姓名: text,
    机构: text,
    起始时间: dateTime,
    截止时间: optional(dateTime),
  })
  .transform((handler) => ({
    role: handler.角色,
    practitionerNo: handler.执业证号,
    name: handler.姓名,
    organization: handler.机构,
    from: handler.起始时间,
    to: handler.截止时间,
  }));

const Status = z.union([word(statusWords), openWord(statusWords)]);

export const HistoryEntry = z
  .object({
    所属业务: optional(word(neighbourWords)),
    原状态: optional(Status),
    新状态: Status,
    事件: openWord(eventWords),
    时间: dateTime,
    操作身份: openWord(roleWords),
    文书编号: optional(text),
  })
  .transform((entry) => ({
    service: entry.所属业务,
    from: entry.原状态,
    to: entry.新状态,
    event: entry.事件,
    at: entry.时间,
    actorRole: entry.操作身份,
    documentNo: entry.文书编号,
  }))
  .refine(({ service, to }) => service !== null || statusWords.has(to), {
    error: 'a status that the lifecycle does not have',
  });

export const Document = z
  .object({
    种类: text,
    文号: optional(text),
    标题: text,
    出具时间: dateTime,
    出具单位: text,
    保密标记列表: listOf('保密标记', word(secrecyWords)),
  })
  .transform((document) => ({
    kind: document.种类,
    number: document.文号,
    title: document.标题,
    issuedAt: document.出具时间,
    issuer: document.出具单位,
    digest: null,
    secrecy: document.保密标记列表,
  }));

export const Pause = z
  .object({ 期限规则: text, 事由: text, 起始时间: dateTime, 截止时间: optional(dateTime) })
  .transform((pause) => ({
    ruleId: pause.期限规则,
    reason: pause.事由,
    from: pause.起始时间,
    to: pause.截止时间,
  }));

export const Extension = z
  .object({ 期限规则: text, 长度: count, 批准时间: dateTime })
  .transform((extension) => ({
    ruleId: extension.期限规则,
    length: extension.长度,
    approvedAt: extension.批准时间,
  }));

export const FeeReduction = z
  .object({
    方式: word(feeFormWords),
    标准收费: yuan,
    减免金额: yuan,
    依据: word(feeBasisWords),
    依据文号: optional(text),
    依据已核实: optional(yesNo),
    批准时间: dateTime,
    地方依据: optional(text),
    最终承担: optional(text),
  })
  .transform((reduction) => ({
    form: reduction.方式,
    standardFee: reduction.标准收费,
    reducedBy: reduction.减免金额,
    basis: reduction.依据,
    basisDocumentNo: reduction.依据文号,
    basisConfirmed: reduction.依据已核实,
    approvedAt: reduction.批准时间,
    localRule: reduction.地方依据,
    settledBy: reduction.最终承担,
  }));
