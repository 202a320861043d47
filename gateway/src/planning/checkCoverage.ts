import {
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { JoinFacts } from '../supergraph/joinFacts.ts';
import { visitFetches } from './planSubgraphs.ts';
import type { PathStep, PlanPath, QueryPlan, RequiredSelection, Rewrite } from './queryPlan.ts';

/**
 * The selected fields that no fetch of a plan brings for some type that may stand there, as places with types; empty
 * when the plan is complete. Such plans are made of operations that go through `@interfaceObject` or `@provides`; the
 * answer would show null for what is there.
 *
 * @param source a canonical operation: fragments written out, no conditions.
 */
export function checkCoverage(
  source: string,
  { node }: QueryPlan,
  { schema, facts }: { schema: GraphQLSchema; facts: JoinFacts },
): string[] {
  const { definitions } = parse(source, { noLocation: true });
  const operation = definitions[0] as OperationDefinitionNode;
  const root = schema.getRootType(operation.operation);
  if (!root) return [];
  const needs = createNeeds(schema, root, [operation.selectionSet]);
  const isOf = (type: string, condition: string) =>
    type === condition || facts.possibleTypes(condition).includes(type);

  const rules = { isOf, facts };

  visitFetches(node, (fetch) => {
    if (fetch.kind === 'RootFetch') {
      for (const at of reach(needs, fetch.path, isOf)) {
        bring(at.needs, at.type, fetch.selectionSet, {
          ...rules,
          renames: renamesOf(fetch.outputRewrites),
          subgraph: fetch.subgraph,
        });
      }
      return;
    }
    for (const { paths, requires, selectionSet, outputRewrites } of fetch.questions) {
      for (const path of paths) {
        for (const at of reach(needs, path, isOf)) {
          if (isAsked(requires, at.type, isOf))
            bring(at.needs, at.type, selectionSet, {
              ...rules,
              renames: renamesOf(outputRewrites),
              subgraph: fetch.subgraph,
            });
        }
      }
    }
  });
  return missing(needs, new Set(needs.keys()), '');
}

interface BringRules {
  readonly isOf: IsOf;
  readonly facts: JoinFacts;
  readonly renames: ReadonlyMap<string, string>;
  readonly subgraph: string;
}

type IsOf = (type: string, condition: string) => boolean;

/** What is selected of an object, by each type that it can be of. */
type Needs = ReadonlyMap<string, ReadonlyMap<string, Need>>;

interface Need {
  isBrought: boolean;
  /** The declared type. */
  readonly type: string;
  /** The types of which whoever brings it can make it. */
  readonly seen: Set<string>;
  /** Null for leaves. */
  readonly below: Needs | null;
}

function createNeeds(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
): Needs {
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const needs = new Map<string, ReadonlyMap<string, Need>>();
  for (const object of possible) {
    const selected = new Map<string, { readonly name: string; readonly sets: SelectionSetNode[] }>();
    const collect = (set: SelectionSetNode) => {
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value;
          const known = selected.get(key) ?? { name: selection.name.value, sets: [] };
          if (selection.selectionSet) known.sets.push(selection.selectionSet);
          selected.set(key, known);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          const on = selection.typeCondition?.name.value;
          const condition = on === undefined ? object : schema.getType(on);
          const applies =
            condition === object || (isAbstractType(condition) && schema.isSubType(condition, object));
          if (applies) collect(selection.selectionSet);
        }
      }
    };
    sets.forEach(collect);
    const fields = new Map<string, Need>();
    for (const [key, { name, sets: below }] of selected) {
      // What type an object is of is asked by the planner where it needs to know.
      if (name === '__typename' || !isObjectType(object)) continue;
      const field = object.getFields()[name];
      const fieldType = field && getNamedType(field.type);
      fields.set(key, {
        isBrought: false,
        type: fieldType?.name ?? '',
        seen: new Set(),
        below: isCompositeType(fieldType) ? createNeeds(schema, fieldType, below) : null,
      });
    }
    needs.set(object.name, fields);
  }
  return needs;
}

/** The objects at the end of a path, by type; places that the client did not select lead nowhere. */
function reach(needs: Needs, path: PlanPath, isOf: IsOf): { readonly needs: Needs; readonly type: string }[] {
  let at: { readonly needs: Needs; readonly type: string }[] = [...needs.keys()].map((type) => ({
    needs,
    type,
  }));
  for (const step of path as readonly PathStep[]) {
    if (typeof step !== 'object') continue;
    at =
      'types' in step
        ? at.filter(({ type }) => step.types.some((condition) => isOf(type, condition)))
        : at.flatMap((position) => {
            const below = position.needs.get(position.type)?.get(step.key)?.below;
            return below ? [...below.keys()].map((type) => ({ needs: below, type })) : [];
          });
  }
  return at;
}

function bring(needs: Needs, type: string, set: SelectionSetNode, rules: BringRules): void {
  const { renames, isOf, subgraph, facts } = rules;
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const on = selection.typeCondition?.name.value;
      if (on === undefined || isOf(type, on)) bring(needs, type, selection.selectionSet, rules);
      continue;
    }
    if (selection.kind !== Kind.FIELD) continue;
    const key = selection.alias?.value ?? selection.name.value;
    const need = needs.get(type)?.get(renames.get(key) ?? key);
    if (need === undefined) continue;
    need.isBrought = true;
    for (const below of need.below?.keys() ?? []) {
      if (!facts.canBe(subgraph, need.type, below)) continue;
      need.seen.add(below);
      if (selection.selectionSet && need.below !== null)
        bring(need.below, below, selection.selectionSet, rules);
    }
  }
}

function isAsked(requires: readonly RequiredSelection[], type: string, isOf: IsOf): boolean {
  return requires.some(
    (selection) => selection.kind === 'Fragment' && (selection.on === null || isOf(type, selection.on)),
  );
}

/** The planner's own aliases, and what they stand for. */
function renamesOf(rewrites: readonly Rewrite[]): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  for (const rewrite of rewrites) {
    const last = rewrite.path.at(-1);
    if (rewrite.kind === 'KeyRenamer' && typeof last === 'object' && 'key' in last) {
      renames.set(last.key, rewrite.renameTo);
    }
  }
  return renames;
}

/** `types`: those that can stand there. */
function missing(needs: Needs, types: ReadonlySet<string>, at: string): string[] {
  return [...needs].flatMap(([type, fields]) => {
    if (!types.has(type)) return [];
    return [...fields].flatMap(([key, { isBrought, below, seen }]) => {
      const place = `${at}/${type}.${key}`;
      // Where the object itself is not brought, what is in it need not be told.
      if (!isBrought) return [place];
      return below === null ? [] : missing(below, seen, place);
    });
  });
}
