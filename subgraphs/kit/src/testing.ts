import { generateKeyPairSync } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { JSONWebKeySet, JWK } from 'jose';
import type { AccessReport } from './accessNotes.ts';
import type { Caller } from './caller.ts';
import { CALLER_ASSERTION_HEADER, signAssertion } from './callerAssertion.ts';
import { createSubjectTags, type SubjectTagKey } from './subjectTags.ts';
import { testCaller } from './testCaller.ts';

export { testCaseRecord } from './testCaseRecord.ts';
export { testCaller };

const KEY_ID = 'test';
const pair = generateKeyPairSync('ed25519');

/** The key of subject tags that tests give to `createSubgraph` as `subjectTagKeys`; good for nothing else. */
export const testSubjectTagKeys: readonly SubjectTagKey[] = [{ epoch: 'test', key: 'ab'.repeat(32) }];

/** The tag of a credential under that key. */
export const testTagOf = createSubjectTags(testSubjectTagKeys).tagOf;

/** What a test says of its caller; the rest is a citizen without anything. */
export type PartialCaller = Partial<Omit<Caller, 'requestId'>>;

/** Plays the gateway towards subgraphs under test. */
export interface TestCallers {
  /** Give it to `createSubgraph` as `callerKeys`. */
  readonly keys: JSONWebKeySet;
  /** The value of `x-caller-assertion` for one subgraph and one body, good once. */
  assertionFor(subgraph: string, caller: PartialCaller, body: string): Promise<string>;
}

/** Keys made afresh for each process, so that nothing signed here is good anywhere else. */
export function createTestCallers(): TestCallers {
  const publicKey = pair.publicKey.export({ format: 'jwk' }) as JWK;
  return {
    keys: { keys: [{ ...publicKey, kid: KEY_ID, alg: 'EdDSA', use: 'sig' }] },
    assertionFor: (subgraph, caller, body) =>
      signAssertion(testCaller(caller), { key: pair.privateKey, subgraph, body, keyId: KEY_ID }),
  };
}

/** A subgraph's answer. */
export interface TestAnswer<Data> {
  readonly status: number;
  readonly data: Data | null | undefined;
  readonly errors:
    | readonly {
        readonly message: string;
        readonly path?: readonly (string | number)[];
        readonly extensions: {
          readonly code: string;
          readonly requestId: string;
          readonly [key: string]: unknown;
        };
      }[]
    | undefined;
  /**
   * `extensions.access`, which only the gateway gets to see. Not enumerable, so that answers compare as clients see them.
   */
  readonly access?: AccessReport | undefined;
}

/**
 * Runs an operation through the real door of a subgraph whose `callerKeys` come from `createTestCallers`: assertion,
 * body parsing, masking and all.
 */
export async function execute<Data = Record<string, unknown>>(
  app: FastifyInstance,
  operation: {
    readonly query: string;
    readonly variables?: Readonly<Record<string, unknown>>;
    readonly caller: PartialCaller;
    readonly requestId?: string;
  },
): Promise<TestAnswer<Data>> {
  const { query, variables = {}, caller, requestId } = operation;
  const subgraph = app.getDecorator<string>('subgraphName');
  const body = JSON.stringify({ query, variables });
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: {
      [CALLER_ASSERTION_HEADER]: await createTestCallers().assertionFor(subgraph, caller, body),
      'content-type': 'application/json',
      ...(requestId === undefined ? {} : { 'x-request-id': requestId }),
    },
    payload: body,
  });
  const { data, errors, extensions } = response.json<{
    data?: Data;
    errors?: TestAnswer<Data>['errors'];
    extensions?: { access?: AccessReport };
  }>();
  const answer = { status: response.statusCode, data, errors };
  return Object.defineProperty(answer, 'access', { value: extensions?.access, enumerable: false });
}
