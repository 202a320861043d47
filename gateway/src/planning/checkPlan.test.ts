import { describe, expect, it } from '@jest/globals';
import { Kind, type OperationDefinitionNode, parse, type SelectionSetNode } from 'graphql';
import { readJoinFacts } from '../supergraph/joinFacts.ts';
import { composeSubgraphs } from '../testing/composeSubgraphs.ts';
import { checkPlan } from './checkPlan.ts';
import type {
  EntityFetchNode,
  EntityQuestion,
  PlanNode,
  RequiredSelection,
  RootFetchNode,
} from './queryPlan.ts';

const url = 'http://127.0.0.1:1/graphql';
const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@provides", "@shareable"])\n';

const facts = readJoinFacts(
  parse(
    composeSubgraphs([
      {
        name: 'shop',
        url,
        typeDefs: `${link}
          type Query { car: Car  gift: Gift  truck: Truck @shareable }
          type Truck @key(fields: "id") @key(fields: "plate") { id: ID!  plate: String!  load: Load }
          type Load { weight(in: String!): Int }
          union Gift = Car | Card
          type Card { label: String }
          type Car @key(fields: "id") @key(fields: "plate") {
            id: ID!  plate: String!  weight: Int  price(in: String!): Int
            maker: Maker @provides(fields: "name")
          }
          type Maker @key(fields: "id") { id: ID!  name: String @external  town: String @external  seat: String @requires(fields: "town") }`,
      },
      {
        name: 'post',
        url,
        typeDefs: `${link}
          type Car @key(fields: "id") @key(fields: "plate", resolvable: false) {
            id: ID!  plate: String!  weight: Int @external  price(in: String!): Int @external
            postage: Int @requires(fields: "weight")
            dollars: String @requires(fields: "price(in: \\"USD\\")")
            euros: String @requires(fields: "price(in: \\"EUR\\")")
            label: Int
          }
          type Query { truck: Truck @shareable  goods: Goods }
          interface Goods { fee: Int }
          type Truck implements Goods @key(fields: "id") @key(fields: "plate", resolvable: false) {
            id: ID!  plate: String! @external  load: Load @external
            fee: Int @requires(fields: "load { weight(in: \\"G\\") }")
            light: Int @requires(fields: "load { weight(in: \\"G\\") }")
            heavy: Int @requires(fields: "load { weight(in: \\"KG\\") }")
            owner: Owner @provides(fields: "person { name }")
          }
          type Load @external { weight(in: String!): Int }
          type Owner @key(fields: "id") { id: ID!  person: Person @external  heir: Person @provides(fields: "born") }
          type Person @key(fields: "id") { id: ID!  name: String @external  born: Int @external }`,
      },
      {
        name: 'makers',
        url,
        typeDefs: `${link}
          type Maker @key(fields: "id") { id: ID!  name: String @shareable  town: String }
          type Owner @key(fields: "id") { id: ID!  person: Person @shareable }
          type Person @key(fields: "id") { id: ID!  name: String @shareable  born: Int @shareable }`,
      },
    ]),
  ),
);

