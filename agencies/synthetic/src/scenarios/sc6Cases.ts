import { createAppraisalCase } from '../build/createAppraisalCase.ts';
import { createDocument } from '../build/createDocument.ts';
import { aidNumbers, createGrantedAid } from '../build/createGrantedAid.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, toInstant } from '../build/createHistory.ts';
import { createNotaryCase } from '../build/createNotaryCase.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';

const { lin, linHusband } = cast.persons;
const { court, forensicInstitution1, justiceBureau, legalAidCentre, notaryOffice1, policeOrgan } =
  cast.bodies;
const { clinicalAppraiser1, clinicalAppraiser2, notaryFeng, notaryHan, zhao } = cast.practitioners;

/** Numbers on the documents of Lin's cases, but for the mediations. */
export const sc6Numbers = {
  ...aidNumbers('测州中', 31),
  commission: '测公中委鉴字〔2026〕28号',
  opinion: '测安所[2026]临鉴字第15号',
  foreignRelatedReport: '测安所涉外鉴字〔2026〕1号',
  evidenceCertificate: '（2026）测城中内民证字第00061号',
  marriageCertificate: '（2026）测城中外民证字第00009号',
  protectionOrder: '（2026）测0101民保令3号',
} as const;

const numbers = sc6Numbers;
const secrecy = ['privacy', 'protectedAddress'];

/** Steps 1, 2, 5 and 6: the night-time question, aid without a hardship condition (arts 32(4), 69), the protection order. */
export const sc6LegalAid = createGrantedAid({
  key: 'S6LA1',
  place: '测州中',
  serial: 31,
  centre: legalAidCentre,
  recipient: lin,
  lawyer: zhao,
  dates: {
    submitted: '2026-03-10 10:00',
    granted: '2026-03-12 15:00',
    assigned: '2026-03-13 10:00',
    agreed: '2026-03-16 09:00',
    concluded: '2026-07-10 16:00',
    fileSubmitted: '2026-07-31 10:00',
    fileReviewed: '2026-08-14 15:00',
    paid: '2026-08-21 10:00',
    archived: '2026-08-28 10:00',
  },
  form: 'CIVIL_NON_LITIGATION',
  ground: 'ABUSE_VICTIM',
  facts: '遭受家庭暴力，请求保护并处理财产和子女抚养',
  hardshipCheck: {
    mode: 'NOT_LIMITED',
    exemptGround: 'ABUSE_VICTIM',
    sourceAgency: null,
    result: 'NOT_REQUIRED',
    householdIncome: null,
  },
  opposingParties: [linHusband.credential],
  secrecy,
  consultation: {
    consultNo: 'ZX-48-20260308-000903',
    channel: 'WEB',
    askedAt: toInstant('2026-03-08 23:40'),
    answeredAt: toInstant('2026-03-08 23:55'),
    topic: '遭受家庭暴力怎么办',
    toldOfRight: true,
    satisfaction: 5,
  },
  moreDocuments: [
    createDocument('外国法查明意见', null, '2026-04-15 10:00', justiceBureau, {
      title: '夫妻财产制外国法查明意见',
      secrecy: ['privacy'],
    }),
    createDocument('人身安全保护令', numbers.protectionOrder, '2026-03-18 16:00', court, { secrecy }),
  ],
  outcome: '调解结案',
});

