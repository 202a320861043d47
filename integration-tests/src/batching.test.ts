import { describe, expect, it } from '@jest/globals';
import { cast } from '@tongban/synthetic';
import { accessesOf, askAsAuditor, forgetAccesses } from './client.ts';

/** What each system answers at most in one call (docs/agencies). */
const LIMITS = { 'legal-aid': 100, notary: 50, 'forensic-appraisal': 100, mediation: 20 } as const;
const PERSON_FIELDS = {
  'legal-aid': 'legalAidCases',
  notary: 'notaryCases',
  'forensic-appraisal': 'forensicAppraisalCases',
  mediation: 'mediationCases',
} as const;

describe('Person.cases over many persons', () => {
  it('asks each agency no more often than its batch limit demands', async () => {
    const credentials = cast.persons.workers.map(({ credential }) => credential);
    const persons = await Promise.all(
      credentials.map(async (credential) => {
        const [type, number] = credential.split(':');
        const answer = await askAsAuditor<{ personByDocument: { id: string } }>(
          'query ($t: IdentityDocumentType!, $n: String!) { personByDocument(type: $t, number: $n) { id } }',
          { t: type, n: number },
        );
        return answer.data?.personByDocument.id ?? '';
      }),
    );
    // One hundred persons in one operation: each of the workers under several aliases.
    const aliases = Array.from(
      { length: 100 },
      (_, index) => `p${index}: person(id: "${persons[index % persons.length]}") { ...P }`,
    );
    const query = `{ ${aliases.join('\n')} } fragment P on Person { cases(first: 20) { totalCount edges { node { id caseNo } } } }`;
    for (const agency of Object.keys(LIMITS) as (keyof typeof LIMITS)[]) await forgetAccesses(agency);

    const answer =
      await askAsAuditor<Record<string, { cases: { edges: { node: { id: string } }[] } }>>(query);
    expect(answer.errors).toEqual([]);
    const ids = new Set(
      Object.values(answer.data ?? {}).flatMap(({ cases }) => cases.edges.map(({ node }) => node.id)),
    );
    expect(ids.size).toBeGreaterThan(50);

    for (const agency of Object.keys(LIMITS) as (keyof typeof LIMITS)[]) {
      const calls = await accessesOf(agency);
      const byRoute = Map.groupBy(calls, ({ route }) => route);
      const prefix = { 'legal-aid': 'LA', notary: 'NO', 'forensic-appraisal': 'FA', mediation: 'ME' }[agency];
      const own = [...ids].filter((id) => id.startsWith(prefix)).length;
      const byPerson = Math.ceil(persons.length / LIMITS[agency]);
      const byId = Math.ceil(own / LIMITS[agency]);
      expect({ agency, field: PERSON_FIELDS[agency], calls: calls.length }).toEqual({
        agency,
        field: PERSON_FIELDS[agency],
        calls: byPerson + byId,
      });
      expect(byRoute.size).toBeGreaterThan(0);
    }
  });
});
