import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import { createLogger } from './createLogger.ts';
import { createSubgraph, type SubgraphRequest } from './createSubgraph.ts';
import { graphqlError } from './graphqlError.ts';
import { testCaseRecord } from './testCaseRecord.ts';
import { createTestCallers, execute, testSubjectTagKeys, testTagOf } from './testing.ts';

const ZHANG = 'RIC:480101198503121013';

describe('what an answer touched', () => {
  let app: FastifyInstance;
  afterEach(() => app.close());

  async function ask(query: string) {
    app = await createSubgraph<SubgraphRequest>({
      name: 'notary',
      typeDefs: parse(
        'type Query { time: String person: String hidden: String refused: String! tag: String }',
      ),
      resolvers: {
        Query: {
          time: () => 'noon',
          person: (_root: unknown, _args: unknown, { access }: SubgraphRequest) => {
            access.person(ZHANG);
            return 'shown';
          },
          hidden: (_root: unknown, _args: unknown, { access }: SubgraphRequest) => {
            access.case(testCaseRecord({ secrecy: ['sealed'] }), 'HIDDEN');
            return null;
          },
          refused: (_root: unknown, _args: unknown, { access }: SubgraphRequest) => {
            access.person(ZHANG);
            throw graphqlError('BAD_USER_INPUT', 'Give a number.');
          },
          tag: (_root: unknown, _args: unknown, { tagOf }: SubgraphRequest) => tagOf(ZHANG),
        },
      },
      createContext: (request) => request,
      callerKeys: createTestCallers().keys,
      subjectTagKeys: testSubjectTagKeys,
      logger: createLogger({ name: 'notary', level: 'info', destination: new PassThrough() }),
      ready: async () => true,
      production: false,
      hidesCases: true,
    });
    return execute(app, { query, caller: {} });
  }

  it('is not spoken of where it touched nobody', async () => {
    const answer = await ask('{ time }');
    expect(answer).toEqual({ status: 200, data: { time: 'noon' }, errors: undefined });
    expect(answer.access).toBeUndefined();
  });

  it('comes beside the data and changes nothing of it', async () => {
    const { access, ...answer } = await ask('{ time person hidden }');
    expect(answer).toEqual({
      status: 200,
      data: { time: 'noon', person: 'shown', hidden: null },
      errors: undefined,
    });
    expect(access).toEqual({
      subjects: [testTagOf(ZHANG), testTagOf('RIC:480101197904152158')],
      cases: [{ id: 'LA-480101-A1', disclosure: 'HIDDEN', marks: ['sealed'], subjects: [0, 1] }],
    });
  });

  it('comes with an answer that is an error', async () => {
    const { data, access } = await ask('{ refused }');
    expect(data).toBeNull();
    expect(access).toEqual({ subjects: [testTagOf(ZHANG)], cases: [] });
  });

  it('tells where the caller is the one who was touched', async () => {
    await ask('{ time }');
    const { access } = await execute(app, { query: '{ person }', caller: { credential: ZHANG } });
    expect(access).toEqual({ subjects: [testTagOf(ZHANG)], cases: [], self: [0] });
  });

  it('begins anew with each request', async () => {
    await ask('{ person }');
    const { access } = await execute(app, { query: '{ time }', caller: {} });
    expect(access).toBeUndefined();
  });

  it('has the tags that resolvers are given', async () => {
    expect((await ask('{ tag }')).data).toEqual({ tag: testTagOf(ZHANG) });
  });
});
