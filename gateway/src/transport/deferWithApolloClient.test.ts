import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client/core';
import { Defer20220824Handler, GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { requestError } from '../errors/requestError.ts';
import { WrittenData } from '../execution/writtenData.ts';
import { createPartSource, type PartSource } from '../testing/partSource.ts';
import { startTransport, type TestTransport } from '../testing/startTransport.ts';

const QUERY = gql`
  query {
    item {
      id
      ... @defer {
        price
      }
    }
  }
`;
const schema = `
  directive @defer(label: String, if: Boolean! = true) on FRAGMENT_SPREAD | INLINE_FRAGMENT
  type Query { item: Item }
  type Item { id: ID  price: Int }
`;
const item = { __typename: 'Item', id: '1' };
const written = (data: object) => new WrittenData(Buffer.from(JSON.stringify(data))) as never;

let parts: PartSource;
let transport: TestTransport;
beforeEach(async () => {
  parts = createPartSource();
  transport = await startTransport({
    schema,
    async execute({ context }) {
      if (!context.acceptsParts) return { data: written({ item: { ...item, price: 5 } }) };
      context.laterParts = parts;
      return { data: written({ item }) };
    },
  });
});
afterEach(() => transport.stop());

/** Watches the query and collects what a reader would be shown. */
function watch(incrementalHandler: object) {
  const client = new ApolloClient({
    link: new HttpLink({ uri: transport.url }),
    cache: new InMemoryCache(),
    incrementalHandler: incrementalHandler as never,
  });
  const shown: { data: unknown; dataState: string; error?: unknown }[] = [];
  const waiting: (() => void)[] = [];
  client.watchQuery({ query: QUERY, errorPolicy: 'all' }).subscribe(({ data, dataState, error, partial }) => {
    if (partial && data === undefined) return;
    shown.push({ data, dataState, ...(error === undefined ? {} : { error }) });
    waiting.shift()?.();
  });
  const next = () => new Promise<void>((resolve) => waiting.push(resolve));
  return { shown, next, stop: () => client.stop() };
}

describe('Apollo Client', () => {
  it('shows what is there before the deferred fields have come', async () => {
    const { shown, next, stop } = watch(new Defer20220824Handler());
    await next();
    expect(shown).toEqual([{ data: { item }, dataState: 'streaming' }]);

    parts.send({
      incremental: [{ data: new WrittenData(Buffer.from('{"price":5}')), path: ['item'] }],
      hasNext: false,
    });
    await next();
    expect(shown.at(-1)).toEqual({ data: { item: { ...item, price: 5 } }, dataState: 'complete' });
    stop();
  });

  it('shows the errors of a deferred fragment', async () => {
    const { shown, next, stop } = watch(new Defer20220824Handler());
    await next();
    parts.send({
      incremental: [
        {
          data: new WrittenData(Buffer.from('{"price":null}')),
          path: ['item'],
          errors: [requestError('AGENCY_TIMEOUT', 'shop took too long.')],
        },
      ],
      hasNext: false,
    });
    await next();
    expect(shown.at(-1)?.data).toEqual({ item: { ...item, price: null } });
    expect(shown.at(-1)?.error).toMatchObject({ errors: [{ extensions: { code: 'AGENCY_TIMEOUT' } }] });
    stop();
  });

  it('gets everything in one piece when it reads a version that is not spoken', async () => {
    const { shown, next, stop } = watch(new GraphQL17Alpha9Handler());
    await next();
    expect(shown).toEqual([{ data: { item: { ...item, price: 5 } }, dataState: 'complete' }]);
    stop();
  });
});
