import { createLink } from '../build/createLink.ts';
import { createSlice } from '../build/createSlice.ts';
import { cast } from '../cast.ts';
import { graphCaseId } from '../syntheticWorld.ts';
import { sc6Appraisal, sc6Evidence, sc6LegalAid, sc6Marriage, sc6Numbers } from './sc6Cases.ts';
import { sc6Child, sc6MediationNumbers, sc6Property } from './sc6Mediations.ts';

const threadNo = 'CT-2026-00000006';
const cases = [sc6LegalAid, sc6Appraisal, sc6Evidence, sc6Marriage, sc6Property, sc6Child] as const;

/** SC-6, domestic violence with a foreign element: her address is nowhere in what the other side may read. */
export const sc6 = {
  threadNo,
  cases: {
    legalAid: graphCaseId(sc6LegalAid),
    appraisal: graphCaseId(sc6Appraisal),
    evidence: graphCaseId(sc6Evidence),
    marriage: graphCaseId(sc6Marriage),
    property: graphCaseId(sc6Property),
    child: graphCaseId(sc6Child),
  },
  numbers: { ...sc6Numbers, ...sc6MediationNumbers },
  expected: {
    hardshipMode: 'NOT_LIMITED',
    /** Must not be in any answer to her husband. */
    protectedAddress: cast.persons.lin.address,
    /** Joined to the new number by a human decision only. */
    formerCredential: cast.persons.lin.formerCredentials[0],
    foreignRelatedReport: sc6Numbers.foreignRelatedReport,
  },
  slice: createSlice({
    cases,
    threads: [{ threadNo, title: '婚姻家庭纠纷', causeCode: '婚姻家庭纠纷', members: cases }],
    links: [
      createLink({
        kind: 'EVIDENCE_FOR',
        from: sc6Appraisal,
        to: sc6LegalAid,
        evidenceNo: sc6Numbers.opinion,
        at: '2026-04-13 10:00',
        legalBasis: '《反家庭暴力法》第二十条；本人单独同意',
      }),
      createLink({
        kind: 'BASIS_FOR_FEE_REDUCTION',
        from: sc6LegalAid,
        to: sc6Evidence,
        evidenceNo: sc6Numbers.decision,
        at: '2026-03-24 09:00',
        legalBasis: '《法律援助法》第五十三条；《公证法》第三十四条',
      }),
      createLink({
        kind: 'BASIS_FOR_FEE_REDUCTION',
        from: sc6LegalAid,
        to: sc6Marriage,
        evidenceNo: sc6Numbers.decision,
        at: '2026-04-01 09:00',
        legalBasis: '《法律援助法》第五十三条；《公证法》第三十四条',
      }),
      createLink({
        kind: 'EVIDENCE_FOR',
        from: sc6Evidence,
        to: sc6LegalAid,
        evidenceNo: sc6Numbers.evidenceCertificate,
        at: '2026-04-01 10:00',
        legalBasis: '本人单独同意',
      }),
      createLink({
        kind: 'REPRESENTS',
        from: sc6LegalAid,
        to: sc6Property,
        evidenceNo: sc6Numbers.assignment,
        at: '2026-04-27 09:30',
        legalBasis: '《法律援助法》第三十二条；本人单独同意',
      }),
      createLink({
        kind: 'REPRESENTS',
        from: sc6LegalAid,
        to: sc6Child,
        evidenceNo: sc6Numbers.assignment,
        at: '2026-04-27 09:30',
        legalBasis: '《法律援助法》第三十二条；本人单独同意',
      }),
    ],
  }),
} as const;
