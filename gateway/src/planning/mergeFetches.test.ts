import { describe, expect, it } from '@jest/globals';
import { Kind, parse, print, type SelectionSetNode } from 'graphql';
import { mergeFetches, questionKey } from './mergeFetches.ts';
import type { EntityFetchNode, EntityQuestion, PlanNode } from './queryPlan.ts';

function setOf(text: string): SelectionSetNode {
  const [first] = parse(text, { noLocation: true }).definitions;
  if (first?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return first.selectionSet;
}

const question = (at: string, selection: string, changes: Partial<EntityQuestion> = {}): EntityQuestion => ({
  paths: [[{ key: at }]],
  requires: [
    {
      kind: 'Fragment',
      on: 'Book',
      selections: [{ kind: 'Field', source: 'id', target: 'id', selections: null }],
    },
  ],
  selectionSet: setOf(`{ ... on Book { ${selection} } }`),
  variables: [],
  inputRewrites: [],
  outputRewrites: [],
  contextRewrites: [],
  ...changes,
});
const fetchOf = (
  subgraph: string,
  at: string,
  selection: string,
  changes: Partial<EntityQuestion> = {},
): EntityFetchNode => ({
  kind: 'EntityFetch',
  ids: [at],
  subgraph,
  questions: [question(at, selection, changes)],
});
const parallel = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Parallel', nodes });
const sequence = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Sequence', nodes });
const root: PlanNode = {
  kind: 'RootFetch',
  id: null,
  subgraph: 'hub',
  operationKind: 'query',
  selectionSet: setOf('{ a b }'),
  variables: [],
  outputRewrites: [],
  path: [],
};

/** A plan in few words: `[…]` one after the other, `(…)` side by side, `subgraph: selection at places`. */
function sketch(node: PlanNode): string {
  switch (node.kind) {
    case 'Sequence':
      return `[${node.nodes.map(sketch).join(' ')}]`;
    case 'Parallel':
      return `(${node.nodes.map(sketch).join(' ')})`;
    case 'EntityFetch': {
      const questions = node.questions.map(({ paths, selectionSet }) => {
        const names = /on Book \{([^}]*)/.exec(print(selectionSet))?.[1]?.trim().replace(/\s+/g, ',');
        return `${names}@${paths.map((path) => path.map((step) => (typeof step === 'object' && 'key' in step ? step.key : step)).join('.')).join('+')}`;
      });
      return `${node.subgraph}:${questions.join('&')}`;
    }
    default:
      return node.kind;
  }
}
const merged = (node: PlanNode) => sketch(mergeFetches(node));

describe('fetches from one subgraph at one moment', () => {
  it('become one question about several places when they ask the same', () => {
    expect(merged(parallel(fetchOf('books', 'a', 'title'), fetchOf('books', 'b', 'title')))).toBe(
      'books:title@a+b',
    );
  });

  it('become one fetch with several questions when they ask different things', () => {
    const plan = mergeFetches(
      parallel(
        fetchOf('books', 'a', 'title'),
        fetchOf('books', 'b', 'pages'),
        fetchOf('books', 'c', 'title'),
      ),
    );
    expect(sketch(plan)).toBe('books:title@a+c&pages@b');
    // Deferred blocks that wait for one of them wait for all.
    expect(plan).toMatchObject({ ids: ['a', 'b', 'c'] });
  });

  it('are different when they differ in what they need or what becomes of the answer', () => {
    const variants: Partial<EntityQuestion>[] = [
      {},
      { requires: [{ kind: 'Fragment', on: 'Film', selections: [] }] },
      { outputRewrites: [{ kind: 'KeyRenamer', path: [{ key: 'x' }], renameTo: 'title' }] },
      { inputRewrites: [{ kind: 'ValueSetter', path: [{ key: '__typename' }], value: 'Item' }] },
    ];
    expect(
      merged(parallel(...variants.map((changes, at) => fetchOf('books', `p${at}`, 'title', changes)))),
    ).toBe('books:title@p0&title@p1&title@p2&title@p3');
  });

  it('stay apart when they go to different subgraphs', () => {
    expect(merged(parallel(fetchOf('books', 'a', 'title'), fetchOf('films', 'b', 'title')))).toBe(
      '(books:title@a films:title@b)',
    );
  });

  it('are found within nested parallel branches', () => {
    expect(
      merged(parallel(fetchOf('books', 'a', 'title'), parallel(fetchOf('books', 'b', 'title'), root))),
    ).toBe('(RootFetch books:title@a+b)');
  });

  it('are not those that come one after the other', () => {
    expect(merged(sequence(root, fetchOf('books', 'a', 'title'), fetchOf('books', 'b', 'title')))).toBe(
      '[RootFetch books:title@a books:title@b]',
    );
  });

  it('are not made of root fetches', () => {
    expect(merged(parallel(root, root))).toBe('(RootFetch RootFetch)');
  });

  it('stay alone when they take something from the context', () => {
    const contextRewrites = [{ kind: 'KeyRenamer', path: ['..', { key: 'lang' }], renameTo: 'ctx' }] as const;
    expect(
      merged(
        parallel(
          fetchOf('books', 'a', 'title', { contextRewrites }),
          fetchOf('books', 'b', 'title', { contextRewrites }),
          fetchOf('books', 'c', 'title'),
        ),
      ),
    ).toBe('(books:title@a books:title@b books:title@c)');
  });
});

describe('branches that begin with a fetch from one subgraph', () => {
  it('begin with it together, and what follows is merged in turn', () => {
    expect(
      merged(
        parallel(
          sequence(fetchOf('books', 'a', 'author'), fetchOf('people', 'x', 'name')),
          sequence(fetchOf('books', 'b', 'author'), fetchOf('people', 'y', 'name')),
        ),
      ),
    ).toBe('[books:author@a+b people:name@x+y]');
  });

  it('go on side by side where they go to different subgraphs', () => {
    expect(
      merged(
        parallel(
          sequence(fetchOf('books', 'a', 'author'), fetchOf('people', 'x', 'name')),
          sequence(fetchOf('books', 'b', 'author'), fetchOf('shops', 'y', 'price')),
          fetchOf('books', 'c', 'title'),
        ),
      ),
    ).toBe('[books:author@a+b&title@c (people:name@x shops:price@y)]');
  });

  it('keep the order of what follows in each of them', () => {
    const branch = (at: string) =>
      sequence(fetchOf('books', at, 'author'), fetchOf('people', at, 'home'), fetchOf('towns', at, 'name'));
    expect(merged(parallel(branch('a'), branch('b')))).toBe(
      '[books:author@a+b people:home@a+b towns:name@a+b]',
    );
  });
});

it('merges within conditions, deferred blocks and what follows an event', () => {
  const twice = parallel(fetchOf('books', 'a', 'title'), fetchOf('books', 'b', 'title'));
  const once = mergeFetches(twice);
  expect(sketch(once)).toBe('books:title@a+b');
  expect(
    mergeFetches({ kind: 'Condition', condition: 'if', ifClause: twice, elseClause: null }),
  ).toMatchObject({ ifClause: once, elseClause: null });
  const block = { depends: [], label: 'd0', queryPath: [], node: twice };
  expect(
    mergeFetches({ kind: 'Defer', primary: twice, deferred: [block, { ...block, node: null }] }),
  ).toMatchObject({ primary: once, deferred: [{ node: once }, { node: null }] });
});

it('has one key for questions that differ in nothing but the place', () => {
  expect(questionKey(question('a', 'title'))).toBe(questionKey(question('b', 'title')));
  expect(questionKey(question('a', 'title'))).not.toBe(questionKey(question('a', 'x: title')));
  const withVariable = (type: string) => {
    const [first] = parse(`query ($n: ${type}) { a }`, { noLocation: true }).definitions;
    if (first?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
    return question('a', 'title(n: $n)', { variables: first.variableDefinitions ?? [] });
  };
  expect(questionKey(withVariable('Int'))).toBe(questionKey(withVariable('Int')));
  expect(questionKey(withVariable('Int'))).not.toBe(questionKey(withVariable('Int!')));
});
