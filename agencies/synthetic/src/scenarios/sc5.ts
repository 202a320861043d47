import { createLink } from '../build/createLink.ts';
import { createSlice } from '../build/createSlice.ts';
import { graphCaseId, type SyntheticCase } from '../syntheticWorld.ts';
import { sc5Appraisal, sc5AppraisalNumbers, sc5ParallelAppraisal } from './sc5Appraisals.ts';
import { sc5FarmersAid, sc5LegalAidNumbers, sc5RefusedAid } from './sc5LegalAid.ts';
import { sc5Mediation, sc5MediationNumbers, sc5Negotiation } from './sc5Mediation.ts';
import { sc5Compensation, sc5Digests, sc5Evidence, sc5NotaryNumbers } from './sc5Notary.ts';

const threadNo = 'CT-2026-00000005';
const [firstAid, ...otherAid] = sc5FarmersAid;
if (firstAid === undefined) throw new Error('no farmer has legal aid');

const cases: readonly SyntheticCase[] = [
  sc5Evidence,
  sc5Appraisal,
  firstAid,
  ...otherAid,
  sc5RefusedAid,
  sc5ParallelAppraisal,
  sc5Negotiation,
  sc5Mediation,
  sc5Compensation,
];

/** One opinion, four cases, each on its own ground: negotiation, the farmers' claim, their lawyer's brief, the contract. */
const uses = [
  [sc5Negotiation, '2026-07-30 09:30', '《民法典》第一千二百三十四条；生态环境损害赔偿磋商'],
  [sc5Mediation, '2026-08-03 09:30', '《民法典》第一千二百二十九条；民事赔偿，经委托人提供'],
  [firstAid, '2026-08-03 10:00', '《法律援助法》第三十一条第八项；代理检察公益诉讼支持起诉'],
  [sc5Compensation, '2026-09-01 09:00', '《公证法》第二十七条；协议公证'],
] as const;

/** SC-5, polluted fish ponds: ten farmers aided, one large farm refused, one opinion used four times. */
export const sc5 = {
  threadNo,
  cases: {
    evidence: graphCaseId(sc5Evidence),
    appraisal: graphCaseId(sc5Appraisal),
    parallelAppraisal: graphCaseId(sc5ParallelAppraisal),
    /** Of the ten farmers, in the order of the cast. */
    farmersAid: sc5FarmersAid.map(graphCaseId),
    refusedAid: graphCaseId(sc5RefusedAid),
    negotiation: graphCaseId(sc5Negotiation),
    mediation: graphCaseId(sc5Mediation),
    compensation: graphCaseId(sc5Compensation),
  },
  numbers: { ...sc5NotaryNumbers, ...sc5AppraisalNumbers, ...sc5LegalAidNumbers, ...sc5MediationNumbers },
  expected: {
    notAcceptGround: 'PARALLEL_COMMISSION',
    /** D-21: 30 working days from 7 May 2026 and 30 more by extension. */
    extensionDays: 30,
    appraisalDueOn: '2026-07-30',
    appraisalIssuedOn: '2026-07-24',
    opinionUses: uses.length,
    /** Days from the objection to its decision (D-04: 5). */
    objectionDays: 2,
    sampleDigests: sc5Digests,
  },
  slice: createSlice({
    cases,
    threads: [{ threadNo, title: '鱼塘污染', causeCode: '水污染责任纠纷', members: cases }],
    links: [
      createLink({
        kind: 'EVIDENCE_FOR',
        from: sc5Evidence,
        to: sc5Appraisal,
        evidenceNo: sc5NotaryNumbers.evidenceCertificate,
        at: '2026-05-07 15:00',
        legalBasis: '《环境保护法》；现场取样公证',
      }),
      createLink({
        kind: 'POSSIBLE_DUPLICATE',
        from: sc5Appraisal,
        to: sc5ParallelAppraisal,
        evidence: 'SAME_PERSON_SAME_MATTER',
        evidenceNo: null,
        confidence: 0.8,
        at: '2026-05-15 10:00',
        confirmedAt: '2026-05-18 10:00',
        legalBasis: '《司法鉴定程序通则》第十五条；人工确认',
      }),
      ...uses.map(([to, at, legalBasis]) =>
        createLink({
          kind: 'EVIDENCE_FOR',
          from: sc5Appraisal,
          to,
          evidenceNo: sc5AppraisalNumbers.opinion,
          at,
          legalBasis,
        }),
      ),
      ...sc5FarmersAid.map((aid) =>
        createLink({
          kind: 'REPRESENTS',
          from: aid,
          to: sc5Mediation,
          evidenceNo: aid.details.assignments[0]?.assignmentNo ?? null,
          at: '2026-08-03 11:00',
          legalBasis: '《法律援助法》第二十二条；本人单独同意',
        }),
      ),
    ],
  }),
} as const;
