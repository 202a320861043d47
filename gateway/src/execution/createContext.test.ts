import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Caller } from '../identity/caller.ts';
import { createContext } from './createContext.ts';

const create = (caller: Caller | null = null) => {
  const signed: string[] = [];
  const context = createContext({
    requestId: 'r',
    trace: { traceId: '0'.repeat(32), flags: '00' },
    caller,
    signal: new AbortController().signal,
    acceptsParts: true,
    forwarded: {},
    sharingKey: '',
    unauthorized: 'filter',
    logger: pino({ level: 'silent' }),
    platformSubgraphs: new Set(),
    isRecorded: false,
    signAssertion: async (_caller, subgraph, body) => {
      signed.push(subgraph);
      return `for ${subgraph}: ${body}`;
    },
  });
  // What Apollo Server does with the contextValue before it hands it on.
  const copy: typeof context = Object.assign(Object.create(Object.getPrototypeOf(context)), context);
  return { context, copy, signed };
};

describe('a context', () => {
  it('shows the later parts that were set in a copy of it', async () => {
    const { context, copy } = create();
    expect(copy.laterParts).toBeNull();
    const parts = (async function* () {})();
    copy.laterParts = parts;
    expect(context.laterParts).toBe(parts);
  });

  it('has an assertion of its own for every fetch, also when copies ask', async () => {
    const { context, copy, signed } = create({} as Caller);
    expect(await copy.assertionFor('books', '{1}')).toBe('for books: {1}');
    expect(await context.assertionFor('books', '{1}')).toBe('for books: {1}');
    expect(await copy.assertionFor('films', '{2}')).toBe('for films: {2}');
    expect(signed).toEqual(['books', 'books', 'films']);
  });

  it('has no assertion without a caller', () => {
    expect(create().context.assertionFor('books', '{}')).toBeNull();
  });
});
