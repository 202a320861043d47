import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { errorCodes } from '@tongban/schema';

const root = join(import.meta.dirname, '..', '..');
const rooms = ['gateway/src', 'subgraphs', 'integration-tests/src'];

function* filesOf(directory: string): Generator<string> {
  for (const entry of readdirSync(join(root, directory), { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* filesOf(path);
    else if (entry.name.endsWith('.ts')) yield path;
  }
}

const files = rooms.flatMap((room) => [...filesOf(room)]);
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const isTest = (path: string) =>
  path.endsWith('.test.ts') || path.startsWith('integration-tests') || path.includes('/testing');
/** Faults that the verifier of bundles names are told to an auditor on his own machine, not to clients. */
const isOfVerifier = (path: string) => path.startsWith('gateway/src/audit/verify/');
const sources = files.filter((path) => !isTest(path) && !isOfVerifier(path)).map(read);
const tests = files.filter((path) => isTest(path) && !path.endsWith('errorTable.test.ts')).map(read);
/** Promised to clients for what is not there yet: mutations of cases. Each leaves this list with what raises it. */
const AWAITED: ReadonlySet<string> = new Set(['CONFLICT', 'ILLEGAL_TRANSITION']);
const codes = errorCodes.map(({ code }) => code);

describe('the table of error codes', () => {
  it.each(codes)('%s is raised by something, and seen by a test', (code) => {
    const isRaised = sources.some((text) => text.includes(`'${code}'`));
    const isSeen = tests.some((text) => text.includes(code));
    expect([isRaised, isRaised && isSeen]).toEqual([!AWAITED.has(code), !AWAITED.has(code)]);
  });

  it('has every code that is raised', () => {
    const raised = new Set<string>();
    const call =
      /\b(?:requestError|graphqlError|retryLater|fault|toFault)\(\s*'([A-Z_]+)'|\bcode: '([A-Z][A-Z_]+)'/g;
    for (const text of sources)
      for (const [, called, named] of text.matchAll(call)) raised.add(called ?? named ?? '');
    expect(raised.size).toBeGreaterThan(10);
    expect([...raised].filter((code) => !codes.includes(code as never))).toEqual([]);
  });
});
