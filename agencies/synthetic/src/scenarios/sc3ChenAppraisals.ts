import { createAppraisalCase } from '../build/createAppraisalCase.ts';
import { createDocument } from '../build/createDocument.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, toInstant } from '../build/createHistory.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';
import type { SyntheticPractitioner } from '../syntheticRegister.ts';
import { sc3ChenNumbers, sc3Secrecy, sealedAt, sealingNotice } from './sc3Sealing.ts';

const { chen } = cast.persons;
const { policeOrgan, forensicInstitution1 } = cast.bodies;
const { qian, clinicalAppraiser1, clinicalAppraiser2, psychiatricAppraiser1, psychiatricAppraiser2 } =
  cast.practitioners;
const numbers = sc3ChenNumbers;

function policeAppraisal(o: {
  key: string;
  caseNo: string;
  commissionNo: string;
  opinionNo: string;
  category: string;
  matter: string;
  appraisers: readonly SyntheticPractitioner[];
  /** Received, reviewed, accepted, assigned, started, drafted, issued. */
  at: readonly [string, string, string, string, string, string, string];
  conclusion: string;
}) {
  const [received, reviewed, accepted, assigned, started, drafted, issued] = o.at;
  return createAppraisalCase(
    {
      key: o.key,
      region: '480101',
      caseNo: o.caseNo,
      agency: forensicInstitution1.id,
      parties: [
        createParty(policeOrgan, 'CLIENT', 'NEUTRAL'),
        createParty(chen, 'SUBJECT', 'A', { lawyer: qian }),
      ],
      handlers: o.appraisers.map((appraiser) => createHandler('APPRAISER', appraiser, assigned)),
      events: createHistory('FORENSIC_APPRAISAL', [
        ['COMMISSION', received, 'CLIENT', { documentNo: o.commissionNo }],
        ['REVIEW', reviewed, 'REVIEWER'],
        ['SIGN_COMMISSION', accepted, 'HEAD', { documentNo: o.commissionNo }],
        ['ASSIGN_APPRAISERS', assigned, 'HEAD'],
        ['START_EXAMINATION', started, 'APPRAISER'],
        ['SUBMIT_DRAFT', drafted, 'APPRAISER'],
        ['ISSUE', issued, 'HEAD', { documentNo: o.opinionNo }],
        sealedAt('2026-09-02 11:00'),
      ]),
      documents: [
        createDocument('司法鉴定委托书', o.commissionNo, received, policeOrgan),
        createDocument('鉴定人承诺书', null, assigned, forensicInstitution1),
        createDocument('司法鉴定意见书', o.opinionNo, issued, forensicInstitution1),
        sealingNotice,
      ],
      secrecy: sc3Secrecy,
      otherNumbers: [o.commissionNo],
    },
    {
      category: o.category,
      matters: [o.matter],
      commission: {
        commissionNo: o.commissionNo,
        clientKind: 'CASE_ORGAN',
        client: policeOrgan.id,
        receivedAt: toInstant(received),
        effectiveAt: toInstant(accepted),
        purpose: '刑事侦查',
        isReappraisal: false,
        agreedTermDays: null,
        fee: 200_000,
      },
      standards: ['SF/T 0111-2021'],
      opinion: {
        opinionNo: o.opinionNo,
        issuedAt: toInstant(issued),
        conclusion: `${o.conclusion}（测试结论）`,
        signedBy: o.appraisers.map(({ practitionerNo }) => practitionerNo),
        correctedAt: null,
      },
      examinedAt: toInstant(started),
    },
  );
}

/** Step 4: whether Chen was sixteen yet. */
export const sc3Age = policeAppraisal({
  key: 'S3FA1',
  caseNo: '测安所[2026]受鉴字第20号',
  commissionNo: '测公中委鉴字〔2026〕41号',
  opinionNo: numbers.ageOpinion,
  category: 'CLINICAL',
  matter: 'LIVING_AGE',
  appraisers: [clinicalAppraiser1, clinicalAppraiser2],
  at: [
    '2026-05-15 10:00',
    '2026-05-15 15:00',
    '2026-05-18 10:00',
    '2026-05-18 15:00',
    '2026-05-19 09:00',
    '2026-05-27 15:00',
    '2026-05-29 15:00',
  ],
  conclusion: '被鉴定人骨龄约15至16周岁。',
});

/** Step 5: with a suitable adult, the guardian, beside him. */
export const sc3Psychiatric = policeAppraisal({
  key: 'S3FA2',
  caseNo: '测安所[2026]受鉴字第24号',
  commissionNo: '测公中委鉴字〔2026〕47号',
  opinionNo: numbers.psychiatricOpinion,
  category: 'PSYCHIATRIC',
  matter: 'CRIMINAL_RESPONSIBILITY',
  appraisers: [psychiatricAppraiser1, psychiatricAppraiser2],
  at: [
    '2026-06-01 10:00',
    '2026-06-02 10:00',
    '2026-06-05 10:00',
    '2026-06-05 15:00',
    '2026-06-08 09:00',
    '2026-06-30 15:00',
    '2026-07-03 15:00',
  ],
  conclusion: '被鉴定人作案时具有限定刑事责任能力。',
});