/** Step 3: degree of injury for the police; the foreign element was reported on the day of acceptance. */
export const sc6Appraisal = createAppraisalCase(
  {
    key: 'S6FA1',
    region: '480101',
    caseNo: '测安所[2026]受鉴字第15号',
    agency: forensicInstitution1.id,
    parties: [
      createParty(policeOrgan, 'CLIENT', 'NEUTRAL'),
      createParty(lin, 'SUBJECT', 'A', { lawyer: zhao }),
      createParty(linHusband, 'SUSPECT', 'B'),
    ],
    handlers: [
      createHandler('APPRAISER', clinicalAppraiser1, '2026-03-19 09:00'),
      createHandler('APPRAISER', clinicalAppraiser2, '2026-03-19 09:00'),
    ],
    events: createHistory('FORENSIC_APPRAISAL', [
      ['COMMISSION', '2026-03-16 10:00', 'CLIENT', { documentNo: numbers.commission }],
      ['REVIEW', '2026-03-17 09:00', 'REVIEWER'],
      ['SIGN_COMMISSION', '2026-03-18 15:00', 'HEAD', { documentNo: numbers.commission }],
      ['REPORT_FOREIGN_ELEMENT', '2026-03-18 16:00', 'HEAD', { documentNo: numbers.foreignRelatedReport }],
      ['ASSIGN_APPRAISERS', '2026-03-19 09:00', 'HEAD'],
      ['START_EXAMINATION', '2026-03-20 09:00', 'APPRAISER'],
      ['SUBMIT_DRAFT', '2026-04-08 16:00', 'APPRAISER'],
      ['ISSUE', '2026-04-10 15:00', 'HEAD', { documentNo: numbers.opinion }],
    ]),
    documents: [
      createDocument('司法鉴定委托书', numbers.commission, '2026-03-16 10:00', policeOrgan),
      createDocument(
        '涉外司法鉴定事项报告',
        numbers.foreignRelatedReport,
        '2026-03-18 16:00',
        forensicInstitution1,
      ),
      createDocument('鉴定人承诺书', null, '2026-03-19 09:00', forensicInstitution1),
      createDocument('司法鉴定意见书', numbers.opinion, '2026-04-10 15:00', forensicInstitution1, {
        secrecy: ['privacy'],
      }),
    ],
    secrecy,
    otherNumbers: [numbers.commission],
  },
  {
    category: 'CLINICAL',
    matters: ['INJURY_DEGREE'],
    commission: {
      commissionNo: numbers.commission,
      clientKind: 'CASE_ORGAN',
      client: policeOrgan.id,
      receivedAt: toInstant('2026-03-16 10:00'),
      effectiveAt: toInstant('2026-03-18 15:00'),
      purpose: '治安案件调查',
      isReappraisal: false,
      agreedTermDays: null,
      fee: 120_000,
    },
    standards: ['《人体损伤程度鉴定标准》', 'SF/T 0111-2021'],
    opinion: {
      opinionNo: numbers.opinion,
      issuedAt: toInstant('2026-04-10 15:00'),
      conclusion: '被鉴定人损伤程度为轻微伤。（测试结论）',
      signedBy: [clinicalAppraiser1.practitionerNo, clinicalAppraiser2.practitionerNo],
      correctedAt: null,
    },
    foreignRelatedReport: {
      element: '被鉴定人持外国人永久居留身份证',
      reportedTo: justiceBureau.id,
      reportedAt: toInstant('2026-03-18 16:00'),
    },
    examinedAt: toInstant('2026-03-20 09:30'),
  },
);

