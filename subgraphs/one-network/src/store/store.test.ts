import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorldSlice } from '@tongban/synthetic';
import { sql } from 'kysely';
import { CHEN, LIN, LIN_BEFORE, link, pointers, ZHANG } from '../testPointers.ts';
import { checkKeys } from './checkKeys.ts';
import { emptyStore } from './emptyStore.ts';
import { findLinks } from './findLinks.ts';
import { findOrganizations } from './findOrganizations.ts';
import { findPersons } from './findPersons.ts';
import { findThreadNosOfCases, findThreads } from './findThreads.ts';
import { importSlice } from './importSlice.ts';
import { openStore, type Store } from './openStore.ts';
import { testDatabases } from './testStores.ts';

const START_MS = 60_000;

describe.each(await testDatabases())('the store on $name', (testDatabase) => {
  let store: Store;
  beforeAll(async () => {
    store = await testDatabase.open();
    await importSlice(store, pointers);
  }, START_MS);
  afterAll(() => testDatabase.close(store));

  it('takes in a slice of the synthetic world as it is', async () => {
    const take = (slice: WorldSlice) => importSlice(store, slice);
    await take({ persons: [], bodies: [], practitioners: [], cases: [], threads: [], links: [] });
    expect((await findThreads(store, ['CT-2026-00000001'])).size).toBe(1);
  });

  it('keeps persons by an id that nothing can be read from, and everything else encrypted', async () => {
    const id = store.personIdOf(ZHANG);
    expect(id).toMatch(/^P-[\w-]{43}$/);
    const { rows } = await sql<{ row: string }>`
      select person.id || encode(person.sealed, 'escape') as row from person`.execute(store.database);
    expect(rows).toHaveLength(4);
    for (const { row } of rows) expect(row).not.toMatch(/4801|张|RIC/);
    expect((await findPersons(store, [id])).get(id)).toMatchObject({ id, credential: ZHANG, name: '张测试' });
  });

  it('leads from a former document to the person of today', async () => {
    const former = store.personIdOf(LIN_BEFORE);
    const found = (await findPersons(store, [former])).get(former);
    expect(found).toMatchObject({ id: store.personIdOf(LIN), credential: LIN });
  });

  it('leaves out what it does not have', async () => {
    expect(await findPersons(store, [store.personIdOf('RIC:480101198001010014')])).toEqual(new Map());
    expect(await findOrganizations(store, ['91480101TEAT00082N'])).toEqual(new Map());
    expect(await findThreads(store, ['CT-2026-99999999'])).toEqual(new Map());
    expect(await findThreadNosOfCases(store, ['ME-480101-ALONE'])).toEqual(new Map());
    expect(await findLinks(store, ['ME-480101-ALONE'])).toEqual(new Map());
  });

  it('gives members in the order of joining, and links from both ends in the order of recording', async () => {
    const threads = await findThreads(store, ['CT-2026-00000002', 'CT-2026-00000001']);
    expect(threads.get('CT-2026-00000001')?.members).toEqual(pointers.threads[0]?.members);
    expect(await findThreadNosOfCases(store, ['NO-480101-N2'])).toEqual(
      new Map([['NO-480101-N2', 'CT-2026-00000002']]),
    );
    const links = await findLinks(store, ['FA-480101-F1', 'ME-480101-M1']);
    expect(links.get('FA-480101-F1')?.map(({ direction, other }) => [direction, other])).toEqual([
      ['INCOMING', 'LA-480101-A1'],
      ['OUTGOING', 'ME-480101-M1'],
      ['OUTGOING', 'NO-480101-N1'],
      ['OUTGOING', 'NO-480101-N2'],
    ]);
    expect(links.get('ME-480101-M1')?.[0]).toEqual({
      direction: 'INCOMING',
      other: 'FA-480101-F1',
      kind: 'EVIDENCE_FOR',
      confidence: 1,
      evidence: {
        kind: 'SYSTEM_TRANSFER',
        documentNo: 'YS-1',
        assertedBy: '11480101TEAT000151',
        assertedAt: '2026-03-10T10:00:00+08:00',
        confirmedAt: null,
      },
      mandate: {
        mandateNo: 'MD-480101-1',
        grantedBy: ['11480101TEAT000151', 'MC-480101001-1'],
        grantedAt: '2026-01-05T09:00:00+08:00',
        legalBasis: '网络数据安全管理条例第十六条',
      },
    });
  });

  it('takes the same slice in twice without doubling it, and what changed replaces what was', async () => {
    await importSlice(store, pointers);
    await importSlice(store, {
      persons: pointers.persons.slice(2, 3).map((person) => ({ ...person, name: '陈改名' })),
      bodies: [],
      threads: [],
      links: [link('LA-480101-A1', 'FA-480101-F1', 'BASIS_FOR_FEE_REDUCTION', { confidence: 0.9 })],
    });
    const [chen, links] = await Promise.all([
      findPersons(store, [store.personIdOf(CHEN)]),
      findLinks(store, ['LA-480101-A1']),
    ]);
    expect(chen.get(store.personIdOf(CHEN))?.name).toBe('陈改名');
    expect(links.get('LA-480101-A1')).toEqual([expect.objectContaining({ confidence: 0.9 })]);
  });

  it.each([
    [
      'a case in two threads',
      { threads: [{ threadNo: 'CT-2026-00000003', title: '重', members: ['LA-480101-A1'] }] },
    ],
    ['a thread number of another form', { threads: [{ threadNo: '3', title: '错', members: [] }] }],
    ['a link from a case to itself', { links: [link('LA-480101-A1', 'LA-480101-A1', 'REPEATS')] }],
    ['a confidence above 1', { links: [link('LA-480101-A1', 'NO-480101-N2', 'REPEATS', { confidence: 2 })] }],
  ])('refuses %s, and takes in nothing of that slice', async (_what, bad) => {
    const persons = [
      { ...pointers.persons[0], credential: 'RIC:480101199001010019' },
    ] as typeof pointers.persons;
    await expect(
      importSlice(store, { persons, bodies: [], threads: [], links: [], ...bad }),
    ).rejects.toThrow();
    expect(await findPersons(store, [store.personIdOf('RIC:480101199001010019')])).toEqual(new Map());
  });

  it('refuses to work with other keys than it was filled with, and names the setting', async () => {
    const prints = { ...store.keyPrints, CREDENTIAL_KEY: 'another' };
    await expect(checkKeys({ ...store, keyPrints: prints })).rejects.toThrow('CREDENTIAL_KEY is not the key');
    await expect(checkKeys(store)).resolves.toBeUndefined();
  });

  it('says whether it answers', async () => {
    expect(await store.ready()).toBe(true);
  });

  it('can be emptied, and then takes other keys', async () => {
    await emptyStore(store);
    expect(await findThreads(store, ['CT-2026-00000001'])).toEqual(new Map());
    const keyPrints = { PERSON_ID_KEY: 'new', CREDENTIAL_KEY: 'new' };
    await expect(checkKeys({ ...store, keyPrints })).resolves.toBeUndefined();
  });
});

describe('opening a store', () => {
  const config = {
    databaseUrl: null,
    dataDirectory: 'memory://',
    personIdKey: '0'.repeat(64),
    credentialKey: '0'.repeat(64),
  };

  it.each([
    ['PERSON_ID_KEY', { personIdKey: 'short' }],
    ['CREDENTIAL_KEY', { credentialKey: 'x'.repeat(64) }],
    ['schema name', { schema: 'a; drop table person' }],
  ])('refuses a %s of the wrong form', async (what, wrong) => {
    await expect(openStore({ ...config, ...wrong })).rejects.toThrow(what);
  });

  it('fails where the database does not answer', async () => {
    await expect(
      openStore({ ...config, databaseUrl: 'postgresql://nobody@127.0.0.1:1/none' }),
    ).rejects.toThrow(/ECONNREFUSED/);
  });
});
