import type { Certificate, EnforcementCertificate, ReExamination } from '../store/notaryCase.ts';
import { toChineseDateTimeOrNull as time, toChineseDate, toChineseDateTime } from './chineseTime.ts';
import { certificateStatusWords, legalisationWords, reExaminationWords, seriesWords } from './notaryWords.ts';
import { type Names, subjectContent } from './subjectToXml.ts';
import { listElement, type XmlElement } from './writeXml.ts';
import { toYuan } from './yuan.ts';

/** 公证书, with what makes it enforceable (公证法 art. 37) and valid abroad. */
export function certificateElement(certificate: Certificate | null, names: Names): XmlElement {
  if (certificate === null) return ['公证书', null];
  const { enforceability, legalisation } = certificate;
  return [
    '公证书',
    [
      ['编号', certificate.number],
      ['出具时间', toChineseDateTime(certificate.issuedAt)],
      ['种类', certificate.kind],
      ['系列', certificate.series === null ? null : seriesWords.wordOf(certificate.series)],
      ['状态', certificateStatusWords.wordOf(certificate.status)],
      ['文字', certificate.language],
      ['份数', String(certificate.copies)],
      [
        '强制执行效力',
        enforceability === null
          ? null
          : [
              ['债权人', subjectContent(enforceability.creditor, names)],
              ['债务人', subjectContent(enforceability.debtor, names)],
              ['债务内容', enforceability.obligation],
              ['金额', toYuan(enforceability.amount)],
              listElement('履行期限', enforceability.dueDates.map(toChineseDate)),
              ['执行承诺', enforceability.consentClause ? '是' : '否'],
            ],
      ],
      [
        '域外使用认证',
        legalisation === null
          ? null
          : [
              ['方式', legalisationWords.wordOf(legalisation.kind)],
              ['国家地区', legalisation.country],
            ],
      ],
    ],
  ];
}

/** 执行证书, asked for, issued or refused. */
export function enforcementElement(certificate: EnforcementCertificate | null): XmlElement {
  if (certificate === null) return ['执行证书', null];
  return [
    '执行证书',
    [
      ['编号', certificate.number],
      ['申请时间', toChineseDateTime(certificate.requestedAt)],
      ['金额', toYuan(certificate.amount)],
      ['出具时间', time(certificate.issuedAt)],
      ['不予出具时间', time(certificate.refusedAt)],
      ['事由', certificate.reason],
    ],
  ];
}

/** 复查 (公证法 art. 39). */
export function reExaminationElement(reExamination: ReExamination | null, names: Names): XmlElement {
  if (reExamination === null) return ['复查', null];
  return [
    '复查',
    [
      ['申请人', subjectContent(reExamination.requestedBy, names)],
      ['申请时间', toChineseDateTime(reExamination.requestedAt)],
      ['主张的错误', reExamination.errorClaimed],
      ['决定时间', time(reExamination.decidedAt)],
      ['结果', reExamination.result === null ? null : reExaminationWords.wordOf(reExamination.result)],
      ['执行完毕时间', time(reExamination.carriedOutAt)],
    ],
  ];
}
