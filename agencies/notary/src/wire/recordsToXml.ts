import type { AuxiliaryTask, EvidencePreservation, FeeReduction, Holding } from '../store/notaryCase.ts';
import { feeBasisWords, feeFormWords } from './caseWords.ts';
import { toChineseDateTime } from './chineseTime.ts';
import { auxiliaryWords, holdingKindWords, holdingStateWords } from './notaryWords.ts';
import { type Names, subjectContent } from './subjectToXml.ts';
import { listElement, type XmlElement } from './writeXml.ts';
import { toYuan } from './yuan.ts';

/** 费用减免 (公证法 art. 34, 法律援助法 art. 53). */
export function feeReductionElement(reduction: FeeReduction | null): XmlElement {
  if (reduction === null) return ['费用减免', null];
  return [
    '费用减免',
    [
      ['方式', feeFormWords.wordOf(reduction.form)],
      ['标准收费', toYuan(reduction.standardFee)],
      ['减免金额', toYuan(reduction.reducedBy)],
      ['依据', feeBasisWords.wordOf(reduction.basis)],
      ['依据文号', reduction.basisDocumentNo],
      ['依据已核实', reduction.basisConfirmed === null ? null : reduction.basisConfirmed ? '是' : '否'],
      ['批准时间', toChineseDateTime(reduction.approvedAt)],
      ['批准人', reduction.approvedBy],
      ['地方依据', reduction.localRule],
      ['最终承担', reduction.settledBy],
    ],
  ];
}

/** 保全证据: what was preserved and how, with digests of the items. */
export function evidenceElement(evidence: EvidencePreservation | null): XmlElement {
  if (evidence === null) return ['保全证据', null];
  return [
    '保全证据',
    [
      ['对象', evidence.object],
      ['方式', evidence.method],
      ['地点', evidence.place],
      ['开始时间', toChineseDateTime(evidence.startedAt)],
      listElement('摘要', evidence.digests),
      ['存储', evidence.storage],
    ],
  ];
}

/** 提存 or 保管 (公证法 art. 12). */
export function holdingElement(holding: Holding, names: Names): readonly XmlElement[] {
  return [
    ['种类', holdingKindWords.wordOf(holding.kind)],
    ['交付人', subjectContent(holding.giver, names)],
    ['受领人', subjectContent(holding.receiver, names)],
    ['标的', holding.object],
    ['状态', holdingStateWords.wordOf(holding.state)],
  ];
}

/** 司法辅助事务: what a court entrusted. */
export function taskElement(task: AuxiliaryTask): readonly XmlElement[] {
  return [
    ['种类', auxiliaryWords.wordOf(task.kind)],
    ['法院', task.court],
    ['案号', task.courtCaseNo],
    ['委托时间', toChineseDateTime(task.entrustedAt)],
    ['报告', task.report],
  ];
}
