import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PartialCaller } from '@tongban/kit/testing';
import { auditor, startTestSubgraph, type TestSubgraph, zhang } from '../testing/startTestSubgraph.ts';
import { facts, missed } from '../testing/testFacts.ts';
import { about, lookedAt, outcome, zhangTags } from '../testing/testOutcome.ts';

const ID = 'AUD-2026-001/P-zhang';
const TRACE = 'query ($person: ID!, $basis: ID!) { trace(person: $person, basis: $basis) { id basis } }';
const RESULT = `... on Trace { result {
  person { id } subjectTags unanswered
  cases { id caseNo service region status openedAt closedAt isOwn agency { id } }
  timeline(first: 2) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { at caseId service event to documentNo } } }
  documents { totalCount edges { node { caseId kind number digest issuer { id } } } }
  findings { id rule cases facts law confidence innocentReading decision { decision } decisions { at } decisionToken }
} }`;

interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly cases: string[];
  readonly decisionToken: string;
  readonly decisions: object[];
  readonly decision: { readonly decision: string } | null;
}

interface Answer {
  readonly result: {
    readonly cases: Record<string, unknown>[];
    readonly findings: Finding[] | null;
    readonly unanswered: string[];
    readonly timeline: { totalCount: number; pageInfo: object; edges: { node: { at: string } }[] };
    readonly documents: { totalCount: number; edges: { node: object }[] };
  } | null;
}

const step = (at: string, event: string) => ({
  service: null,
  from: null,
  to: 'X',
  event,
  at,
  actorRole: 'OFFICER',
  documentNo: null,
});
const aid = facts('LA-480101-A1', {
  openedAt: '2026-03-02T09:00:00+08:00',
  history: [step('2026-03-02T09:00:00+08:00', 'SUBMIT'), step('2026-03-12T10:00:00+08:00', 'GRANT')],
  documents: [
    {
      kind: '给予法律援助决定书',
      number: '援决1号',
      issuedAt: '2026-03-12T10:00:00+08:00',
      issuer: '114801010000000001',
      digest: 'ab'.repeat(32),
    },
  ],
  deadlines: [missed],
});
const mediation = facts('ME-480101-M1', {
  service: 'MEDIATION',
  openedAt: '2026-02-01T09:00:00+08:00',
  history: [step('2026-03-05T09:00:00+08:00', 'ACCEPT')],
});

const subject = (changes: Record<string, unknown> = {}) => ({
  __typename: 'Person',
  id: 'P-zhang',
  subjectTags: zhangTags,
  legalAidCases: [{ ref: aid.id, facts: aid }],
  notaryCases: [],
  forensicAppraisalCases: [],
  mediationCases: [],
  linkedCases: {
    legalAidCases: [null, { ref: aid.id, facts: aid }],
    notaryCases: [],
    forensicAppraisalCases: null,
    mediationCases: [
      { ref: mediation.id, facts: mediation },
      { ref: 'ME-480101-M2', facts: null },
    ],
  },
  ...changes,
});

