import { createLink } from '../build/createLink.ts';
import { createSlice } from '../build/createSlice.ts';
import { graphCaseId } from '../syntheticWorld.ts';
import { sc1Appraisal, sc1AppraisalNumbers } from './sc1Appraisal.ts';
import { sc1LegalAid, sc1LegalAidNumbers } from './sc1LegalAid.ts';
import { sc1Mediation, sc1MediationNumbers } from './sc1Mediation.ts';

const threadNo = 'CT-2026-00000001';
const numbers = { ...sc1LegalAidNumbers, ...sc1MediationNumbers, ...sc1AppraisalNumbers } as const;

/**
 * SC-1, injured migrant labourer, by branch 11a: the court confirmed the agreement. Case ids are those of the graph;
 * `slice` stands by itself.
 */
export const sc1 = {
  threadNo,
  cases: {
    legalAid: graphCaseId(sc1LegalAid),
    mediation: graphCaseId(sc1Mediation),
    appraisal: graphCaseId(sc1Appraisal),
  },
  numbers,
  expected: {
    /** Working days that step 8 takes out of D-21, from 13 to 23 April 2026. */
    pausedWorkingDays: 8,
    /** D-21: 30 working days from 26 March 2026, and the eight of the pause. */
    appraisalDueOn: '2026-05-22',
    appraisalIssuedOn: '2026-05-18',
    /** Day of the joint request, counted from the agreement (D-32). */
    confirmationRequestDay: 12,
    /** In fen: three equal parts. */
    agreedAmount: 18_600_000,
    services: [
      'CONSULTATION',
      'LEGAL_AID',
      'MEDIATION',
      'FORENSIC_APPRAISAL',
      'JUDICIAL_CONFIRMATION',
      'ENFORCEMENT',
    ],
  },
  slice: createSlice({
    cases: [sc1LegalAid, sc1Mediation, sc1Appraisal],
    threads: [
      {
        threadNo,
        title: '提供劳务者受害责任纠纷',
        causeCode: '提供劳务者受害责任纠纷',
        members: [sc1LegalAid, sc1Mediation, sc1Appraisal],
      },
    ],
    links: [
      createLink({
        kind: 'REFERRED_TO',
        from: sc1LegalAid,
        to: sc1Mediation,
        evidence: 'SYSTEM_TRANSFER',
        evidenceNo: 'ZB-48-20260316-000004',
        at: '2026-03-16 09:30',
        legalBasis: '《法律援助法》第二十二条；本人单独同意',
      }),
      createLink({
        kind: 'REFERRED_TO',
        from: sc1Mediation,
        to: sc1Appraisal,
        evidenceNo: numbers.commission,
        at: '2026-03-23 10:00',
        legalBasis: '《司法鉴定程序通则》第十一条；双方同意',
      }),
      createLink({
        kind: 'BASIS_FOR_FEE_REDUCTION',
        from: sc1LegalAid,
        to: sc1Appraisal,
        evidenceNo: numbers.decision,
        at: '2026-03-25 16:00',
        legalBasis: '《法律援助法》第五十三条',
      }),
      createLink({
        kind: 'EVIDENCE_FOR',
        from: sc1Appraisal,
        to: sc1Mediation,
        evidenceNo: numbers.opinion,
        at: '2026-05-18 16:00',
        legalBasis: '《人民调解工作若干规定》；双方同意',
      }),
    ],
  }),
} as const;
