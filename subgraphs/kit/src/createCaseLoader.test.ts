import { describe, expect, it } from '@jest/globals';
import { createAccessNotes } from './accessNotes.ts';
import type { Caller } from './caller.ts';
import type { CaseRecord } from './caseRecord.ts';
import { createBatchLoader } from './createBatchLoader.ts';
import { createCaseLoader } from './createCaseLoader.ts';
import { createSystems } from './createSystems.ts';
import { createVisibility } from './createVisibility.ts';
import { testCaller } from './testCaller.ts';
import { testCaseRecord } from './testCaseRecord.ts';
import { UpstreamError } from './upstreamError.ts';

const zhang = testCaller({ credential: 'RIC:480101198503121013' });

/** A loader over two systems, with the calls it made. */
function setUp(
  options: {
    caller?: Caller;
    byKey?: (key: string) => CaseRecord | Error | undefined;
    byNumber?: (url: string, number: string) => CaseRecord | Error | undefined;
    down?: string;
  } = {},
) {
  const calls: string[] = [];
  const answer = async (
    url: string,
    keys: readonly string[],
    find: (key: string) => CaseRecord | Error | undefined,
  ) => {
    calls.push(`${url} ${keys.join(',')}`);
    if (url === options.down) throw new UpstreamError('AGENCY_UNAVAILABLE', 'legal-aid');
    const found = keys.map((key): [string, CaseRecord | Error | undefined] => [key, find(key)]);
    return new Map(found.filter((entry): entry is [string, CaseRecord | Error] => entry[1] !== undefined));
  };
  const byKey = options.byKey ?? ((key) => testCaseRecord({ ref: `LA-480101-${key}` }));
  const access = createAccessNotes({ tagOf: (credential) => `tag of ${credential}` });
  const loader = createCaseLoader({
    prefix: 'LA',
    caller: options.caller ?? zhang,
    visibility: createVisibility('LEGAL_AID'),
    access,
    systems: createSystems('48=one,4802=two'.replaceAll('=', '=http://'), (url) => url),
    maxBatchSize: 3,
    loadByKeys: (url, keys) => answer(url, keys, byKey),
    loadByNumbers: (url, numbers) => answer(url, numbers, (number) => options.byNumber?.(url, number)),
  });
  return { loader, calls, access };
}

const ids = (count: number, region = '480101') =>
  Array.from({ length: count }, (_, index) => `LA-${region}-K${index}`);

describe('the case loader', () => {
  it('asks each system as few times as its limit allows', async () => {
    const { loader, calls } = setUp();
    const found = await loader.loadMany([...ids(7), ...ids(2, '480201')]);
    expect(found.slice(0, 7).map((record) => (record as CaseRecord).ref)).toEqual(ids(7));
    expect(calls.toSorted()).toEqual([
      'http://one K0,K1,K2',
      'http://one K3,K4,K5',
      'http://one K6',
      'http://two K0,K1',
    ]);
  });

  it('asks once for a case that many ask for', async () => {
    const { loader, calls } = setUp();
    await Promise.all([loader.load('LA-480101-K0'), loader.load('LA-480101-K0')]);
    await loader.load('LA-480101-K0');
    expect(calls).toEqual(['http://one K0']);
  });

  it('asks nobody about ids that are malformed, another service or another region', async () => {
    const { loader, calls } = setUp();
    const refs = ['NO-480101-K0', 'LA-110101-K0', 'LA-48-K0', 'nonsense', 'LA-480101-../K0', ''];
    expect(await loader.loadMany(refs)).toEqual(refs.map(() => null));
    expect(calls).toEqual([]);
  });

  it('does not take a key for a case of a region that it is not in', async () => {
    const { loader, calls } = setUp();
    expect(await loader.loadMany(['LA-480101-K0', 'LA-480102-K0'])).toEqual([
      expect.objectContaining({ ref: 'LA-480101-K0' }),
      null,
    ]);
    expect(calls).toEqual(['http://one K0']);
  });

  it('fails a drifted case alone', async () => {
    const drift = new UpstreamError('AGENCY_SCHEMA_DRIFT', 'legal-aid');
    const { loader } = setUp({
      byKey: (key) => (key === 'K1' ? drift : testCaseRecord({ ref: `LA-480101-${key}` })),
    });
    const [first, second, third] = await loader.loadMany(ids(3));
    expect([first, second, third]).toEqual([
      expect.objectContaining({ ref: 'LA-480101-K0' }),
      drift,
      expect.objectContaining({ ref: 'LA-480101-K2' }),
    ]);
  });

  it('fails only the cases of the system that is down', async () => {
    const { loader } = setUp({ down: 'http://two' });
    const [here, there] = await loader.loadMany(['LA-480101-K0', 'LA-480201-K0']);
    expect(here).toMatchObject({ ref: 'LA-480101-K0' });
    expect(there).toMatchObject({ code: 'AGENCY_UNAVAILABLE' });
  });

  it('answers the same for a hidden case as for none', async () => {
    const contractor = testCaller({ credential: 'RIC:480101197904152158' });
    const { loader } = setUp({
      caller: contractor,
      byKey: (key) => (key === 'K0' ? testCaseRecord({ ref: 'LA-480101-K0' }) : undefined),
    });
    expect(await loader.loadMany(ids(2))).toEqual([null, null]);
  });

  it('asks staff for a purpose before anyone is asked about a case, known or not', async () => {
    const officer = testCaller({ role: 'STAFF', service: 'LEGAL_AID', regions: ['48'] });
    const { loader, calls } = setUp({ caller: officer });
    const answers = await loader.loadMany(['LA-480101-K0', 'LA-480101-UNKNOWN', 'no:1', 'nonsense']);
    for (const answer of answers) expect(answer).toMatchObject({ extensions: { code: 'PURPOSE_REQUIRED' } });
    expect(calls).toEqual([]);
  });
});