function setOf(text: string): SelectionSetNode {
  const { definitions } = parse(text, { noLocation: true });
  const [first] = definitions;
  if (first?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return (first satisfies OperationDefinitionNode).selectionSet;
}

const root = (subgraph: string, selection: string): RootFetchNode => ({
  kind: 'RootFetch',
  id: null,
  subgraph,
  operationKind: 'query',
  selectionSet: setOf(selection),
  variables: [],
  outputRewrites: [],
  path: [],
});

/** What a representation has: `Type` with fields. */
const known = (type: string, ...names: string[]): RequiredSelection => ({
  kind: 'Fragment',
  on: type,
  selections: ['__typename', ...names].map((name) => ({
    kind: 'Field',
    source: name,
    target: name,
    selections: null,
  })),
});

const entities = (
  subgraph: string,
  requires: RequiredSelection,
  selection: string,
  changes: Partial<EntityQuestion> = {},
): EntityFetchNode => ({
  kind: 'EntityFetch',
  ids: [],
  subgraph,
  questions: [
    {
      paths: [[{ key: 'car' }]],
      requires: [requires],
      selectionSet: setOf(selection),
      variables: [],
      inputRewrites: [],
      outputRewrites: [],
      contextRewrites: [],
      ...changes,
    },
  ],
});

const faultsOf = (...nodes: PlanNode[]) => checkPlan({ node: { kind: 'Sequence', nodes } }, facts);

describe('a right plan', () => {
  it('has no fault', () => {
    expect(
      faultsOf(
        root('shop', '{ car { __typename id weight maker { id name } } }'),
        entities('post', known('Car', 'id', 'weight'), '{ ... on Car { postage label } }'),
        entities('makers', known('Maker', 'id'), '{ ... on Maker { town } }'),
        entities('shop', known('Maker', 'id', 'town'), '{ ... on Maker { seat } }'),
      ),
    ).toEqual([]);
    expect(checkPlan({ node: null }, facts)).toEqual([]);
  });

  it('may ask for key fields that a subgraph has from others, and for what is provided further down', () => {
    expect(faultsOf(root('post', '{ truck { id plate owner { id person { name } } } }'))).toEqual([]);
    expect(faultsOf(root('post', '{ truck { owner { person { born } } } }'))).toEqual([
      'post is asked for Person.born, which it has from others',
    ]);
  });

  it('asks by any key that is resolvable, under the name that an input rewrite gives to the type', () => {
    expect(faultsOf(entities('shop', known('Car', 'plate'), '{ ... on Car { weight } }'))).toEqual([]);
    const renamed = entities('shop', known('Thing', 'plate'), '{ ... on Car { weight } }', {
      inputRewrites: [
        { kind: 'ValueSetter', path: [{ types: ['Thing'] }, { key: '__typename' }], value: 'Car' },
      ],
    });
    expect(faultsOf(renamed)).toEqual([]);
  });
});

describe('a fault is found where', () => {
  it('entities are asked for by a key that the subgraph does not resolve', () => {
    expect(faultsOf(entities('post', known('Car', 'plate'), '{ ... on Car { label } }'))).toEqual([
      'post does not resolve Car by what is known of it',
    ]);
    const renamed = entities('post', known('Thing', 'plate'), '{ ... on Car { label } }', {
      inputRewrites: [
        { kind: 'ValueSetter', path: [{ types: ['Thing'] }, { key: '__typename' }], value: 'Car' },
      ],
    });
    expect(faultsOf(renamed)).toEqual(['post does not resolve Car by what is known of it']);
  });

  it('a field is asked for without what it requires', () => {
    expect(faultsOf(entities('post', known('Car', 'id'), '{ ... on Car { postage } }'))).toEqual([
      'post is asked for Car.postage without what it requires',
    ]);
    // Further down the representation brings nothing.
    expect(
      faultsOf(entities('shop', known('Car', 'id', 'town'), '{ ... on Car { maker { seat } } }')),
    ).toEqual(['shop is asked for Maker.seat without what it requires']);
  });

  it('two fields require one field with different arguments, and it is fetched with one of them only', () => {
    const asked = entities('post', known('Car', 'id', 'price'), '{ ... on Car { dollars euros } }');
    expect(faultsOf(root('shop', '{ car { id price(in: "USD") } }'), asked)).toEqual([
      'Car.price(in: "EUR") is required and not fetched',
    ]);
    const both = '{ car { id price(in: "USD") _internal_qp_alias_0: price(in: "EUR") } }';
    expect(faultsOf(root('shop', both), asked)).toEqual([]);
  });

  it('two fields require one field of an object with different arguments', () => {
    const brought = known('Truck', 'id', 'plate', 'load');
    const asked = entities('post', brought, '{ ... on Truck { light heavy } }');
    expect(faultsOf(root('shop', '{ truck { load { weight(in: "G") } } }'), asked)).toEqual([
      'Load.weight(in: "KG") is required and not fetched',
    ]);
  });

  it('a field is asked for on an interface, and one of its types requires something', () => {
    expect(faultsOf(root('post', '{ goods { fee } }'))).toEqual([
      'post is asked for Truck.fee without what it requires',
      'Load.weight(in: "G") is required and not fetched',
    ]);
  });

  it('what is required was fetched for the client only, under a name of his own', () => {
    const asked = entities('post', known('Car', 'id', 'price'), '{ ... on Car { dollars } }');
    expect(faultsOf(root('shop', '{ car { id _a0: price(in: "USD") } }'), asked)).toEqual([
      'Car.price(in: "USD") is required and not fetched',
    ]);
  });

  it('fields of different types stand under one name, at the root and in entities', () => {
    expect(faultsOf(root('shop', '{ gift { ... on Car { label: weight } ... on Card { label } } }'))).toEqual(
      ['shop is asked for fields of different types as label'],
    );
    expect(faultsOf(entities('post', known('Car', 'id'), '{ ... on Car { label: id label } }'))).toEqual([
      'post is asked for fields of different types as label',
    ]);
  });

  it('a subgraph is asked for a field that it has from others, where nothing provides it', () => {
    expect(faultsOf(root('shop', '{ car { maker { name } } }'))).toEqual([]);
    expect(faultsOf(root('shop', '{ car { maker { town } } }'))).toEqual([
      'shop is asked for Maker.town, which it has from others',
    ]);
    expect(faultsOf(entities('shop', known('Maker', 'id'), '{ ... on Maker { name } }'))).toEqual([
      'shop is asked for Maker.name, which it has from others',
    ]);
  });
});

it('finds a fault on whatever branch of the plan it stands, and names it once', () => {
  const wrong = root('shop', '{ car { maker { town } } }');
  const right = root('shop', '{ car { id } }');
  const fault = ['shop is asked for Maker.town, which it has from others'];
  const branches: PlanNode[] = [
    { kind: 'Parallel', nodes: [right, wrong, wrong] },
    { kind: 'Condition', condition: 'if', ifClause: right, elseClause: wrong },
    {
      kind: 'Defer',
      primary: right,
      deferred: [{ depends: [], label: 'd0', queryPath: [], node: wrong }],
    },
    { kind: 'Subscription', primary: right, rest: wrong },
  ];
  for (const node of branches) expect(checkPlan({ node }, facts)).toEqual(fault);
});
