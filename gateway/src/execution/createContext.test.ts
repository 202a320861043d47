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
    logger: pino({ level: 'silent' }),
    platformSubgraphs: new Set(),
    signAssertion: async (_caller, subgraph) => {
      signed.push(subgraph);
      return `for ${subgraph}`;
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

  it('has one assertion per subgraph, also when copies ask', async () => {
    const { context, copy, signed } = create({} as Caller);
    const asked = [copy, context, copy].map((each) => each.assertionFor('books'));
    expect(await Promise.all(asked)).toEqual(Array(3).fill('for books'));
    expect(await copy.assertionFor('films')).toBe('for films');
    expect(signed).toEqual(['books', 'films']);
  });

  it('has no assertion without a caller', async () => {
    expect(await create().context.assertionFor('books')).toBeNull();
  });
});
