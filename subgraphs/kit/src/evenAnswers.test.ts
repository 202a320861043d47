import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import { pino } from 'pino';
import { createSubgraph } from './createSubgraph.ts';
import { nextTick } from './evenAnswers.ts';
import { createTestCallers, execute, testSubjectTagKeys } from './testing.ts';

const WORK_MS = 12;
const FIRST_TICK_MS = 25;

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@inaccessible"])
  type Query { things: [Thing!] }
  type Thing @key(fields: "ref") { ref: ID! visibleRef: ID name: String }
  type Person @key(fields: "credential") { credential: ID! things: [Thing!] }
`);

let app: FastifyInstance;
beforeAll(async () => {
  app = await createSubgraph({
    name: 'things',
    typeDefs,
    resolvers: {
      Query: { things: () => [] },
      Person: { __resolveReference: (person: object) => person, things: () => [] },
      Thing: {
        __resolveReference: async ({ ref }: { ref: string }) => {
          if (ref === 'hidden') await sleep(WORK_MS);
          return ref === 'shown' ? { ref, visibleRef: ref, name: 'thing' } : null;
        },
      },
    },
    createContext: () => ({}),
    callerKeys: createTestCallers().keys,
    subjectTagKeys: testSubjectTagKeys,
    logger: pino({ level: 'silent' }),
    ready: async () => true,
    production: false,
    hidesCases: true,
  });
});
afterAll(() => app.close());

async function timeOf(query: string, representations: readonly object[] = []): Promise<number> {
  const started = performance.now();
  const answer = await execute(app, { query, variables: { r: representations }, caller: {} });
  expect(answer.errors).toBeUndefined();
  return performance.now() - started;
}

const things = (fields: string) =>
  `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Thing { ${fields} } } }`;
const thing = (ref: string) => ({ __typename: 'Thing', ref });

describe('the time of an answer', () => {
  it('ticks at 25 milliseconds and at twice each tick before', () => {
    const ticks = [0, 24.9, 25, 49, 51, 101, 399].map((elapsed) => nextTick(1_000, 1_000 + elapsed) - 1_000);
    expect(ticks).toEqual([25, 25, 50, 50, 100, 200, 400]);
  });

  it.each([
    ['of a case that is hidden', things('name'), [thing('hidden')]],
    ['of one that does not exist', things('name'), [thing('none')]],
    ['of one that is shown beside one that is not', things('name'), [thing('shown'), thing('none')]],
    ['to whoever asks whether a case is to be seen', things('visibleRef'), [thing('shown')]],
    [
      'of a person’s list',
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { things { name } } } }',
      [{ __typename: 'Person', credential: 'RIC:1' }],
    ],
    ['of a list', '{ things { name } }', []],
  ])('is a whole tick %s', async (_what, query, representations) => {
    await timeOf(query, representations);
    expect(await timeOf(query, representations)).toBeGreaterThanOrEqual(FIRST_TICK_MS);
  });

  it('is not held back where all that was asked for is shown', async () => {
    const times: number[] = [];
    for (let turn = 0; turn < 10; turn += 1) times.push(await timeOf(things('name'), [thing('shown')]));
    expect(Math.min(...times)).toBeLessThan(FIRST_TICK_MS);
  });
});