describe('a trace', () => {
  let subgraph: TestSubgraph;
  beforeAll(async () => {
    subgraph = await startTestSubgraph();
  });
  beforeEach(() => {
    subgraph.log.outcomes.length = 0;
    subgraph.log.fault = null;
  });
  afterAll(() => subgraph.stop());

  const trace = (caller: PartialCaller, person = 'P-zhang', basis = 'AUD-2026-001') =>
    subgraph.ask<{ trace: object | null }>(TRACE, caller, { person, basis });
  const result = async (brought: object = subject(), caller: PartialCaller = auditor) => {
    const representation = { __typename: 'Trace', id: ID, subject: brought };
    const { entity, errors } = await subgraph.entity<Answer>(caller, RESULT, representation);
    return { result: entity?.result ?? null, errors };
  };

  it.each([
    ['a citizen, of himself too', zhang],
    ['staff', { role: 'STAFF', service: 'NOTARY', purpose: 'CASE_HANDLING', accessCase: 'NO-480101-N1' }],
    ['an auditor of systems', { role: 'SYSTEM_AUDITOR' }],
  ] as const)('is null for %s', async (_who, caller) => {
    const { data, errors } = await trace(caller);
    expect({ data, errors }).toEqual({ data: { trace: null }, errors: undefined });
  });

  it('is there for every id, so that nothing tells whether the person is known or covered', async () => {
    expect((await trace(auditor)).data).toEqual({ trace: { id: ID, basis: 'AUD-2026-001' } });
    expect((await trace(auditor, 'P-nobody')).data?.trace).not.toBeNull();
    for (const brought of [null, { ...subject(), subjectTags: null }, { ...subject(), subjectTags: [] }])
      expect(await result(brought as object)).toEqual({ result: null, errors: undefined });
  });

  it.each([
    ['PURPOSE_REQUIRED', { ...auditor, purpose: null }, 'AUD-2026-001'],
    ['PURPOSE_REQUIRED', { ...auditor, accessCase: 'AUD-2026-009' }, 'AUD-2026-009'],
    ['PURPOSE_REQUIRED', { ...auditor, purpose: 'STATISTICS' }, 'AUD-2026-001'],
    ['BAD_USER_INPUT', auditor, 'AUD-2026-009'],
  ] as const)('without its basis is %s, and says the cure', async (code, caller, basis) => {
    const { data, errors } = await trace(caller, 'P-zhang', basis);
    expect(data).toEqual({ trace: null });
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/x-access-|purpose/), extensions: { code } },
    ]);
  });

  it('under another assignment than the one named has nothing', async () => {
    expect(
      (await result(subject(), { ...auditor, accessCase: 'AUD-2', assignment: 'AUD-2' })).result,
    ).toBeNull();
    expect((await result(subject(), zhang)).result).toBeNull();
  });

  it("has the person's cases and those of the same matters, oldest first, each once, without gaps", async () => {
    const answer = await result();
    expect(answer.errors).toBeUndefined();
    expect(answer.result?.cases).toEqual([
      {
        id: 'ME-480101-M1',
        caseNo: '援字M1号',
        service: 'MEDIATION',
        region: '480101',
        status: 'GRANTED',
        openedAt: '2026-02-01T09:00:00+08:00',
        closedAt: null,
        isOwn: false,
        agency: { id: '114801010000000001' },
      },
      expect.objectContaining({ id: 'LA-480101-A1', isOwn: true }),
    ]);
    expect(answer.result).toMatchObject({
      person: { id: 'P-zhang' },
      subjectTags: zhangTags,
      unanswered: [],
    });
  });

  it('points to each case where the gateway finds it', async () => {
    const selection = '... on Trace { result { cases { case { __typename ... on LegalAidCase { ref } } } } }';
    const { entity } = await subgraph.entity(auditor, selection, {
      __typename: 'Trace',
      id: ID,
      subject: subject({ linkedCases: null }),
    });
    expect(entity).toEqual({
      result: { cases: [{ case: { __typename: 'LegalAidCase', ref: 'LA-480101-A1' } }] },
    });
  });

  it('has every step and document of these in order of time, in pages', async () => {
    const { timeline, documents } = (await result()).result as NonNullable<Answer['result']>;
    expect(timeline).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(timeline.edges.map(({ node }) => node)).toMatchObject([
      { caseId: 'LA-480101-A1', service: 'LEGAL_AID', event: 'SUBMIT' },
      { caseId: 'ME-480101-M1', service: 'MEDIATION', event: 'ACCEPT' },
    ]);
    expect(documents.edges).toMatchObject([
      { node: { caseId: 'LA-480101-A1', number: '援决1号', digest: 'ab'.repeat(32) } },
    ]);
  });

  it('names the services that did not answer, or told what cannot be read', async () => {
    const { result: found } = await result(
      subject({
        notaryCases: null,
        mediationCases: [{ ref: 'ME-480101-M3', facts: { id: 'ME-480101-M3' } }],
      }),
    );
    expect(found?.unanswered).toEqual(['NOTARY', 'MEDIATION']);
    expect(found?.cases).toHaveLength(2);
  });

  describe('its findings', () => {
    it('say rule, cases, facts, law, how sure, and what would be innocent', async () => {
      const findings = (await result()).result?.findings ?? [];
      expect(findings).toMatchObject([
        {
          id: expect.stringMatching(/^F-[\w-]{43}$/),
          rule: 'R-15',
          cases: ['LA-480101-A1'],
          facts: expect.arrayContaining([expect.stringContaining('D-01')]),
          law: expect.any(String),
          confidence: 'HIGH',
          innocentReading: expect.any(String),
          decision: null,
          decisions: [],
        },
      ]);
    });

    it('look at the records of access too', async () => {
      subgraph.log.outcomes.push(
        outcome({ purpose: null, caseReference: null }, about({ cases: [lookedAt('LA-480101-A1')] })),
      );
      const rules = (await result()).result?.findings?.map(({ rule }) => rule);
      expect(rules).toEqual(['R-15', 'R-26']);
    });

    it('are null where the log does not answer, and the rest stays', async () => {
      subgraph.log.fault = 'unavailable';
      const answer = await result();
      expect(answer.result).toMatchObject({ findings: null, cases: [{}, {}] });
      expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['AUDIT_UNAVAILABLE']);
    });

    it('have the same ids in each trace, and tokens of their own for each auditor', async () => {
      const [one] = (await result()).result?.findings ?? [];
      const [same] = (await result(subject({ linkedCases: null }))).result?.findings ?? [];
      const [other] =
        (await result(subject(), { ...auditor, subject: 'auditor:other' })).result?.findings ?? [];
      expect(same).toEqual(one);
      expect(other?.id).toBe(one?.id);
      expect(other?.decisionToken).not.toBe(one?.decisionToken);
    });
  });
});