describe('the look-up by number', () => {
  const numbered = testCaseRecord({ ref: 'LA-480201-N1' });

  it('asks every system once for all numbers, however they are written', async () => {
    const { loader, calls } = setUp({
      byNumber: (url, number) => (url === 'http://two' && number === '(2026)测援字1' ? numbered : undefined),
    });
    const found = await loader.loadMany(['no:（2026）测援字第001号', 'no:(2026)测援字1', 'no:(2026)测援字2']);
    expect(found).toEqual([numbered, numbered, null]);
    expect(calls.toSorted()).toEqual([
      'http://one (2026)测援字1,(2026)测援字2',
      'http://two (2026)测援字1,(2026)测援字2',
    ]);
  });

  it('finds what one system has while another is down, and otherwise says that it does not know', async () => {
    const { loader } = setUp({
      down: 'http://one',
      byNumber: (_url, number) => (number === '1' ? numbered : undefined),
    });
    expect(await loader.load('no:1')).toBe(numbered);
    await expect(loader.load('no:2')).rejects.toMatchObject({ code: 'AGENCY_UNAVAILABLE' });
  });

  it('prefers the case that the caller may see where two bear the same number', async () => {
    const foreign = testCaseRecord({ parties: [] });
    const { loader } = setUp({ byNumber: (url) => (url === 'http://one' ? foreign : numbered) });
    expect(await loader.load('no:1')).toBe(numbered);
  });
});

describe('a batch loader', () => {
  it('loads keys that are the same once, keeps to the limit, and fails keys one by one', async () => {
    const calls: number[][] = [];
    const loader = createBatchLoader<{ id: number }, string>({
      name: 'things',
      maxBatchSize: 2,
      keyOf: ({ id }) => String(id),
      load: async (keys) => {
        calls.push(keys.map(({ id }) => id));
        return new Map<string, string | Error>([
          ['1', 'one'],
          ['2', new Error('two is broken')],
        ]);
      },
    });
    const answers = await loader.loadMany([{ id: 1 }, { id: 2 }, { id: 3 }, { id: 1 }]);
    expect(answers).toEqual(['one', new Error('two is broken'), null, 'one']);
    expect(calls).toEqual([[1, 2], [3]]);
  });

  it('fails the whole batch when loading fails', async () => {
    const loader = createBatchLoader<string, string>({
      name: 'x',
      maxBatchSize: 9,
      load: () => Promise.reject(new Error('down')),
    });
    expect(await loader.loadMany(['a', 'b'])).toEqual([new Error('down'), new Error('down')]);
  });

  it('notes each case that a system gave, and what of it the caller gets', async () => {
    const { loader, access } = setUp({
      byKey: (key) => testCaseRecord({ ref: `LA-480101-${key}`, secrecy: key === 'K1' ? ['sealed'] : [] }),
      byNumber: (url, number) =>
        url === 'http://two' ? testCaseRecord({ ref: `LA-480201-${number}` }) : undefined,
    });
    await loader.loadMany([...ids(2), 'LA-480102-K2', 'no:9']);
    expect(access.report()?.cases.map(({ id, disclosure, subjects }) => [id, disclosure, subjects])).toEqual([
      ['LA-480101-K0', 'FULL', [0, 1]],
      ['LA-480101-K1', 'HIDDEN', [0, 1]],
      // The key alone would answer for another region.
      ['LA-480101-K2', 'HIDDEN', [0, 1]],
      ['LA-480201-9', 'FULL', [0, 1]],
    ]);
  });

  it('notes nobody where a purpose is due', async () => {
    const { loader, access } = setUp({ caller: testCaller({ role: 'STAFF', service: 'LEGAL_AID' }) });
    await expect(loader.load('LA-480101-K0')).rejects.toThrow();
    expect(access.report()).toBeNull();
  });
});
