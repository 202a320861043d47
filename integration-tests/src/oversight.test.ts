import { beforeAll, describe, expect, it } from '@jest/globals';
import { cast, sc1 } from '@tongban/synthetic';
import { ask, askAsAuditor, askCleanly } from './client.ts';

const ACCESSES = `{ me { id accesses(first: 50) { totalCount edges { node {
  actorRole isSelf purpose reference kinds disclosure receipt { index leafHash }
} } } } }`;
const TRACE = `query ($person: ID!, $basis: ID!) { trace(person: $person, basis: $basis) { result {
  person { name accesses(first: 1) { totalCount } }
  subjectTags unanswered
  cases { id isOwn case { stage links { kind } thread { threadNo } } }
  timeline(first: 100) { totalCount edges { node { at } } }
  documents { totalCount }
  findings { id rule decision { decision } decisions { reason } decisionToken }
} } }`;

interface Node {
  readonly actorRole: string;
  readonly isSelf: boolean;
  readonly purpose: string;
  readonly reference: string | null;
  readonly kinds: string[];
  readonly receipt: { readonly index: string; readonly leafHash: string };
}

interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly decisionToken: string;
  readonly decision: { readonly decision: string } | null;
  readonly decisions: { readonly reason: string }[];
}

interface Trace {
  readonly trace: {
    readonly result: {
      readonly subjectTags: string[];
      readonly unanswered: string[];
      readonly cases: { id: string; isOwn: boolean; case: { thread: { threadNo: string } } }[];
      readonly timeline: { readonly edges: { node: { at: string } }[] };
      readonly findings: Finding[];
    } | null;
  } | null;
}

async function looksAt(persona: string): Promise<{ id: string; looks: Node[] }> {
  const { me } = await askCleanly<{
    me: { id: string; accesses: { totalCount: number; edges: { node: Node }[] } };
  }>(persona, ACCESSES);
  return { id: me.id, looks: me.accesses.edges.map(({ node }) => node) };
}

const trace = (person: string) => askAsAuditor<Trace>(TRACE, { person, basis: 'AUD-2026-001' });
const handling = (accessCase: string) => ({ purpose: 'CASE_HANDLING', accessCase });

describe('who looked, through the whole graph', () => {
  it('a look at a case is told of to the person, with its receipt, and is new on top', async () => {
    const look = await ask(
      'officer:legal-aid',
      `{ case(id: "${sc1.cases.legalAid}") { id documents { kind } } }`,
      handling(sc1.cases.legalAid),
    );
    const receipt = look.audit as { index: number; leafHash: string };
    const { looks } = await looksAt('citizen:zhang');
    expect(looks.find((node) => node.receipt.index === String(receipt.index))).toMatchObject({
      actorRole: 'STAFF',
      isSelf: false,
      purpose: 'CASE_HANDLING',
      reference: sc1.cases.legalAid,
      kinds: ['DOCUMENTS', 'LEGAL_AID'],
      disclosure: 'IMMEDIATE',
      receipt: { leafHash: receipt.leafHash },
    });
    const indexes = looks.map((node) => Number(node.receipt.index));
    expect(indexes).toEqual(indexes.toSorted((a, b) => b - a));
  });

  it("an opponent learns nothing of the other side's legal aid from who looked", async () => {
    await ask(
      'officer:legal-aid',
      `{ case(id: "${sc1.cases.legalAid}") { id parties { person { name } } } }`,
      handling(sc1.cases.legalAid),
    );
    const { looks } = await looksAt('opponent:contractor');
    expect(looks.filter(({ kinds }) => kinds.includes('LEGAL_AID'))).toEqual([]);
    expect(looks.filter(({ reference }) => reference === sc1.cases.legalAid)).toEqual([]);
  });

  it('looking at who looked is a look, and tells others nothing', async () => {
    const before = await looksAt('opponent:contractor');
    await looksAt('citizen:zhang');
    const { looks } = await looksAt('citizen:zhang');
    expect(looks[0]).toMatchObject({ isSelf: true, kinds: ['ACCESS_RECORDS'] });
    const after = await looksAt('opponent:contractor');
    const newest = Math.max(...before.looks.map(({ receipt }) => Number(receipt.index)));
    const since = after.looks.filter(({ receipt }) => Number(receipt.index) > newest);
    expect(since.filter(({ isSelf }) => !isSelf)).toEqual([]);
  });
});

describe('a trace, through the whole graph', () => {
  let zhang: string;
  beforeAll(async () => {
    ({ id: zhang } = await looksAt('citizen:zhang'));
  });

  it('has all cases with links and threads, steps in order, and the tags of the person', async () => {
    const { data, errors } = await trace(zhang);
    expect(errors).toEqual([]);
    const result = data?.trace?.result;
    expect(result?.cases.map(({ id }) => id).sort()).toEqual(Object.values(sc1.cases).sort());
    for (const { isOwn, case: found } of result?.cases ?? [])
      expect({ isOwn, thread: found.thread.threadNo }).toEqual({ isOwn: true, thread: sc1.threadNo });
    const times = (result?.timeline.edges ?? []).map(({ node }) => Date.parse(node.at));
    expect(times.length).toBeGreaterThan(30);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(result).toMatchObject({ unanswered: [], subjectTags: [expect.stringMatching(/^\w+:[\w-]{43}$/)] });
  });

  it('is nothing for whoever is no auditor, and has no result for an id of nobody', async () => {
    const variables = { person: zhang, basis: 'AUD-2026-001' };
    const citizen = await ask<Trace>('citizen:zhang', TRACE, { variables });
    expect(citizen.data).toEqual({ trace: null });
    expect(citizen.errors).toEqual([]);
    const nobody = await trace(`P-${'x'.repeat(43)}`);
    expect(nobody.data).toEqual({ trace: { result: null } });
  });

  it('keeps what is decided about a finding, which changes no case', async () => {
    // Somebody's notary case is named as the cause of a look at Zhang: R-26 asks why.
    const [document, number] = cast.persons.zhang.credential.split(':');
    await ask(
      'officer:notary',
      `{ personByDocument(type: ${document}, number: "${number}") { name } }`,
      handling('NO-480101-S2NO1'),
    );
    const finding = (await trace(zhang)).data?.trace?.result?.findings.find(({ rule }) => rule === 'R-26');
    expect(finding).toMatchObject({ decision: null, decisions: [] });
    const input = {
      finding: finding?.id,
      decisionToken: finding?.decisionToken,
      decision: 'DISMISSED',
      reason: 'The office checked who the heirs are.',
    };
    const decide =
      'mutation ($input: DecideFindingInput!) { decideFinding(input: $input) { decisions { by decision } } }';
    const decided = await askAsAuditor(decide, { input });
    expect(decided.data).toEqual({
      decideFinding: { decisions: [{ by: expect.any(String), decision: 'DISMISSED' }] },
    });
    const again = (await trace(zhang)).data?.trace?.result?.findings.find(({ id }) => id === finding?.id);
    expect(again).toMatchObject({
      decision: { decision: 'DISMISSED' },
      decisions: [{ reason: input.reason }],
    });
    const refused = await ask('officer:notary', decide, {
      variables: { input },
      ...handling('NO-480101-S2NO1'),
    });
    expect(refused.errors[0]?.extensions?.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });
});
