import type { CaseRecord } from '@tongban/kit';
import { z } from 'zod';
import type { NotaryCaseRecord } from '../notaryCaseRecord.ts';
import {
  Document,
  Extension,
  FeeReduction,
  Handler,
  HistoryEntry,
  NamedParty,
  Party,
  Pause,
} from './caseParts.ts';
import { secrecyWords } from './caseWords.ts';
import {
  AuxiliaryTask,
  Certificate,
  EnforcementCertificate,
  Evidence,
  Holding,
  ReExamination,
  Verification,
  Will,
} from './notaryParts.ts';
import {
  handlingModeWords,
  matterWords,
  refuseGroundWords,
  statusWords,
  terminateGroundWords,
  venueWords,
} from './notaryWords.ts';
import {
  acceptanceNo,
  dateTime,
  listOf,
  optional,
  region,
  subjectFields,
  text,
  toSubject,
  word,
  yuan,
} from './wireForms.ts';

/** The first letters of a notary case's graph id. */
export const NOTARY_PREFIX = 'NO';

const Application = z.object({
  申请编号: text,
  事项类别: word(matterWords),
  用途: text,
  使用地: text,
  管辖依据: word(venueWords),
  办理方式: word(handlingModeWords),
  受理时间: optional(dateTime),
  告知时间: optional(dateTime),
});

/** `<公证事项>` of docs/agencies/notary.md, turned into the graph's words. Elements it does not name are ignored. */
export const NotaryCaseShape = z
  .object({
    受理号: acceptanceNo,
    地区代码: region,
    文书编号: text,
    其他编号列表: listOf('其他编号', text),
    公证机构: text,
    状态: word(statusWords),
    申请时间: dateTime,
    办结时间: optional(dateTime),
    保密标记列表: listOf('保密标记', word(secrecyWords)),
    申请: Application,
    公证费: yuan,
    费用减免: optional(FeeReduction),
    不予办理事由: optional(word(refuseGroundWords)),
    终止事由: optional(word(terminateGroundWords)),
    当事人列表: listOf('当事人', NamedParty),
    承办人列表: listOf('承办人', Handler),
    流转列表: listOf('流转', HistoryEntry),
    文书列表: listOf('文书', Document),
    暂停列表: listOf('暂停', Pause),
    延长列表: listOf('延长', Extension),
    核实列表: listOf('核实', Verification),
    公证书: optional(Certificate),
    执行证书: optional(EnforcementCertificate),
    复查: optional(ReExamination),
    保全证据: optional(Evidence),
    遗嘱: optional(Will),
    提存保管列表: listOf('提存保管', Holding),
    辅助事务列表: listOf('辅助事务', AuxiliaryTask),
  })
  .transform(
    (wire): NotaryCaseRecord => ({
      ref: toRef(wire.地区代码, wire.受理号),
      service: 'NOTARY',
      caseNo: wire.文书编号,
      aliases: wire.其他编号列表,
      agency: wire.公证机构,
      region: wire.地区代码,
      status: wire.状态,
      openedAt: wire.申请时间,
      closedAt: wire.办结时间,
      statusHistory: wire.流转列表,
      parties: wire.当事人列表.map(({ party }) => party),
      handlers: wire.承办人列表,
      documents: wire.文书列表,
      pauses: wire.暂停列表.map(({ ruleId, from, to }) => ({ ruleId, from, to })),
      extensions: wire.延长列表,
      secrecy: wire.保密标记列表,
      client: null,
      acceptanceNo: wire.受理号,
      matter: wire.申请.事项类别,
      application: {
        applicationNo: wire.申请.申请编号,
        purpose: wire.申请.用途,
        placeOfUse: wire.申请.使用地,
        venueGround: wire.申请.管辖依据,
        handlingMode: wire.申请.办理方式,
        acceptedAt: wire.申请.受理时间,
        informedAt: wire.申请.告知时间,
      },
      reasonedPauses: wire.暂停列表,
      verifications: wire.核实列表,
      fee: wire.公证费,
      feeReduction: wire.费用减免,
      namesakes: namesakesIn(wire.当事人列表, wire.承办人列表),
      refuseGround: wire.不予办理事由,
      terminateGround: wire.终止事由,
      certificate: wire.公证书,
      enforcementCertificate: wire.执行证书,
      reExamination: wire.复查,
      evidence: wire.保全证据,
      will: wire.遗嘱,
      holdings: wire.提存保管列表,
      auxiliaryTasks: wire.辅助事务列表,
    }),
  );

/**
 * As much of a record as says who may know of the case, for records that cannot be read as a whole. Where even that is
 * unclear it narrows: an unknown mark counts as sealed, an unknown side as the other side.
 */
export const NotaryCaseSketch = z
  .object({
    受理号: acceptanceNo,
    地区代码: region,
    公证机构: text.catch('unknown'),
    文书编号: text.catch('unknown'),
    其他编号列表: listOf('其他编号', text).catch([]),
    申请时间: dateTime.catch('1970-01-01T00:00:00+08:00'),
    保密标记列表: listOf('保密标记', word(secrecyWords)).catch(['sealed']),
    当事人列表: listOf('当事人', Party.catch(partyOfUnknownSide)),
  })
  .transform(
    (wire): CaseRecord => ({
      ref: toRef(wire.地区代码, wire.受理号),
      service: 'NOTARY',
      caseNo: wire.文书编号,
      aliases: wire.其他编号列表,
      agency: wire.公证机构,
      region: wire.地区代码,
      status: 'UNREADABLE',
      openedAt: wire.申请时间,
      closedAt: null,
      statusHistory: [],
      parties: wire.当事人列表,
      handlers: [],
      documents: [],
      pauses: [],
      extensions: [],
      secrecy: wire.保密标记列表,
      client: null,
    }),
  );

/** Names of parties go no further than this: only which party is called like which handler. */
function namesakesIn(
  parties: readonly { readonly name: string }[],
  handlers: readonly { readonly name: string }[],
): NotaryCaseRecord['namesakes'] {
  return parties.flatMap(({ name }, party) =>
    handlers.flatMap((one, handler) => (name !== '' && one.name === name ? [{ party, handler }] : [])),
  );
}

/** The graph id of a case: service, region, and the system's own key. */
function toRef(inRegion: string, key: string): string {
  return `${NOTARY_PREFIX}-${inRegion}-${key}`;
}

function partyOfUnknownSide({ input }: { readonly input: unknown }): z.output<typeof Party> {
  const readable = PartyDocument.safeParse(input);
  const found = readable.success ? toSubject(readable.data) : null;
  return {
    role: 'UNKNOWN',
    side: 'B',
    credential: found?.credential ?? null,
    organization: found?.organization ?? null,
    agentPractitionerNo: null,
    agentCredential: null,
  };
}

const PartyDocument = z.object(subjectFields);
