import { cast, sc1, sc2, sc3 } from '@tongban/synthetic';
import { askAs, citizen } from './callerOf.ts';
import { type TimedPairs, timePairs } from './timedPairs.ts';

const CASE = 'query ($id: ID!) { case(id: $id) { id caseNo thread { threadNo } } }';
const BY_NUMBER = 'query ($number: String!) { caseByNumber(number: $number) { id caseNo } }';
const { contractor, wang, wangSons, du } = cast.persons;

interface HiddenQuestion {
  readonly query: string;
  /** Who must not know. */
  readonly credential: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly none: Readonly<Record<string, string>>;
}

/** Questions after what is hidden, each with its like after what is not there. */
export const hiddenQuestions: Readonly<Record<string, HiddenQuestion>> = {
  'a will': {
    query: CASE,
    credential: wang.credential,
    hidden: { id: sc2.cases.will },
    none: { id: 'NO-480101-NOSUCH' },
  },
  'a will, by its number': {
    query: BY_NUMBER,
    credential: wangSons[0].credential,
    hidden: { number: sc2.numbers.willCertificate },
    none: { number: '（2019）测城中内民证字第99318号' },
  },
  'a sealed defence': {
    query: CASE,
    credential: du.credential,
    hidden: { id: sc3.cases.defence },
    none: { id: 'LA-480101-NOSUCH' },
  },
  'a sealed appraisal': {
    query: CASE,
    credential: du.credential,
    hidden: { id: sc3.cases.psychiatric },
    none: { id: 'FA-480101-NOSUCH' },
  },
  'a sealed mediation': {
    query: CASE,
    credential: du.credential,
    hidden: { id: sc3.cases.mediation },
    none: { id: 'ME-480101-NOSUCH' },
  },
  'an opponent’s legal aid': {
    query: CASE,
    credential: contractor.credential,
    hidden: { id: sc1.cases.legalAid },
    none: { id: 'LA-480101-NOSUCH' },
  },
};

/** Times a question after what is hidden beside its like after nothing, so many pairs. */
export function timeHidden(
  { query, credential, hidden, none }: HiddenQuestion,
  pairs: number,
): Promise<TimedPairs> {
  const caller = citizen(credential);
  return timePairs(
    pairs,
    () => askAs(caller, query, hidden),
    () => askAs(caller, query, none),
  );
}
