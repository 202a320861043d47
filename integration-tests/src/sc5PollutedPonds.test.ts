import { describe, expect, it } from '@jest/globals';
import { cast, sc5 } from '@tongban/synthetic';
import { ask, askAsAuditor } from './client.ts';

interface Read {
  readonly case: {
    readonly links: readonly {
      readonly kind: string;
      readonly direction: string;
      readonly case: { readonly id: string };
      readonly evidence: { readonly documentNo: string | null };
      readonly mandate: { readonly legalBasis: string };
    }[];
    readonly deadlines: readonly {
      readonly ruleId: string;
      readonly dueAt: string;
      readonly state: string;
    }[];
  };
}

describe('SC-5, polluted fish ponds', () => {
  it('records each use of the one opinion with its own ground', async () => {
    const answer = await askAsAuditor<Read>(
      'query ($id: ID!) { case(id: $id) { links { kind direction case { id } evidence { documentNo } mandate { legalBasis } } deadlines { ruleId dueAt state } } }',
      { id: sc5.cases.appraisal },
    );
    expect(answer.errors).toEqual([]);
    const uses =
      answer.data?.case.links.filter(
        ({ kind, direction }) => kind === 'EVIDENCE_FOR' && direction === 'OUTGOING',
      ) ?? [];
    expect(uses).toHaveLength(sc5.expected.opinionUses);
    for (const use of uses) {
      expect(use).toMatchObject({
        evidence: { documentNo: sc5.numbers.opinion },
        mandate: { legalBasis: expect.stringMatching(/第.+条|同意/) },
      });
    }
    expect(new Set(uses.map((use) => use.case.id)).size).toBe(sc5.expected.opinionUses);

    const deadline = answer.data?.case.deadlines.find(({ ruleId }) => ruleId === 'D-21');
    expect(deadline).toMatchObject({ state: 'MET' });
    expect(deadline?.dueAt.slice(0, 10)).toBe(sc5.expected.appraisalDueOn);
  });

  it('says why the second institution did not take the matter', async () => {
    const answer = await askAsAuditor(
      'query ($id: ID!) { case(id: $id) { stage ... on ForensicAppraisalCase { notAcceptGround } } }',
      { id: sc5.cases.parallelAppraisal },
    );
    expect(answer.data).toEqual({
      case: { stage: 'REFUSED', notAcceptGround: sc5.expected.notAcceptGround },
    });
  });

  it('keeps the refusal of one farm from the ten farmers', async () => {
    for (const { credential } of cast.persons.farmers.slice(0, 3)) {
      const answer = await ask(`citizen:${credential}`, 'query ($id: ID!) { case(id: $id) { id } }', {
        variables: { id: sc5.cases.refusedAid },
      });
      expect(answer.text).toBe(
        '{"data":{"case":null},"extensions":{"completeness":{"asked":4,"answered":4,"missing":[]},"audit":{}}}',
      );
    }
  });

  it('shows the digests of the preserved samples as the notary took them', async () => {
    const answer = await askAsAuditor<{ case: { evidence: { digests: string[] } } }>(
      'query ($id: ID!) { case(id: $id) { ... on NotaryCase { evidence { digests } } } }',
      { id: sc5.cases.evidence },
    );
    expect(answer.data?.case.evidence.digests).toEqual([...sc5.expected.sampleDigests]);
  });
});
