import { createAppraisalCase } from '../build/createAppraisalCase.ts';
import { createDocument } from '../build/createDocument.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, toInstant } from '../build/createHistory.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';
import { sc2LegalAidNumbers } from './sc2LegalAid.ts';

const { wang, wangHusband, wangSons } = cast.persons;
const { forensicInstitution2, neighbourhoodCommittee } = cast.bodies;
const { documentAppraiser1, documentAppraiser2 } = cast.practitioners;

/** Numbers on the documents of the handwriting appraisal. */
export const sc2AppraisalNumbers = {
  appraisalCase: '测明中心[2026]受鉴字第6号',
  commission: '（2026）测里委鉴字第0001号',
  opinion: '测明中心[2026]文鉴字第6号',
} as const;

const numbers = sc2AppraisalNumbers;

/**
 * Steps 6 to 8: the mediator's husband was to appraise, was kept out (通则 art. 20) and two others were named; the fee was
 * deferred first and reduced when the opinion was there; the handwriting is genuine.
 */
export const sc2Appraisal = createAppraisalCase(
  {
    key: 'S2FA1',
    region: '480101',
    caseNo: numbers.appraisalCase,
    agency: forensicInstitution2.id,
    parties: [
      createParty(neighbourhoodCommittee, 'CLIENT', 'NEUTRAL'),
      createParty(wang, 'APPLICANT', 'A'),
      ...wangSons.slice(0, 2).map((son) => createParty(son, 'OPPOSING_PARTY', 'B')),
    ],
    handlers: [
      createHandler('APPRAISER', documentAppraiser1, '2026-06-08 09:00'),
      createHandler('APPRAISER', documentAppraiser2, '2026-06-08 09:00'),
    ],
    events: createHistory('FORENSIC_APPRAISAL', [
      ['COMMISSION', '2026-05-29 10:00', 'CLIENT', { documentNo: numbers.commission }],
      ['REVIEW', '2026-06-01 09:00', 'REVIEWER'],
      ['RECUSE_APPRAISER', '2026-06-03 15:00', 'HEAD', { reasonCode: 'KIN_OF_MEDIATOR' }],
      ['SIGN_COMMISSION', '2026-06-05 15:00', 'HEAD', { documentNo: numbers.commission }],
      ['ASSIGN_APPRAISERS', '2026-06-08 09:00', 'HEAD'],
      ['START_EXAMINATION', '2026-06-10 09:00', 'APPRAISER'],
      ['SUBMIT_DRAFT', '2026-07-13 16:00', 'APPRAISER'],
      ['ISSUE', '2026-07-17 15:00', 'HEAD', { documentNo: numbers.opinion }],
    ]),
    documents: [
      createDocument('司法鉴定委托书', numbers.commission, '2026-05-29 10:00', neighbourhoodCommittee),
      createDocument('受理审查表', null, '2026-06-01 09:00', forensicInstitution2),
      createDocument('鉴定人承诺书', null, '2026-06-08 09:00', forensicInstitution2),
      createDocument('司法鉴定意见书', numbers.opinion, '2026-07-17 15:00', forensicInstitution2),
    ],
    secrecy: ['privacy'],
    otherNumbers: [numbers.commission],
  },
  {
    category: 'DOCUMENT',
    matters: ['HANDWRITING'],
    commission: {
      commissionNo: numbers.commission,
      clientKind: 'MEDIATION_BODY',
      client: neighbourhoodCommittee.id,
      receivedAt: toInstant('2026-05-29 10:00'),
      effectiveAt: toInstant('2026-06-05 15:00'),
      purpose: '遗产纠纷调解',
      isReappraisal: false,
      agreedTermDays: null,
      fee: 360_000,
    },
    standards: ['GB/T 37239-2018'],
    materials: [
      {
        no: '1',
        name: '手写字据原件',
        receivedAt: toInstant('2026-06-05 15:00'),
        returnedAt: toInstant('2026-07-20 10:00'),
        custody: [
          {
            at: toInstant('2026-06-05 15:00'),
            from: neighbourhoodCommittee.name,
            to: forensicInstitution2.name,
            digest: null,
          },
        ],
      },
      {
        no: '2',
        name: `${wangHusband.name}平时笔迹样本`,
        receivedAt: toInstant('2026-06-05 15:00'),
        returnedAt: toInstant('2026-07-20 10:00'),
        custody: [
          {
            at: toInstant('2026-06-05 15:00'),
            from: neighbourhoodCommittee.name,
            to: forensicInstitution2.name,
            digest: null,
          },
        ],
      },
    ],
    opinion: {
      opinionNo: numbers.opinion,
      issuedAt: toInstant('2026-07-17 15:00'),
      conclusion: '检材字迹与样本字迹为同一人书写。（测试结论）',
      signedBy: [documentAppraiser1.practitionerNo, documentAppraiser2.practitionerNo],
      correctedAt: null,
    },
    feeReduction: {
      form: 'REDUCED',
      standardFee: 360_000,
      reducedBy: 260_000,
      basis: 'LEGAL_AID',
      basisDocumentNo: sc2LegalAidNumbers.decision,
      basisConfirmed: true,
      deferredAt: toInstant('2026-06-05 15:00'),
      approvedAt: toInstant('2026-07-17 16:00'),
      approvedBy: forensicInstitution2.id,
      localRule: null,
      settledBy: '申请人',
    },
    examinedAt: toInstant('2026-06-12 09:30'),
  },
);
