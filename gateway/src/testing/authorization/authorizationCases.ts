import type { Caller } from '../../identity/caller.ts';
import { signedIn, withScopes } from './callers.ts';

/** What somebody asks of the archive, and what he gets. */
export interface AuthorizationCase {
  readonly name: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** Nobody, when it is left out. */
  readonly caller?: Caller;
  readonly data: unknown;
  /** Paths of the refusals, joined by dots. */
  readonly denied?: readonly string[];
  /**
   * What the whole is refused for where all or nothing is wanted, when it is not `denied` without list positions; empty:
   * it cannot be known before anything is fetched, and is answered.
   */
  readonly rejectedFor?: readonly string[];
  /** Fetches by subgraph; nothing else is sent. */
  readonly fetches: Readonly<Record<string, number>>;
}

const staff: Caller = { ...signedIn, role: 'STAFF' };

/** Filter mode: what may be seen is answered. */
export const authorizationCases: readonly AuthorizationCase[] = [
  {
    name: 'an @authenticated field is null for nobody, and the rest is answered',
    query: '{ me { id name } motto }',
    data: { me: null, motto: 'keep' },
    denied: ['me'],
    fetches: { archive: 1 },
  },
  {
    name: 'nothing is fetched when nothing is left',
    query: '{ me { id } }',
    data: { me: null },
    denied: ['me'],
    fetches: {},
  },
  {
    name: 'an @authenticated field is answered for whoever has signed in',
    query: '{ me { id name } }',
    caller: signedIn,
    data: { me: { id: 'm1', name: 'Mei' } },
    fetches: { archive: 1 },
  },
  {
    name: 'a scope opens its field',
    query: '{ me { name born } }',
    caller: withScopes('born'),
    data: { me: { name: 'Mei', born: 1980 } },
    fetches: { archive: 1 },
  },
  {
    name: 'without the scope only its field is null',
    query: '{ me { name born } }',
    caller: signedIn,
    data: { me: { name: 'Mei', born: null } },
    denied: ['me.born'],
    fetches: { archive: 1 },
  },
  {
    name: 'a scope of another field does not open it',
    query: '{ me { name born } }',
    caller: withScopes('price', 'Born', 'born:all'),
    data: { me: { name: 'Mei', born: null } },
    denied: ['me.born'],
    fetches: { archive: 1 },
  },
  {
    name: 'every place of a denied field has its refusal',
    query: '{ records { id price } }',
    data: {
      records: [
        { id: 'r1', price: null },
        { id: 'r2', price: null },
      ],
    },
    denied: ['records.0.price', 'records.1.price'],
    fetches: { archive: 1 },
  },
  {
    name: 'several denied fields beside shown ones',
    query: '{ record { title price remark } me { id } motto }',
    caller: signedIn,
    data: { record: { title: 'Deed', price: null, remark: null }, me: { id: 'm1' }, motto: 'keep' },
    denied: ['record.price', 'record.remark'],
    fetches: { archive: 1 },
  },
  {
    name: 'all scopes, all fields',
    query: '{ record { title price remark inner weight tax code grade } }',
    caller: withScopes('price', 'remark', 'inner', 'admin', 'weight', 'codes'),
    data: {
      record: {
        title: 'Deed',
        price: 10,
        remark: 'worn',
        inner: 'in',
        weight: 3,
        tax: 1,
        code: 'C1',
        grade: 'A',
      },
    },
    fetches: { archive: 1, shelf: 1 },
  },
  {
    name: 'scopes in one list are needed together: the first alone is not enough',
    query: '{ record { id inner } }',
    caller: withScopes('inner'),
    data: { record: { id: 'r1', inner: null } },
    denied: ['record.inner'],
    fetches: { archive: 1 },
  },
  {
    name: 'scopes in one list are needed together: the second alone is not enough',
    query: '{ record { id inner } }',
    caller: withScopes('admin'),
    data: { record: { id: 'r1', inner: null } },
    denied: ['record.inner'],
    fetches: { archive: 1 },
  },
  {
    name: 'scopes in one list are needed together: both are enough',
    query: '{ record { id inner } }',
    caller: withScopes('admin', 'inner'),
    data: { record: { id: 'r1', inner: 'in' } },
    fetches: { archive: 1 },
  },
  {
    name: 'of several lists the first is enough',
    query: '{ record { remark } }',
    caller: withScopes('remark'),
    data: { record: { remark: 'worn' } },
    fetches: { archive: 1 },
  },
  {
    name: 'of several lists the second is enough',
    query: '{ record { remark } }',
    caller: withScopes('admin'),
    data: { record: { remark: 'worn' } },
    fetches: { archive: 1 },
  },
  {
    name: 'of several lists none is not enough',
    query: '{ record { id remark } }',
    caller: withScopes('price'),
    data: { record: { id: 'r1', remark: null } },
    denied: ['record.remark'],
    fetches: { archive: 1 },
  },
  {
    name: 'scopes without a caller do not exist',
    query: '{ record { id remark } }',
    data: { record: { id: 'r1', remark: null } },
    denied: ['record.remark'],
    fetches: { archive: 1 },
  },
  {
    name: 'a policy holds for one of its lists: role and purpose',
    query: '{ me { badge } }',
    caller: { ...staff, purpose: 'AUDIT' },
    data: { me: { badge: 'B1' } },
    fetches: { archive: 1 },
  },
  {
    name: 'a policy holds for one of its lists: another role',
    query: '{ me { badge } }',
    caller: { ...signedIn, role: 'AUDITOR' },
    data: { me: { badge: 'B1' } },
    fetches: { archive: 1 },
  },
  {
    name: 'a role without its purpose does not meet the policy, and the null goes up to what may be null',
    query: '{ me { name badge } motto }',
    caller: staff,
    data: { me: null, motto: 'keep' },
    denied: ['me.badge'],
    fetches: { archive: 1 },
  },
  {
    name: 'a scope of the name of a policy is no policy',
    query: '{ me { badge } }',
    caller: withScopes('role:AUDITOR'),
    data: { me: null },
    denied: ['me.badge'],
    fetches: {},
  },
  {
    name: 'what is skipped is not refused: @include(if: false)',
    query: 'query($with: Boolean!) { record { id price @include(if: $with) } }',
    variables: { with: false },
    data: { record: { id: 'r1' } },
    fetches: { archive: 1 },
  },
  {
    name: 'what is included is refused: @include(if: true)',
    query: 'query($with: Boolean!) { record { id price @include(if: $with) } }',
    variables: { with: true },
    data: { record: { id: 'r1', price: null } },
    denied: ['record.price'],
    fetches: { archive: 1 },
  },
  {
    name: 'what is skipped is not refused: @skip(if: true)',
    query: '{ record { id price @skip(if: true) } }',
    data: { record: { id: 'r1' } },
    fetches: { archive: 1 },
  },
  {
    name: 'what is not skipped is refused: @skip(if: false)',
    query: '{ record { id price @skip(if: false) } }',
    data: { record: { id: 'r1', price: null } },
    denied: ['record.price'],
    fetches: { archive: 1 },
  },
  {
    name: 'a skipped root field is not refused',
    query: '{ motto me @skip(if: true) { id } }',
    data: { motto: 'keep' },
    fetches: { archive: 1 },
  },
  {
    name: 'a skipped fragment is not refused',
    query: '{ motto ... @include(if: false) { me { id } } }',
    data: { motto: 'keep' },
    fetches: { archive: 1 },
  },
  {
    name: 'a denied field that must not be null takes its object down, and nothing of the object is fetched',
    query: '{ record { id title weight } motto }',
    data: { record: null, motto: 'keep' },
    denied: ['record.weight'],
    fetches: { archive: 1 },
  },
  {
    name: 'up to the data, where nothing on the way may be null',
    query: '{ mustRecord { weight } motto }',
    data: null,
    denied: ['mustRecord.weight'],
    fetches: { archive: 1 },
  },
  {
    name: 'in a list each item is null',
    query: '{ records { title weight } }',
    data: { records: [null, null] },
    denied: ['records.0.weight', 'records.1.weight'],
    fetches: { archive: 1 },
  },
  {
    name: 'a list whose items must not be null is null',
    query: '{ allRecords { title weight } motto }',
    data: { allRecords: null, motto: 'keep' },
    denied: ['allRecords.0.weight'],
    fetches: { archive: 1 },
  },
  {
    name: 'below a second subgraph too',
    query: '{ record { lent { day to } shelf } }',
    data: { record: { lent: null, shelf: 'S9' } },
    denied: ['record.lent.0.to'],
    fetches: { archive: 1, shelf: 1 },
  },
  {
    name: 'an object of which nothing may be seen is not asked for',
    query: '{ record { price remark } motto }',
    data: { record: null, motto: 'keep' },
    denied: ['record.price', 'record.remark'],
    fetches: { archive: 1 },
  },
  {
    name: 'nor is a list of such objects',
    query: '{ records { price } }',
    data: { records: null },
    denied: ['records.price'],
    fetches: {},
  },
  {
    name: 'only __typename of an object that may be seen tells that it is there',
    query: '{ record { __typename price } }',
    data: { record: { __typename: 'Record', price: null } },
    denied: ['record.price'],
    fetches: { archive: 1 },
  },
  {
    name: 'an alias has the refusal under its own name',
    query: '{ record { id cost: price } }',
    data: { record: { id: 'r1', cost: null } },
    denied: ['record.cost'],
    fetches: { archive: 1 },
  },
  {
    name: 'an alias that hides behind the name of a shown field does not help',
    query: '{ record { id title: remark } }',
    data: { record: { id: 'r1', title: null } },
    denied: ['record.title'],
    fetches: { archive: 1 },
  },
  {
    name: 'an interface field needs what every type behind it needs: nothing',
    query: '{ items { id handle } }',
    data: {
      items: [
        { id: 'i1', handle: null },
        { id: 'i2', handle: null },
      ],
    },
    denied: ['items.0.handle', 'items.1.handle'],
    fetches: { archive: 1 },
  },
  {
    name: 'an interface field needs what every type behind it needs: one of two',
    query: '{ items { id handle } }',
    caller: withScopes('coin'),
    data: {
      items: [
        { id: 'i1', handle: null },
        { id: 'i2', handle: null },
      ],
    },
    denied: ['items.0.handle', 'items.1.handle'],
    fetches: { archive: 1 },
  },
  {
    name: 'an interface field needs what every type behind it needs: all',
    query: '{ items { id handle } }',
    caller: withScopes('coin', 'chart'),
    data: {
      items: [
        { id: 'i1', handle: 'c' },
        { id: 'i2', handle: 'm' },
      ],
    },
    fetches: { archive: 1 },
  },
  {
    name: 'a fragment on one type needs what that type needs',
    query: '{ items { id ... on Coin { handle } ... on Chart { scale } } }',
    caller: withScopes('coin'),
    data: {
      items: [
        { id: 'i1', handle: 'c' },
        { id: 'i2', scale: 2 },
      ],
    },
    fetches: { archive: 1 },
  },
  {
    name: 'a fragment without the scope of its type is refused where it applies, and nowhere else',
    query: '{ items { id ... on Coin { handle } ... on Chart { handle } } }',
    caller: withScopes('coin'),
    data: {
      items: [
        { id: 'i1', handle: 'c' },
        { id: 'i2', handle: null },
      ],
    },
    denied: ['items.1.handle'],
    fetches: { archive: 1 },
  },
  {
    name: 'a named fragment is no way around',
    query: '{ record { ...R } } fragment R on Record { id ...Q } fragment Q on Record { price }',
    data: { record: { id: 'r1', price: null } },
    denied: ['record.price'],
    fetches: { archive: 1 },
  },
  {
    name: 'a fragment on the interface inside of a fragment on the type asks what the type asks',
    query: '{ items { id ... on Coin { ... on Item { handle } } } }',
    caller: withScopes('coin'),
    data: { items: [{ id: 'i1', handle: 'c' }, { id: 'i2' }] },
    fetches: { archive: 1 },
  },
  {
    name: 'a protected object type is refused where it is returned',
    query: '{ vault { id } motto }',
    data: { vault: null, motto: 'keep' },
    denied: ['vault'],
    fetches: { archive: 1 },
  },
  {
    name: 'a protected object type is refused also for its __typename alone',
    query: '{ vault { __typename } }',
    data: { vault: null },
    denied: ['vault'],
    fetches: {},
  },
  {
    name: 'a protected member of a union is null where it is met',
    query: '{ search { __typename ... on Record { id } ... on Vault { depth } } }',
    data: { search: [{ __typename: 'Record', id: 'r1' }, null] },
    denied: ['search.1'],
    rejectedFor: ['search.depth'],
    fetches: { archive: 1 },
  },
  {
    name: 'a protected member of a union is null also where no fragment names it',
    query: '{ search { ... on Record { id } } }',
    data: { search: [{ id: 'r1' }, null] },
    denied: ['search.1'],
    rejectedFor: [],
    fetches: { archive: 1 },
  },
  {
    name: 'a protected member of a union is shown to whoever may see it',
    query: '{ search { __typename ... on Vault { depth } } }',
    caller: signedIn,
    data: { search: [{ __typename: 'Record' }, { __typename: 'Vault', depth: 9 }] },
    fetches: { archive: 1 },
  },
  {
    name: 'a protected scalar is refused wherever it is returned',
    query: '{ stamp codes record { id code } }',
    data: { stamp: null, codes: null, record: { id: 'r1', code: null } },
    denied: ['stamp', 'codes', 'record.code'],
    fetches: { archive: 1 },
  },
  {
    name: 'a protected scalar is shown with its scope',
    query: '{ stamp codes }',
    caller: withScopes('codes'),
    data: { stamp: 'S1', codes: ['S1', 'S2'] },
    fetches: { archive: 1 },
  },
  {
    name: 'a protected enum is refused wherever it is returned',
    query: '{ record { id grade } }',
    data: { record: { id: 'r1', grade: null } },
    denied: ['record.grade'],
    fetches: { archive: 1 },
  },
  {
    name: 'a denied mutation does not happen, the one beside it does',
    query: 'mutation { rename(title: "New") { id } touch }',
    data: { rename: null, touch: 'touched' },
    denied: ['rename'],
    fetches: { archive: 1 },
  },
  {
    name: 'a mutation with its scope happens',
    query: 'mutation { rename(title: "New") { title } }',
    caller: withScopes('write'),
    data: { rename: { title: 'New' } },
    fetches: { archive: 1 },
  },
  {
    name: 'what is made of a protected field (@requires) is protected as that is, and the field is not fetched for it',
    query: '{ record { tax shelf } }',
    caller: signedIn,
    data: { record: { tax: null, shelf: 'S9' } },
    denied: ['record.tax'],
    fetches: { archive: 1, shelf: 1 },
  },
  {
    name: 'a field that is denied on the interface and shown by a fragment is shown where the fragment applies',
    query: '{ items { handle ... on Coin { handle } id } }',
    caller: withScopes('coin'),
    data: {
      items: [
        { handle: 'c', id: 'i1' },
        { handle: null, id: 'i2' },
      ],
    },
    denied: ['items.1.handle'],
    fetches: { archive: 1 },
  },
  {
    name: 'a denied object in the middle takes only what is below it',
    query: '{ me { name boss { name born } } }',
    caller: signedIn,
    data: { me: { name: 'Mei', boss: { name: 'Wu', born: null } } },
    denied: ['me.boss.born'],
    fetches: { archive: 1 },
  },
];
