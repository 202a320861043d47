import { eventWords } from '../lifecycle/lifecycle.ts';
import type { CaseDocument, HistoryEntry, NotaryCase, Party } from '../store/notaryCase.ts';
import { neighbourWords, roleWords, secrecyWords, sideWords } from './caseWords.ts';
import { certificateElement, enforcementElement, reExaminationElement } from './certificateToXml.ts';
import { toChineseDateTimeOrNull as time, toChineseDateTime } from './chineseTime.ts';
import {
  handlingModeWords,
  matterWords,
  refuseGroundWords,
  statusWords,
  terminateGroundWords,
  venueWords,
} from './notaryWords.ts';
import { evidenceElement, feeReductionElement, holdingElement, taskElement } from './recordsToXml.ts';
import { type Names, splitCredential, subjectContent } from './subjectToXml.ts';
import type { WordTable } from './wordTable.ts';
import { listElement, type XmlElement } from './writeXml.ts';
import { toYuan } from './yuan.ts';

/**
 * The full record of a notary matter. Every element is always there, empty where there is no value, in this order; see
 * docs/agencies/notary.md.
 */
export function caseToXml(of: NotaryCase, names: Names): XmlElement {
  const { application } = of;
  return [
    '公证事项',
    [
      ['受理号', of.acceptanceNo],
      ['地区代码', of.region],
      ['文书编号', of.printedNo],
      listElement('其他编号', of.otherNumbers),
      ['公证机构', of.office],
      ['公证机构名称', names.get(of.office) ?? null],
      ['状态', statusWords.wordOf(of.status)],
      ['申请时间', toChineseDateTime(of.openedAt)],
      ['办结时间', time(of.closedAt)],
      listElement('保密标记', of.secrecy.map(secrecyWords.wordOf)),
      [
        '申请',
        [
          ['申请编号', application.applicationNo],
          ['事项类别', matterWords.wordOf(application.matter)],
          ['用途', application.purpose],
          ['使用地', application.placeOfUse],
          ['管辖依据', venueWords.wordOf(application.venueGround)],
          ['办理方式', handlingModeWords.wordOf(application.handlingMode)],
          ['受理时间', time(application.acceptedAt)],
          ['告知时间', time(application.informedAt)],
        ],
      ],
      ['公证费', toYuan(of.fee)],
      feeReductionElement(of.feeReduction),
      ['不予办理事由', of.refuseGround === null ? null : refuseGroundWords.wordOf(of.refuseGround)],
      ['终止事由', of.terminateGround === null ? null : terminateGroundWords.wordOf(of.terminateGround)],
      listElement(
        '当事人',
        of.parties.map((party) => partyContent(party, names)),
      ),
      listElement(
        '承办人',
        of.handlers.map((h) => [
          ['角色', openWord(roleWords, h.role)],
          ['执业证号', h.practitionerNo],
          ['姓名', h.name],
          ['机构', h.office],
          ['起始时间', toChineseDateTime(h.from)],
          ['截止时间', time(h.to)],
        ]),
      ),
      listElement('流转', of.history.map(historyContent)),
      listElement('文书', of.documents.map(documentContent)),
      listElement(
        '暂停',
        of.pauses.map((p) => [
          ['期限规则', p.ruleId],
          ['事由', p.reason],
          ['起始时间', toChineseDateTime(p.from)],
          ['截止时间', time(p.to)],
        ]),
      ),
      listElement(
        '延长',
        of.extensions.map((e) => [
          ['期限规则', e.ruleId],
          ['长度', String(e.length)],
          ['批准时间', toChineseDateTime(e.approvedAt)],
          ['告知时间', time(e.toldAt)],
        ]),
      ),
      listElement(
        '核实',
        of.verifications.map((v) => [
          ['时间', toChineseDateTime(v.at)],
          ['内容', v.what],
          ['结果', v.result],
        ]),
      ),
      certificateElement(of.certificate, names),
      enforcementElement(of.enforcementCertificate),
      reExaminationElement(of.reExamination, names),
      evidenceElement(of.evidence),
      [
        '遗嘱',
        of.will === null
          ? null
          : [
              ['登记时间', toChineseDateTime(of.will.registeredAt)],
              ['保管', of.will.custody],
            ],
      ],
      listElement(
        '提存保管',
        of.holdings.map((holding) => holdingElement(holding, names)),
      ),
      listElement('辅助事务', of.auxiliaryTasks.map(taskElement)),
    ],
  ];
}

function partyContent(party: Party, names: Names): readonly XmlElement[] {
  const [agentType, agentNumber] = party.agent === null ? [null, null] : splitCredential(party.agent);
  return [
    ['身份', openWord(roleWords, party.role)],
    ['立场', sideWords.wordOf(party.side)],
    ...subjectContent(party.person ?? party.body ?? '', names),
    ['代理人执业证号', party.agentPractitionerNo],
    ['代理人证件类型', agentType],
    ['代理人证件号码', agentNumber],
  ];
}

function historyContent(entry: HistoryEntry): readonly XmlElement[] {
  const status = (code: string | null) => (code === null ? null : openWord(statusWords, code));
  return [
    ['所属业务', entry.service === null ? null : neighbourWords.wordOf(entry.service)],
    ['原状态', status(entry.from)],
    ['新状态', status(entry.to)],
    ['事件', openWord(eventWords, entry.event)],
    ['时间', toChineseDateTime(entry.at)],
    ['操作身份', openWord(roleWords, entry.actorRole)],
    ['文书编号', entry.documentNo],
    ['事由', entry.reason],
  ];
}

function documentContent(document: CaseDocument): readonly XmlElement[] {
  return [
    ['种类', document.kind],
    ['文号', document.number],
    ['标题', document.title],
    ['出具时间', toChineseDateTime(document.issuedAt)],
    ['出具单位', document.issuer],
    listElement('保密标记', document.secrecy.map(secrecyWords.wordOf)),
  ];
}

/** In open lists a code without a word goes over the wire as it is. */
function openWord<Code extends string>(words: WordTable<Code>, code: string): string {
  return words.has(code) ? words.wordOf(code) : code;
}