/** Step 4, first half: the threatening messages, preserved. */
export const sc6Evidence = createNotaryCase(
  {
    key: 'S6NO1',
    region: '480101',
    caseNo: '（2026）测城中公证受字第00033号',
    agency: notaryOffice1.id,
    parties: [createParty(lin, 'APPLICANT', 'A', { lawyer: zhao })],
    handlers: [createHandler('NOTARY', notaryFeng, '2026-03-24 09:00')],
    events: createHistory('NOTARY', [
      ['SUBMIT', '2026-03-23 15:00', 'APPLICANT', { documentNo: '（2026）测城中公证申字第00035号' }],
      ['ACCEPT', '2026-03-24 09:00', 'NOTARY'],
      ['EXAMINE', '2026-03-24 10:00', 'NOTARY'],
      ['SUBMIT_DRAFT', '2026-03-30 15:00', 'NOTARY'],
      ['APPROVE', '2026-03-31 10:00', 'APPROVER', { documentNo: numbers.evidenceCertificate }],
    ]),
    documents: [
      createDocument('公证申请表', '（2026）测城中公证申字第00035号', '2026-03-23 15:00', notaryOffice1),
      createDocument('公证书', numbers.evidenceCertificate, '2026-03-31 10:00', notaryOffice1, {
        title: '保全证据公证书',
      }),
    ],
    secrecy,
  },
  {
    matter: 'EVIDENCE',
    purpose: '维权',
    applicationNo: '（2026）测城中公证申字第00035号',
    venueGround: 'HABITUAL_RESIDENCE',
    handlingMode: 'COUNTER',
    fee: 0,
    feeReduction: {
      form: 'WAIVED',
      standardFee: 80_000,
      reducedBy: 80_000,
      basis: 'LEGAL_AID',
      basisDocumentNo: numbers.decision,
      basisConfirmed: true,
      approvedAt: toInstant('2026-03-24 09:00'),
      approvedBy: notaryOffice1.id,
      localRule: null,
      settledBy: null,
    },
    certificate: {
      certificateNo: numbers.evidenceCertificate,
      issuedAt: toInstant('2026-03-31 10:00'),
      kind: '保全证据公证书',
      status: 'VALID',
      language: 'zh-en',
      copies: 2,
      enforceability: null,
      legalisation: null,
    },
    evidence: {
      object: '手机聊天记录',
      method: '截屏录像',
      place: '公证处办证大厅',
      startedAt: toInstant('2026-03-24 10:00'),
      digests: ['8d'.repeat(32)],
      storage: '电子数据保管平台',
    },
  },
);

/** Step 4, second half: the marriage, with a translation. */
export const sc6Marriage = createNotaryCase(
  {
    key: 'S6NO2',
    region: '480101',
    caseNo: '（2026）测城中公证受字第00038号',
    agency: notaryOffice1.id,
    parties: [createParty(lin, 'APPLICANT', 'A', { lawyer: zhao })],
    handlers: [createHandler('NOTARY', notaryHan, '2026-04-01 09:00')],
    events: createHistory('NOTARY', [
      ['SUBMIT', '2026-03-31 15:00', 'APPLICANT', { documentNo: '（2026）测城中公证申字第00040号' }],
      ['ACCEPT', '2026-04-01 09:00', 'NOTARY'],
      ['EXAMINE', '2026-04-02 09:00', 'NOTARY'],
      ['SUBMIT_DRAFT', '2026-04-09 15:00', 'NOTARY'],
      ['APPROVE', '2026-04-10 10:00', 'APPROVER', { documentNo: numbers.marriageCertificate }],
    ]),
    documents: [
      createDocument('公证申请表', '（2026）测城中公证申字第00040号', '2026-03-31 15:00', notaryOffice1),
      createDocument('公证书', numbers.marriageCertificate, '2026-04-10 10:00', notaryOffice1, {
        title: '婚姻状况公证书及译文',
      }),
    ],
    secrecy,
  },
  {
    matter: 'MARRIAGE',
    purpose: '外国法查明',
    placeOfUse: '国外',
    applicationNo: '（2026）测城中公证申字第00040号',
    venueGround: 'HABITUAL_RESIDENCE',
    fee: 0,
    // Needed for the foreign law inquiry of the aid case, so that art. 53 holds here too.
    feeReduction: {
      form: 'WAIVED',
      standardFee: 20_000,
      reducedBy: 20_000,
      basis: 'LEGAL_AID',
      basisDocumentNo: numbers.decision,
      basisConfirmed: true,
      approvedAt: toInstant('2026-04-01 09:00'),
      approvedBy: notaryOffice1.id,
      localRule: null,
      settledBy: null,
    },
    certificate: {
      certificateNo: numbers.marriageCertificate,
      issuedAt: toInstant('2026-04-10 10:00'),
      kind: '婚姻状况公证书',
      status: 'VALID',
      language: 'zh-en',
      copies: 2,
      enforceability: null,
      legalisation: { kind: 'APOSTILLE', country: '国外' },
    },
  },
);
