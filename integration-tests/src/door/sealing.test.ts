import { afterEach, describe, expect, it } from '@jest/globals';
import { cast, generateWorld, graphCaseId, type SyntheticCase } from '@tongban/synthetic';
import { askAs, auditor, citizen, type DoorCaller, lawyer, staff } from './callerOf.ts';
import { type Sealing, sealCase } from './sealCase.ts';

const world = [...generateWorld({ persons: 300, seed: 7 })];
const cases = new Map(world.flatMap((slice) => slice.cases).map((one) => [graphCaseId(one), one]));
const { bodies } = cast;

/** A thread of legal aid, mediation and appraisal, and one of mediation and notary; none of the scenarios, which others read. */
const threads = ['LEGAL_AID,MEDIATION,FORENSIC_APPRAISAL', 'MEDIATION,NOTARY'].map((services) => {
  const found = world
    .flatMap((slice) => slice.threads)
    .find(({ members }) => {
      const its = members.map((id) => cases.get(id));
      const both = its.at(-1)?.parties.some(({ side, person }) => side === 'B' && person !== null);
      const isMadeUp = its.every((one) => one?.key.startsWith('G'));
      return isMadeUp && both && its.map((one) => one?.service).join() === services;
    });
  if (found === undefined) throw new Error(`no thread is of ${services}`);
  return found;
});
const targets = threads.flatMap(({ threadNo, members }) =>
  members.map((id) => ({ id, threadNo, one: cases.get(id) as SyntheticCase })),
);

function callersOf(one: SyntheticCase, id: string): Record<string, DoorCaller> {
  const callers: Record<string, DoorCaller> = {
    'staff of the agency': staff(one.service, one.agency, id),
    'the court': staff('COURT', bodies.court.id, id),
    'the bureau': staff('BUREAU', bodies.justiceBureau.id, id),
    'the auditor': auditor(bodies.justiceBureau.id),
  };
  for (const { person, side, agentPractitionerNo } of one.parties) {
    if (person !== null) callers[`side ${side}`] = citizen(person);
    if (agentPractitionerNo !== null) callers[`the lawyer of side ${side}`] = lawyer(agentPractitionerNo);
  }
  return callers;
}

const OWN_LISTS = `{ me { legalAidCases { id caseNo } notaryCases { id caseNo } forensicAppraisalCases { id caseNo }
  mediationCases { id caseNo } cases(first: 100) { totalCount edges { node { id caseNo } } }
  threads { threadNo cases { id } } } }`;
const THREAD = `query ($no: ID!) { thread(threadNo: $no) { title stage openedAt cases { id caseNo documents { number }
  deadlines { ruleId } links { case { id } evidence { documentNo } } } timeline(first: 100) { totalCount edges { node { case { id } documentNo } } } } }`;
const BY_PERSON = `query ($type: IdentityDocumentType!, $n: String!) { personByDocument(type: $type, number: $n) {
  cases(first: 100) { totalCount edges { node { id caseNo } } } legalAidCases { id } notaryCases { id }
  forensicAppraisalCases { id } mediationCases { id } } }`;
const CASE =
  'query ($id: ID!) { case(id: $id) { id caseNo status documents { number } deadlines { dueAt } thread { threadNo } } }';
const BY_NUMBER = 'query ($n: String!) { caseByNumber(number: $n) { id } }';
const lists = {
  LEGAL_AID: 'legalAidCases',
  NOTARY: 'notaryCases',
  FORENSIC_APPRAISAL: 'forensicAppraisalCases',
  MEDIATION: 'mediationCases',
};

/** Everything a caller can ask that could show the case, in one text; without request ids. */
async function everythingOf(caller: DoorCaller, target: (typeof targets)[number]): Promise<string> {
  const { id, threadNo, one } = target;
  const neighbours = threads.find((thread) => thread.threadNo === threadNo)?.members ?? [];
  const [type, n] = one.parties[0]?.person?.split(':') ?? [];
  const list = `query ($region: String) { ${lists[one.service]}(first: 50, filter: { region: $region }) { totalCount edges { node { id caseNo } } } }`;
  const answers = await Promise.all([
    askAs(caller, CASE, { id }),
    askAs(caller, THREAD, { no: threadNo }),
    askAs(caller, list, { region: one.region }),
    ...(caller.claims.role === 'CITIZEN' ? [askAs(caller, OWN_LISTS)] : []),
    ...(caller.purpose === undefined ? [] : [askAs(caller, BY_PERSON, { type, n })]),
    ...[one.caseNo, ...one.aliases].map((number) => askAs(caller, BY_NUMBER, { n: number })),
    ...neighbours
      .filter((other) => other !== id)
      .map((other) =>
        askAs(
          caller,
          'query ($id: ID!) { case(id: $id) { id links { case { id caseNo } evidence { documentNo } } thread { cases { id } } } }',
          { id: other },
        ),
      ),
  ]);
  return answers.map(({ text }) => text.replace(/"requestId":"[^"]*"/g, '')).join('\n');
}

/** How many cases the agency's own list counts for its staff. */
async function countOf({ one, id }: (typeof targets)[number]): Promise<number> {
  const list = lists[one.service];
  const answer = await askAs<Record<string, { totalCount: number }>>(
    staff(one.service, one.agency, id),
    `query ($region: String) { ${list}(first: 1, filter: { region: $region }) { totalCount } }`,
    { region: one.region },
  );
  return answer.data?.[list]?.totalCount ?? Number.NaN;
}

describe('a case that is sealed while the graph runs', () => {
  const sealed = new Set<string>();
  const take = async (id: string, which: Sealing) => {
    await sealCase(id, which);
    if (which === 'SEAL') sealed.add(id);
    else sealed.delete(id);
  };
  afterEach(async () => {
    for (const id of sealed) await take(id, 'UNSEAL');
  });

  it.each(targets)(
    '$id is gone from everything at once, for everybody, and back when it is opened',
    async (target) => {
      const { id, one } = target;
      const callers = Object.entries(callersOf(one, id));
      const before = new Map<string, string>();
      for (const [who, caller] of callers) before.set(who, await everythingOf(caller, target));
      // Those who are staff, parties and auditors do see it before.
      expect(before.get('staff of the agency')).toContain(id);
      expect(before.get('side A')).toContain(id);
      expect(before.get('the auditor')).toContain(id);

      const count = await countOf(target);
      await take(id, 'SEAL');
      expect(await countOf(target)).toBe(count - 1);
      for (const [who, caller] of callers) {
        const after = await everythingOf(caller, target);
        expect([who, after.includes(id), after.includes(one.caseNo)]).toEqual([who, false, false]);
        for (const alias of one.aliases)
          expect([who, alias, after.includes(alias)]).toEqual([who, alias, false]);
        expect(after).not.toContain('封存');
      }
      const special = auditor(bodies.justiceBureau.id, 'sealed:read');
      expect((await askAs(special, CASE, { id })).data).toMatchObject({ case: { id } });

      await take(id, 'UNSEAL');
      expect(await countOf(target)).toBe(count);
      for (const [who, caller] of callers) {
        const again = await everythingOf(caller, target);
        expect([who, again.includes(id)]).toEqual([who, before.get(who)?.includes(id)]);
      }
    },
  );
});
