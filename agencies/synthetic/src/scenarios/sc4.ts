import { createLink } from '../build/createLink.ts';
import { createSlice } from '../build/createSlice.ts';
import { cast } from '../cast.ts';
import type { SyntheticLink } from '../syntheticThread.ts';
import { graphCaseId } from '../syntheticWorld.ts';
import { storyOf, workerAid, workerCertificate, workerMediation } from './sc4Worker.ts';

const threadNo = 'CT-2026-00000004';
const title = '追索劳动报酬（三十人）';

const stories = cast.persons.workers.map((worker, index) => {
  const story = storyOf(index);
  return {
    worker,
    story,
    aid: workerAid(worker, story),
    mediation: workerMediation(worker, story),
    certificate: story.isAgreed ? workerCertificate(worker, story) : null,
  };
});

/** Aid of every worker first, then the mediations, then the certificates: the order in which they joined. */
const cases = [
  ...stories.map(({ aid }) => aid),
  ...stories.map(({ mediation }) => mediation),
  ...stories.flatMap(({ certificate }) => certificate ?? []),
];

const links: SyntheticLink[] = stories.flatMap(({ story, aid, mediation, certificate }) => [
  createLink({
    kind: 'REFERRED_TO',
    from: aid,
    to: mediation,
    evidence: 'SYSTEM_TRANSFER',
    evidenceNo: `ZB-48-20260615-0001${String(story.index).padStart(2, '0')}`,
    at: '2026-06-15 14:00',
    legalBasis: '《法律援助法》第二十二条；本人单独同意',
  }),
  ...(story.called
    ? [
        createLink({
          kind: 'POSSIBLE_DUPLICATE',
          from: aid,
          to: mediation,
          evidence: 'SAME_PERSON_SAME_MATTER',
          evidenceNo: null,
          confidence: 0.9,
          at: '2026-06-15 16:00',
          confirmedAt: '2026-06-16 10:00',
          legalBasis: '《信访工作条例》；人工确认',
        }),
      ]
    : []),
  ...(certificate === null
    ? []
    : [
        createLink({
          kind: 'EVIDENCE_FOR',
          from: mediation,
          to: certificate,
          evidenceNo: story.numbers.agreement,
          at: '2026-07-01 14:00',
          legalBasis: '《公证法》第三十七条；各方同意',
        }),
        createLink({
          kind: 'BASIS_FOR_FEE_REDUCTION',
          from: aid,
          to: certificate,
          evidenceNo: story.numbers.decision,
          at: '2026-07-01 14:00',
          legalBasis: '《法律援助法》第五十三条；《公证法》第三十四条',
        }),
      ]),
]);

/** SC-4, thirty workers and unpaid wages: one thread, lists in the order of the petition. */
export const sc4 = {
  threadNo,
  cases: {
    legalAid: stories.map(({ aid }) => graphCaseId(aid)),
    mediation: stories.map(({ mediation }) => graphCaseId(mediation)),
    /** Of the 24 who agreed. */
    notary: stories.flatMap(({ certificate }) => (certificate === null ? [] : [graphCaseId(certificate)])),
  },
  numbers: { workers: stories.map(({ story }) => story.numbers) },
  expected: {
    workers: 30,
    agreements: 24,
    paid: 11,
    enforcementCertificates: 13,
    toArbitration: 6,
    provisional: 2,
    possibleDuplicates: 5,
    subsidies: 30,
    /** In fen, by worker. */
    wages: stories.map(({ story }) => story.wages),
    /** In fen, over the agreements: what the auditor sees for the employer. */
    agreedTotal: stories
      .filter(({ story }) => story.isAgreed)
      .reduce((sum, { story }) => sum + story.wages, 0),
  },
  slice: createSlice({
    cases,
    links,
    threads: [{ threadNo, title, causeCode: '追索劳动报酬纠纷', members: cases }],
  }),
} as const;
