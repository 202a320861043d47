import { createAppraisalCase } from '../build/createAppraisalCase.ts';
import { createDocument } from '../build/createDocument.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, toInstant } from '../build/createHistory.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';
import { sc1LegalAidNumbers } from './sc1LegalAid.ts';

const { zhang, contractor } = cast.persons;
const { forensicInstitution1, townshipCommittee } = cast.bodies;
const { clinicalAppraiser1, clinicalAppraiser2, li } = cast.practitioners;

/** Numbers on the documents of the appraisal. */
export const sc1AppraisalNumbers = {
  appraisalCase: '测安所[2026]受鉴字第1号',
  commission: '（2026）测山委鉴字第0001号',
  opinion: '测安所[2026]临鉴字第1号',
} as const;

const numbers = sc1AppraisalNumbers;
const material = (no: string, name: string, receivedAt: string) => ({
  no,
  name,
  receivedAt: toInstant(receivedAt),
  returnedAt: toInstant('2026-05-19 10:00'),
  custody: [
    { at: toInstant(receivedAt), from: townshipCommittee.name, to: forensicInstitution1.name, digest: null },
  ],
});

/**
 * Steps 6 to 9: disability grade and the three periods, the fee waived on the aid decision before the clock started,
 * eight working days waiting for a new X-ray, grade X.
 */
export const sc1Appraisal = createAppraisalCase(
  {
    key: 'S1FA1',
    region: '480101',
    caseNo: numbers.appraisalCase,
    agency: forensicInstitution1.id,
    parties: [
      createParty(townshipCommittee, 'CLIENT', 'NEUTRAL'),
      createParty(zhang, 'SUBJECT', 'A', { lawyer: li }),
      createParty(contractor, 'OPPOSING_PARTY', 'B'),
    ],
    handlers: [
      createHandler('APPRAISER', clinicalAppraiser1, '2026-03-27 09:00'),
      createHandler('APPRAISER', clinicalAppraiser2, '2026-03-27 09:00'),
    ],
    events: createHistory('FORENSIC_APPRAISAL', [
      ['COMMISSION', '2026-03-23 10:00', 'CLIENT', { documentNo: numbers.commission }],
      ['REVIEW', '2026-03-24 09:00', 'REVIEWER'],
      ['SIGN_COMMISSION', '2026-03-26 15:00', 'HEAD', { documentNo: numbers.commission }],
      ['ASSIGN_APPRAISERS', '2026-03-27 09:00', 'HEAD'],
      ['START_EXAMINATION', '2026-03-30 09:00', 'APPRAISER'],
      ['REQUEST_MATERIAL', '2026-04-13 10:00', 'APPRAISER'],
      ['RECEIVE_MATERIAL', '2026-04-23 10:00', 'CLIENT'],
      ['SUBMIT_DRAFT', '2026-05-13 16:00', 'APPRAISER'],
      ['ISSUE', '2026-05-18 15:00', 'HEAD', { documentNo: numbers.opinion }],
    ]),
    documents: [
      createDocument('司法鉴定委托书', numbers.commission, '2026-03-23 10:00', townshipCommittee),
      createDocument('受理审查表', null, '2026-03-24 09:00', forensicInstitution1),
      createDocument('材料接收清单', null, '2026-03-26 15:00', forensicInstitution1),
      createDocument('鉴定人承诺书', null, '2026-03-27 09:00', forensicInstitution1),
      createDocument('补充材料函', null, '2026-04-13 10:00', forensicInstitution1),
      createDocument('司法鉴定意见书', numbers.opinion, '2026-05-18 15:00', forensicInstitution1),
    ],
    pauses: [
      {
        ruleId: 'D-21',
        reason: '补充X线片',
        from: toInstant('2026-04-13 10:00'),
        to: toInstant('2026-04-23 10:00'),
      },
    ],
    secrecy: ['privacy'],
    otherNumbers: [numbers.commission],
  },
  {
    category: 'CLINICAL',
    matters: ['DISABILITY_GRADE', 'LOSS_OF_WORK_PERIODS'],
    commission: {
      commissionNo: numbers.commission,
      clientKind: 'MEDIATION_BODY',
      client: townshipCommittee.id,
      receivedAt: toInstant('2026-03-23 10:00'),
      effectiveAt: toInstant('2026-03-26 15:00'),
      purpose: '人身损害赔偿调解',
      isReappraisal: false,
      agreedTermDays: null,
      fee: 280_000,
    },
    standards: ['《人体损伤致残程度分级》', 'SF/T 0111-2021', 'SF/T 0112-2021'],
    materials: [
      material('1', '住院病历复印件', '2026-03-26 15:00'),
      material('2', 'X线片（受伤当日）', '2026-03-26 15:00'),
      material('3', 'X线片（复查）', '2026-04-23 10:00'),
    ],
    opinion: {
      opinionNo: numbers.opinion,
      issuedAt: toInstant('2026-05-18 15:00'),
      conclusion: '被鉴定人损伤构成十级伤残；误工期150日，护理期60日，营养期60日。（测试结论）',
      signedBy: [clinicalAppraiser1.practitionerNo, clinicalAppraiser2.practitionerNo],
      correctedAt: null,
    },
    feeReduction: {
      form: 'WAIVED',
      standardFee: 280_000,
      reducedBy: 280_000,
      basis: 'LEGAL_AID',
      basisDocumentNo: sc1LegalAidNumbers.decision,
      basisConfirmed: true,
      approvedAt: toInstant('2026-03-25 16:00'),
      approvedBy: forensicInstitution1.id,
      localRule: null,
      settledBy: null,
    },
    examinedAt: toInstant('2026-03-31 09:30'),
  },
);
