import type { TestGraphAddress } from './testGraph.ts';

/** An answer of the gateway, as a client over HTTP sees it. */
export interface Answer<Data = unknown> {
  readonly status: number;
  readonly headers: Headers;
  /** The body as it came, but for the numbers of its receipt: no two looks have the same. */
  readonly text: string;
  readonly data: Data | null | undefined;
  readonly errors: readonly {
    message: string;
    path?: (string | number)[];
    extensions?: Record<string, unknown>;
  }[];
  /** Without the receipt. */
  readonly extensions: Record<string, unknown>;
  /** The receipt of the look (`extensions.audit`); null where nothing was recorded. */
  readonly audit: { readonly index: number; readonly leafHash: string } | null;
}

export interface Question {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly purpose?: string;
  readonly accessCase?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const RECEIPT = /"audit":\{"index":\d+,"leafHash":"[0-9a-f]{64}"(?:,"parts":\[[^\]]*\])?\}/;
const tokens = new Map<string, Promise<string>>();

let ofThisSuite: TestGraphAddress | null = null;

/** From now on the suite asks a graph of its own; null: again the one that all share. */
export function useGraph(address: TestGraphAddress | null): void {
  ofThisSuite = address;
  tokens.clear();
}

/** The graph that the whole run shares (globalSetup.mjs), or the suite's own. */
export function testGraph(): TestGraphAddress {
  if (ofThisSuite !== null) return ofThisSuite;
  const address = process.env.TEST_GRAPH;
  if (address === undefined)
    throw new Error('no graph is running: run these tests with `npm test` in integration-tests');
  return JSON.parse(address);
}

/** How often a test is to look: what the environment variable says, or `usual`, which keeps the suite short. */
export function howOften(variable: string, usual: number): number {
  return Number(process.env[variable] ?? usual);
}

/** Runs one operation as `persona` (null: without a token), over HTTP, through the gateway. */
export async function ask<Data = unknown>(
  persona: string | null,
  query: string,
  question: Question = {},
): Promise<Answer<Data>> {
  return askWithToken<Data>(persona === null ? null : await tokenFor(persona), query, question);
}

/** Like `ask`, with whatever token. */
export async function askWithToken<Data = unknown>(
  token: string | null,
  query: string,
  question: Question = {},
): Promise<Answer<Data>> {
  const { gatewayUrl } = testGraph();
  const response = await fetch(gatewayUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(question.purpose === undefined ? {} : { 'x-access-purpose': question.purpose }),
      ...(question.accessCase === undefined ? {} : { 'x-access-case': question.accessCase }),
      ...question.headers,
    },
    body: JSON.stringify({ query, variables: question.variables }),
  });
  const text = await response.text();
  const body = JSON.parse(text);
  const { audit, ...extensions } = body.extensions ?? {};
  return {
    status: response.status,
    headers: response.headers,
    text: text.replace(RECEIPT, '"audit":{}'),
    data: body.data,
    errors: body.errors ?? [],
    extensions,
    audit: audit ?? null,
  };
}

/** Asks as the auditor who holds the assignment over all synthetic persons. */
export function askAsAuditor<Data = unknown>(
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer<Data>> {
  return ask<Data>('auditor:case', query, { variables, purpose: 'AUDIT', accessCase: 'AUD-2026-001' });
}

/** Like `ask`, and fails the test when there is any error. */
export async function askCleanly<Data = unknown>(
  persona: string,
  query: string,
  question: Question = {},
): Promise<Data> {
  const answer = await ask<Data>(persona, query, question);
  if (answer.errors.length > 0 || answer.data == null) throw new Error(`unexpected answer: ${answer.text}`);
  return answer.data;
}

function tokenFor(persona: string): Promise<string> {
  const known = tokens.get(persona);
  if (known !== undefined) return known;
  const token = fetch(`${testGraph().issuerUrl}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  }).then(async (response) => {
    if (!response.ok) throw new Error(`no token for ${persona}: ${await response.text()}`);
    return ((await response.json()) as { access_token: string }).access_token;
  });
  tokens.set(persona, token);
  return token;
}

/** Kills or restarts a process of the graph. */
export async function control(verb: 'kill' | 'restart', process: string): Promise<void> {
  const response = await fetch(`${testGraph().controlUrl}/${verb}/${process}`, { method: 'POST' });
  if (!response.ok) throw new Error(`${verb} ${process}: ${response.status} ${await response.text()}`);
}

export type AgencyName = 'legal-aid' | 'notary' | 'forensic-appraisal' | 'mediation';

function systemUrl(agency: AgencyName): string {
  return `http://127.0.0.1:${testGraph().ports[`${agency}-system`]}`;
}

/** Makes an agency system misbehave until the next call with `none`. */
export async function setFault(agency: AgencyName, mode: string, delayMs = 5_000): Promise<void> {
  const response = await fetch(`${systemUrl(agency)}/__fault`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mode, delayMs }),
  });
  if (!response.ok) throw new Error(`fault switch: ${response.status}`);
}

/** What an agency system was asked since `forgetAccesses`, from its own log. */
export async function accessesOf(
  agency: AgencyName,
): Promise<{ method: string; route: string; requestId: string | null }[]> {
  return (await fetch(`${systemUrl(agency)}/__accesses`)).json() as Promise<never>;
}

export async function forgetAccesses(agency: AgencyName): Promise<void> {
  await fetch(`${systemUrl(agency)}/__accesses`, { method: 'DELETE' });
}
