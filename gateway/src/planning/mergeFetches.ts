import { print } from 'graphql';
import type { EntityFetchNode, EntityQuestion, PlanNode } from './queryPlan.ts';

/**
 * Makes fetches of entities that go to one subgraph at one moment into one: equal questions become one question about
 * more places, different ones are asked side by side. A planner writes a fetch for each place where entities stand.
 */
export function mergeFetches(node: PlanNode): PlanNode {
  switch (node.kind) {
    case 'Parallel':
      return mergeParallel(node.nodes.map(mergeFetches));
    case 'Sequence': {
      const nodes = node.nodes
        .map(mergeFetches)
        .flatMap((child) => (child.kind === 'Sequence' ? child.nodes : [child]));
      return { kind: 'Sequence', nodes };
    }
    case 'Condition':
      return {
        ...node,
        ifClause: node.ifClause && mergeFetches(node.ifClause),
        elseClause: node.elseClause && mergeFetches(node.elseClause),
      };
    case 'Defer':
      return {
        ...node,
        primary: node.primary && mergeFetches(node.primary),
        deferred: node.deferred.map((block) => ({ ...block, node: block.node && mergeFetches(block.node) })),
      };
    case 'Subscription':
      return { ...node, rest: node.rest && mergeFetches(node.rest) };
    case 'EntityFetch':
      return { ...node, questions: mergeQuestions(node.questions) };
    case 'RootFetch':
      return node;
  }
}

/**
 * Branches that begin with a fetch from the same subgraph begin with it together. What follows in each of them then
 * starts at one moment too, and is merged in turn.
 */
function mergeParallel(children: readonly PlanNode[]): PlanNode {
  const others: PlanNode[] = [];
  const bySubgraph = new Map<string, { readonly fetches: EntityFetchNode[]; readonly tails: PlanNode[] }>();
  for (const child of children.flatMap((node) => (node.kind === 'Parallel' ? node.nodes : [node]))) {
    const [head, ...tail] = child.kind === 'Sequence' ? child.nodes : [child];
    if (head?.kind !== 'EntityFetch' || !canShare(head)) {
      others.push(child);
      continue;
    }
    const group = bySubgraph.get(head.subgraph) ?? { fetches: [], tails: [] };
    bySubgraph.set(head.subgraph, group);
    group.fetches.push(head);
    if (tail.length > 0) group.tails.push(sequence(tail));
  }
  const merged = [...bySubgraph.values()].map(({ fetches, tails }) => {
    const head = mergeEntityFetches(fetches);
    return tails.length === 0 ? head : sequence([head, mergeParallel(tails)]);
  });
  const nodes = [...others, ...merged];
  const [only] = nodes;
  return nodes.length === 1 && only !== undefined ? only : { kind: 'Parallel', nodes };
}

function sequence(nodes: readonly PlanNode[]): PlanNode {
  const flat = nodes.flatMap((node) => (node.kind === 'Sequence' ? node.nodes : [node]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind: 'Sequence', nodes: flat };
}

/** Context arguments are variables of the whole request, so such a fetch stays alone. */
function canShare({ questions }: EntityFetchNode): boolean {
  return questions.every(({ contextRewrites }) => contextRewrites.length === 0);
}

function mergeEntityFetches(fetches: readonly EntityFetchNode[]): EntityFetchNode {
  const [first] = fetches;
  if (first === undefined) throw new Error('no fetch to merge');
  return {
    ...first,
    ids: fetches.flatMap(({ ids }) => ids),
    questions: mergeQuestions(fetches.flatMap(({ questions }) => questions)),
  };
}

function mergeQuestions(questions: readonly EntityQuestion[]): EntityQuestion[] {
  const merged = new Map<string, EntityQuestion>();
  for (const question of questions) {
    const key = questionKey(question);
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined ? question : { ...known, paths: [...known.paths, ...question.paths] },
    );
  }
  return [...merged.values()];
}

/** Equal for questions that differ in nothing but the place. */
export function questionKey({ paths: _, selectionSet, variables, ...rest }: EntityQuestion): string {
  return JSON.stringify([print(selectionSet), variables.map((definition) => print(definition)), rest]);
}
