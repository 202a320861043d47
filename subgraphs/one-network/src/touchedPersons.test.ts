import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type PartialCaller, testTagOf } from '@tongban/kit/testing';
import { CONTRACTOR, LIN, LIN_BEFORE, ZHANG } from './testPointers.ts';
import { auditor, citizen, staff, startTestSubgraph, type TestSubgraph } from './testSubgraph.ts';

const UNKNOWN = 'RIC:480101198001010014';
/** Over another region: it covers none of the persons. */
const elsewhere: PartialCaller = {
  ...auditor,
  assignmentScope: {
    persons: [],
    cases: [],
    regions: ['11'],
    from: '2026-01-01',
    until: '2026-12-31',
    approver: 'B',
  },
};

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph();
}, 60_000);
afterAll(() => subgraph.stop());
beforeEach(() => {
  subgraph.statements.length = 0;
});

const PERSON = 'query ($id: ID!) { person(id: $id) { id } }';
const BY_DOCUMENT =
  'query ($type: IdentityDocumentType!, $number: String!) { personByDocument(type: $type, number: $number) { id } }';
const document = (credential: string) => {
  const [type, number] = credential.split(':');
  return { type, number };
};
/** These persons were looked up in the register, and this is what was shown of each. */
const looked = (disclosure: string, ...credentials: string[]) => ({
  subjects: credentials.map(testTagOf),
  cases: [],
  register: credentials.map((_, subject) => ({ subject, disclosure })),
});

describe('what an answer says of whom it touched', () => {
  it('names the caller who asks about him or herself', async () => {
    expect((await subgraph.ask('{ me { id } }', citizen(ZHANG))).access).toEqual({
      ...looked('MASKED', ZHANG),
      self: [0],
    });
    const id = subgraph.store.personIdOf(ZHANG);
    expect((await subgraph.ask(PERSON, citizen(ZHANG), { id })).access).toEqual({
      ...looked('MASKED', ZHANG),
      self: [0],
    });
    expect((await subgraph.ask('{ me { name } }', citizen(LIN_BEFORE))).access).toEqual({
      ...looked('FULL', LIN),
      self: [0],
    });
  });

  it.each([
    ['staff', staff, 'MASKED'],
    ['an auditor whose assignment covers the person', auditor, 'MASKED'],
    ['an auditor whose assignment does not', elsewhere, 'HIDDEN'],
  ])('names the person whom %s looked up by id or document', async (_who, caller, disclosure) => {
    const id = subgraph.store.personIdOf(ZHANG);
    expect((await subgraph.ask(PERSON, caller, { id })).access).toEqual(looked(disclosure, ZHANG));
    expect((await subgraph.ask(BY_DOCUMENT, caller, document(ZHANG))).access).toEqual(
      looked(disclosure, ZHANG),
    );
  });

  it('names a person by the document of today, and one who is not registered by the document asked for', async () => {
    expect((await subgraph.ask(BY_DOCUMENT, staff, document(LIN_BEFORE))).access).toEqual(
      looked('MASKED', LIN),
    );
    expect((await subgraph.ask(BY_DOCUMENT, staff, document(UNKNOWN))).access).toEqual(
      looked('MASKED', UNKNOWN),
    );
  });

  it('names every person that an agency refers to, by credential or id', async () => {
    const refs = [
      { __typename: 'Person', credential: CONTRACTOR },
      { __typename: 'Person', id: subgraph.store.personIdOf(ZHANG) },
    ];
    const query = (fields: string) =>
      `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Person { ${fields} } } }`;
    const shown = async (fields: string, caller: PartialCaller) =>
      (await subgraph.ask(query(fields), caller, { refs })).access;
    expect(await shown('id', staff)).toEqual(looked('HIDDEN', CONTRACTOR, ZHANG));
    expect(await shown('name', staff)).toEqual(looked('FULL', CONTRACTOR, ZHANG));
    expect(await shown('name', auditor)).toEqual(looked('MASKED', CONTRACTOR, ZHANG));
    expect(await shown('idNumber', staff)).toEqual(looked('MASKED', CONTRACTOR, ZHANG));
    expect(await shown('name idNumber', { role: 'SYSTEM_AUDITOR' })).toEqual(
      looked('HIDDEN', CONTRACTOR, ZHANG),
    );
    expect(await shown('name', { ...staff, purpose: null })).toEqual(looked('HIDDEN', CONTRACTOR, ZHANG));
    expect(await shown('subjectTags', staff)).toEqual(looked('HIDDEN', CONTRACTOR, ZHANG));
  });

  it.each<[what: string, caller: PartialCaller, credential: string]>([
    ['another citizen', citizen(CONTRACTOR), ZHANG],
    ['staff without a purpose', { ...staff, purpose: null }, ZHANG],
    ['an id that nobody has', staff, UNKNOWN],
  ])('names nobody where nobody was looked up: %s', async (_what, caller, credential) => {
    const id = subgraph.store.personIdOf(credential);
    expect((await subgraph.ask(PERSON, caller, { id })).access).toBeUndefined();
  });
});

describe('the tags of a person', () => {
  const query =
    'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Person { subjectTags } } }';
  const tagsFor = async (caller: PartialCaller, credential: string) => {
    const { data, errors } = await subgraph.ask(query, caller, {
      refs: [{ __typename: 'Person', credential }],
    });
    const [person] = (data as { _entities: ({ subjectTags: string[] | null } | null)[] })._entities;
    return { tags: person?.subjectTags, codes: errors?.map(({ extensions }) => extensions.code) };
  };

  it('are those of every document, for the person and for who may look the person up, without a further look-up', async () => {
    for (const caller of [citizen(LIN), citizen(LIN_BEFORE), staff, auditor]) {
      subgraph.statements.length = 0;
      expect((await tagsFor(caller, LIN)).tags).toEqual([LIN, LIN_BEFORE].map(testTagOf));
      expect(subgraph.statements).toHaveLength(1);
    }
  });

  it('are those of the only document of a person who is not registered', async () => {
    expect((await tagsFor(citizen(UNKNOWN), UNKNOWN)).tags).toEqual([testTagOf(UNKNOWN)]);
  });

  it.each<[who: string, caller: PartialCaller]>([
    ['another citizen', citizen(CONTRACTOR)],
    ['a representative', { role: 'REPRESENTATIVE', practitionerNo: '1' }],
    ['an auditor whose assignment covers others', elsewhere],
    ['a system auditor', { role: 'SYSTEM_AUDITOR' }],
    ['a service', { role: 'SERVICE_ACCOUNT' }],
  ])('are none for %s', async (_who, caller) => {
    expect(await tagsFor(caller, ZHANG)).toEqual({ tags: [], codes: undefined });
  });

  it('want a purpose of staff', async () => {
    expect(await tagsFor({ ...staff, purpose: null }, ZHANG)).toEqual({
      tags: null,
      codes: ['PURPOSE_REQUIRED'],
    });
  });
});
