import { createLink } from '../build/createLink.ts';
import { createSlice } from '../build/createSlice.ts';
import { graphCaseId } from '../syntheticWorld.ts';
import { sc2Appraisal, sc2AppraisalNumbers } from './sc2Appraisal.ts';
import { sc2LegalAid, sc2LegalAidNumbers } from './sc2LegalAid.ts';
import { sc2Mediation, sc2MediationNumbers } from './sc2Mediation.ts';
import { sc2Inheritance, sc2NotaryNumbers, sc2RefusedInheritance, sc2Waiver, sc2Will } from './sc2Notary.ts';

const threadNo = 'CT-2026-00000002';
const numbers = {
  ...sc2NotaryNumbers,
  ...sc2LegalAidNumbers,
  ...sc2MediationNumbers,
  ...sc2AppraisalNumbers,
} as const;
const cases = [
  sc2RefusedInheritance,
  sc2Will,
  sc2LegalAid,
  sc2Mediation,
  sc2Appraisal,
  sc2Waiver,
  sc2Inheritance,
] as const;

/** SC-2, inheritance with a hidden will. The will is a case of its own that only its maker and the office may know of. */
export const sc2 = {
  threadNo,
  cases: {
    will: graphCaseId(sc2Will),
    refusedInheritance: graphCaseId(sc2RefusedInheritance),
    legalAid: graphCaseId(sc2LegalAid),
    mediation: graphCaseId(sc2Mediation),
    appraisal: graphCaseId(sc2Appraisal),
    waiver: graphCaseId(sc2Waiver),
    inheritance: graphCaseId(sc2Inheritance),
  },
  numbers,
  expected: {
    refuseGround: 'DISPUTE',
    confirmationResult: 'NOT_ACCEPTED',
    reExaminationResult: 'UPHELD',
    /** Working days that the verification of step 10 takes out of D-10, from 1 to 11 September 2026. */
    pausedWorkingDays: 8,
    certificateDueOn: '2026-09-24',
    certificateIssuedOn: '2026-09-23',
    /** Days from the request for re-examination to the decision (D-13: 30). */
    reExaminationDays: 25,
  },
  slice: createSlice({
    cases,
    threads: [{ threadNo, title: '遗产继承', causeCode: '法定继承纠纷', members: cases }],
    links: [
      createLink({
        kind: 'REFERRED_TO',
        from: sc2RefusedInheritance,
        to: sc2Mediation,
        evidenceNo: numbers.refusalDecision,
        at: '2026-05-18 09:30',
        legalBasis: '《公证法》第四十条；本人单独同意',
      }),
      createLink({
        kind: 'REFERRED_TO',
        from: sc2Mediation,
        to: sc2Appraisal,
        evidenceNo: numbers.commission,
        at: '2026-05-29 10:00',
        legalBasis: '《司法鉴定程序通则》第十一条；各方同意',
      }),
      createLink({
        kind: 'BASIS_FOR_FEE_REDUCTION',
        from: sc2LegalAid,
        to: sc2Appraisal,
        evidenceNo: numbers.decision,
        at: '2026-06-05 15:00',
        legalBasis: '《法律援助法》第五十三条',
      }),
      createLink({
        kind: 'EVIDENCE_FOR',
        from: sc2Appraisal,
        to: sc2Mediation,
        evidenceNo: numbers.opinion,
        at: '2026-07-17 16:00',
        legalBasis: '《人民调解工作若干规定》；各方同意',
      }),
      createLink({
        kind: 'EVIDENCE_FOR',
        from: sc2Mediation,
        to: sc2Inheritance,
        evidenceNo: numbers.agreement,
        at: '2026-08-25 10:00',
        legalBasis: '《公证法》第二十七条；各方同意',
      }),
      createLink({
        kind: 'EVIDENCE_FOR',
        from: sc2Waiver,
        to: sc2Inheritance,
        evidenceNo: numbers.waiverCertificate,
        at: '2026-09-01 10:00',
        legalBasis: '《公证法》第二十八条',
      }),
      createLink({
        kind: 'BASIS_FOR_FEE_REDUCTION',
        from: sc2LegalAid,
        to: sc2Inheritance,
        evidenceNo: numbers.decision,
        at: '2026-08-25 10:00',
        legalBasis: '《法律援助法》第五十三条；《公证法》第三十四条',
      }),
    ],
  }),
} as const;
