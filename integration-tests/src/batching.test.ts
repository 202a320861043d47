import { describe, expect, it } from '@jest/globals';
import { accessesOf, askAsAuditor, forgetAccesses } from './client.ts';

/** What each system answers at most in one call (docs/agencies), and how its case ids begin. */
const AGENCIES = {
  'legal-aid': { limit: 100, prefix: 'LA' },
  notary: { limit: 50, prefix: 'NO' },
  'forensic-appraisal': { limit: 100, prefix: 'FA' },
  mediation: { limit: 20, prefix: 'ME' },
} as const;
type Agency = keyof typeof AGENCIES;
const agencies = Object.keys(AGENCIES) as Agency[];

interface Listed {
  readonly legalAidCases: {
    readonly edges: readonly {
      readonly node: {
        /** Null where the aid is given on an organ's notice to a person not yet named. */
        readonly recipient: {
          readonly id: string;
          readonly cases: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
        } | null;
      };
    }[];
  };
}

/** A hundred legal aid cases, each with its recipient, and all cases of that person in all agencies. */
const HUNDRED_PERSONS = `{ legalAidCases(first: 100) { edges { node {
  recipient { id cases(first: 100) { totalCount edges { node { id caseNo stage } } } } } } } }`;

describe('Person.cases over a hundred persons', () => {
  it('asks each agency no more often than persons and cases fill its batches', async () => {
    for (const agency of agencies) await forgetAccesses(agency);

    const answer = await askAsAuditor<Listed>(HUNDRED_PERSONS);

    expect(answer.errors).toEqual([]);
    const recipients = (answer.data?.legalAidCases.edges ?? []).flatMap(({ node }) => node.recipient ?? []);
    const persons = new Set(recipients.map(({ id }) => id)).size;
    const ids = new Set(recipients.flatMap(({ cases }) => cases.edges.map(({ node }) => node.id)));
    expect(recipients.length).toBeGreaterThan(90);
    expect(persons).toBeGreaterThan(60);
    expect(ids.size).toBeGreaterThan(100);

    for (const agency of agencies) {
      const { limit, prefix } = AGENCIES[agency];
      const cases = [...ids].filter((id) => id.startsWith(prefix)).length;
      const calls = await accessesOf(agency);
      const listed = agency === 'legal-aid' ? 1 : 0;
      expect({ agency, calls: calls.length }).toEqual({
        agency,
        calls: listed + Math.ceil(persons / limit) + Math.ceil(cases / limit),
      });
    }
  });
});
