import { aidNumbers, createGrantedAid } from '../build/createGrantedAid.ts';
import { createLink } from '../build/createLink.ts';
import { createSlice } from '../build/createSlice.ts';
import { cast } from '../cast.ts';
import { graphCaseId } from '../syntheticWorld.ts';
import { sc3Defence, sc3ForwardedApplication } from './sc3ChenAid.ts';
import { sc3Age, sc3Psychiatric } from './sc3ChenAppraisals.ts';
import { sc3Mediation } from './sc3ChenMediation.ts';
import { sc3ChenNumbers } from './sc3Sealing.ts';

const { chen, du, victim } = cast.persons;
const { wu, zhao } = cast.practitioners;
const threadNo = 'CT-2026-00000003';
const place = '测州中';

/** Step 6: the victim's side, by a lawyer of another firm than Chen's. */
const victimAid = createGrantedAid({
  key: 'S3LA2',
  place,
  serial: 22,
  centre: cast.bodies.legalAidCentre,
  recipient: victim,
  lawyer: wu,
  dates: {
    submitted: '2026-05-25 10:00',
    granted: '2026-05-29 15:00',
    assigned: '2026-06-01 10:00',
    agreed: '2026-06-03 10:00',
    concluded: '2026-08-24 16:00',
    fileSubmitted: '2026-09-10 10:00',
    fileReviewed: '2026-09-22 15:00',
    paid: '2026-09-24 10:00',
    archived: '2026-09-30 11:00',
  },
  form: 'CRIMINAL_REPRESENTATION',
  ground: 'VICTIM_SIDE',
  facts: '未成年被害人的监护人请求代理附带民事部分',
  hardshipCheck: {
    mode: 'EXEMPT_FROM_CHECK',
    exemptGround: 'NO_FIXED_INCOME',
    sourceAgency: null,
    result: 'NOT_REQUIRED',
    householdIncome: null,
  },
  opposingParties: [chen.credential, du.credential],
  jurisdictionGround: 'CASE_ORGAN_PLACE',
  secrecy: ['privacy', 'minor'],
  outcome: '调解结案',
  recovered: 1_500_000,
});

/** Step 8: the firm of the victim's lawyer was proposed for Du too and given up on the warning, before anyone was assigned. */
const duAid = createGrantedAid({
  key: 'S3LA3',
  place,
  serial: 23,
  centre: cast.bodies.legalAidCentre,
  recipient: du,
  role: 'SUSPECT',
  lawyer: zhao,
  dates: {
    submitted: '2026-08-05 10:00',
    granted: '2026-08-10 15:00',
    assigned: '2026-08-12 10:00',
    agreed: '2026-08-14 10:00',
  },
  form: 'CRIMINAL_DEFENCE',
  ground: 'SUSPECT_OR_DEFENDANT',
  facts: '同案成年嫌疑人申请辩护',
  hardshipCheck: {
    mode: 'DATA_SHARING',
    exemptGround: null,
    sourceAgency: cast.bodies.civilAffairsBureau.name,
    result: 'MET',
    householdIncome: 1_080_000,
  },
  opposingParties: [victim.credential],
  jurisdictionGround: 'CASE_ORGAN_PLACE',
  assignReason: 'OTHER_FIRM_AFTER_CONFLICT_WARNING',
});

const sealed = [sc3ForwardedApplication, sc3Defence, sc3Age, sc3Psychiatric, sc3Mediation] as const;
const cases = [
  sc3ForwardedApplication,
  sc3Defence,
  sc3Age,
  victimAid,
  sc3Psychiatric,
  sc3Mediation,
  duAid,
] as const;

/**
 * SC-3, juvenile suspect, after step 9: every case of Chen is sealed; what belongs to the victim or to Du alone stays
 * readable. The certificate of step 11 is the variant `criminalRecordCertificate`.
 */
export const sc3 = {
  threadNo,
  cases: {
    forwardedApplication: graphCaseId(sc3ForwardedApplication),
    defence: graphCaseId(sc3Defence),
    age: graphCaseId(sc3Age),
    psychiatric: graphCaseId(sc3Psychiatric),
    mediation: graphCaseId(sc3Mediation),
    victimAid: graphCaseId(victimAid),
    duAid: graphCaseId(duAid),
  },
  numbers: {
    ...sc3ChenNumbers,
    victimDecision: aidNumbers(place, 22).decision,
    duDecision: aidNumbers(place, 23).decision,
  },
  expected: {
    sealedCases: sealed.map(graphCaseId),
    readableCases: [victimAid, duAid].map(graphCaseId),
    /** Hours from the application to its forwarding (D-03b: 24). */
    forwardedAfterHours: 2,
    /** Days from the organ's finding to the notice (D-03a) and from the notice to the assignment (D-03): 3 each at most. */
    noticeDays: 1,
    assignmentDays: 1,
  },
  slice: createSlice({
    cases,
    threads: [{ threadNo, title: '人身伤害案', causeCode: '故意伤害', members: cases }],
    links: [
      createLink({
        kind: 'EVIDENCE_FOR',
        from: sc3Age,
        to: sc3Defence,
        evidenceNo: sc3ChenNumbers.ageOpinion,
        at: '2026-06-01 09:00',
        legalBasis: '《刑事诉讼法》第四十条',
      }),
      createLink({
        kind: 'EVIDENCE_FOR',
        from: sc3Psychiatric,
        to: sc3Defence,
        evidenceNo: sc3ChenNumbers.psychiatricOpinion,
        at: '2026-07-06 09:00',
        legalBasis: '《刑事诉讼法》第四十条',
      }),
      createLink({
        kind: 'REPRESENTS',
        from: victimAid,
        to: sc3Mediation,
        evidenceNo: aidNumbers(place, 22).assignment,
        at: '2026-07-13 09:30',
        legalBasis: '《法律援助法》第二十九条；监护人同意',
      }),
      createLink({
        kind: 'EVIDENCE_FOR',
        from: sc3Age,
        to: duAid,
        evidenceNo: sc3ChenNumbers.ageOpinion,
        at: '2026-08-14 10:00',
        legalBasis: '《刑事诉讼法》第四十条',
      }),
    ],
  }),
} as const;
