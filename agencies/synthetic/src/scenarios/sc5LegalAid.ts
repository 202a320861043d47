import { createDocument } from '../build/createDocument.ts';
import { aidNumbers, createGrantedAid } from '../build/createGrantedAid.ts';
import { createHistory, toInstant } from '../build/createHistory.ts';
import { createLegalAidCase } from '../build/createLegalAidCase.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';

const { farmers, largeFarmer } = cast.persons;
const { justiceBureau, legalAidCentre, civilAffairsBureau, polluter } = cast.bodies;
const { wu, zhou } = cast.practitioners;

const refusal = {
  ...aidNumbers('测州中', 211),
  decision: '（2026）测州中援不字第0211号',
  objection: '测中司援异〔2026〕1号',
} as const;

/** Numbers of the ten grants, and of the refusal. */
export const sc5LegalAidNumbers = {
  decisions: farmers.map((_farmer, index) => aidNumbers('测州中', 201 + index).decision),
  refusal: refusal.decision,
} as const;

/** Step 5: ten farmers under art. 31(8), shared data says their income is low; closed with the rest in step 10. */
export const sc5FarmersAid = farmers.map((farmer, index) =>
  createGrantedAid({
    key: `S5LA${String(index + 1).padStart(2, '0')}`,
    place: '测州中',
    serial: 201 + index,
    centre: legalAidCentre,
    recipient: farmer,
    lawyer: index % 2 === 0 ? wu : zhou,
    dates: {
      submitted: '2026-05-11 10:00',
      granted: '2026-05-15 15:00',
      assigned: '2026-05-18 10:00',
      agreed: '2026-05-20 10:00',
      concluded: '2026-10-20 16:00',
      fileSubmitted: '2026-11-09 10:00',
      fileReviewed: '2026-11-13 15:00',
      paid: '2026-11-18 10:00',
      archived: '2026-11-20 10:00',
    },
    form: 'CIVIL_NON_LITIGATION',
    ground: 'ENVIRONMENT',
    facts: '鱼塘受污染，鱼大量死亡，请求赔偿',
    hardshipCheck: {
      mode: 'DATA_SHARING',
      exemptGround: null,
      sourceAgency: civilAffairsBureau.name,
      result: 'MET',
      householdIncome: 900_000 + index * 20_000,
    },
    opposingParties: [polluter.id],
    outcome: '调解结案',
    recovered: 4_000_000,
  }),
);

/** Step 5: the large farm fails the hardship condition; the bureau upholds the refusal two days after the objection. */
export const sc5RefusedAid = createLegalAidCase(
  {
    key: 'S5LA11',
    region: '480101',
    caseNo: refusal.legalAidCase,
    agency: legalAidCentre.id,
    parties: [createParty(largeFarmer, 'APPLICANT', 'A')],
    handlers: [],
    events: createHistory('LEGAL_AID', [
      ['SUBMIT', '2026-05-11 11:00', 'APPLICANT', { documentNo: refusal.application }],
      ['ACCEPT', '2026-05-11 11:30', 'INTAKE_CLERK'],
      [
        'REFUSE',
        '2026-05-15 16:00',
        'HEAD',
        { documentNo: refusal.decision, reasonCode: 'HARDSHIP_NOT_MET' },
      ],
      ['OBJECT', '2026-05-20 10:00', 'APPLICANT'],
      ['UPHOLD', '2026-05-22 15:00', 'BUREAU', { documentNo: refusal.objection }],
    ]),
    documents: [
      createDocument('法律援助申请表', refusal.application, '2026-05-11 11:00', legalAidCentre),
      createDocument('不予法律援助决定书', refusal.decision, '2026-05-15 16:00', legalAidCentre),
      createDocument('异议审查决定书', refusal.objection, '2026-05-22 15:00', justiceBureau),
    ],
    secrecy: ['privacy'],
    otherNumbers: [refusal.objection],
  },
  {
    form: 'CIVIL_NON_LITIGATION',
    ground: 'ENVIRONMENT',
    application: {
      applicationNo: refusal.application,
      receivedAt: toInstant('2026-05-11 11:00'),
      receiptNo: null,
      jurisdictionGround: 'EVENT_PLACE',
      urgent: null,
      caseFacts: '养殖场受污染，请求赔偿。（测试数据）',
      supplement: null,
    },
    hardshipCheck: {
      mode: 'DATA_SHARING',
      exemptGround: null,
      sourceAgency: civilAffairsBureau.name,
      result: 'NOT_MET',
      householdIncome: 26_000_000,
    },
    decision: {
      decisionNo: refusal.decision,
      kind: 'REFUSE',
      decidedAt: toInstant('2026-05-15 16:00'),
      reasonCode: 'HARDSHIP_NOT_MET',
      servedAt: toInstant('2026-05-18 09:00'),
    },
    opposingParties: [polluter.id],
    objection: {
      filedAt: toInstant('2026-05-20 10:00'),
      bureau: justiceBureau.id,
      decidedAt: toInstant('2026-05-22 15:00'),
      result: 'UPHELD',
    },
  },
);
