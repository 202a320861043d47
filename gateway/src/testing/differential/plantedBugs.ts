import { type ExecutionResult, Kind, parse, visit } from 'graphql';
import { mapEntities, mapLeaves, mapLists, mapObjects } from './distortAnswer.ts';
import { rewriteOperation, shareArguments } from './distortOperation.ts';
import type { Model } from './model.ts';
import type { Operation } from './operation.ts';
import type { Interference } from './startContestant.ts';

/**
 * Something that an executor could do wrong, done to it from outside: to the operation that it gets, to what its fetches
 * bring, or to the answer that it gives.
 */
export interface PlantedBug {
  readonly name: string;
  /** It shows only where fields fail. */
  readonly needsFailures?: boolean;
  readonly toOperation?: (operation: Operation) => Operation;
  readonly toFetch?: Interference;
  readonly toData?: (data: unknown, o: { readonly model: Model; readonly operation: Operation }) => unknown;
}

type Json = Record<string, unknown>;

function afterwards(change: (result: ExecutionResult) => unknown): Interference {
  return async (fetch, serve) => change(await serve(fetch));
}

function toEntities(
  change: (entities: unknown[], representations: readonly Json[]) => unknown[],
): Interference {
  return async (fetch, serve) => mapEntities(await serve(fetch), fetch.variables, change);
}

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'gives two entities of one type what belongs to the other',
    toFetch: toEntities((entities, representations) => {
      const [first] = representations;
      const other = representations.findIndex(
        (one) => one.__typename === first?.__typename && JSON.stringify(one) !== JSON.stringify(first),
      );
      return other < 1 ? entities : entities.with(0, entities[other]).with(other, entities[0]);
    }),
  },
  {
    name: 'takes 0, false and the empty string for nothing',
    toFetch: afterwards((result) => mapLeaves(result, (leaf) => leaf || null)),
  },
  {
    name: 'answers under the name of the field instead of the alias',
    toData: (data, { operation }) => {
      const names = new Map<string, string>();
      visit(parse(operation.text), {
        Field: ({ alias, name }) => void (alias && names.set(alias.value, name.value)),
      });
      return mapObjects(data, (object) =>
        Object.fromEntries(Object.entries(object).map(([key, value]) => [names.get(key) ?? key, value])),
      );
    },
  },
  {
    name: 'merges lists from the end',
    toFetch: afterwards((result) => mapLists(result, (list) => list.toReversed())),
  },
  {
    name: 'shares an object between two arguments of one field',
    toOperation: (operation) => rewriteOperation(operation, shareArguments),
  },
  {
    name: 'ignores @skip',
    toOperation: (operation) =>
      rewriteOperation(operation, (document) =>
        visit(document, { Directive: ({ name }) => (name.value === 'skip' ? null : undefined) }),
      ),
  },
  {
    name: 'shows null for an entity that is there',
    toFetch: toEntities((entities) => entities.with(-1, null)),
  },
  {
    name: 'tells the name of an interface for that of the type',
    toData: (data, { model }) => {
      const interfaces = [...model.abstracts.values()].filter(({ kind }) => kind === 'interface');
      return mapLeaves(
        data,
        (leaf) => interfaces.find(({ members }) => members.includes(String(leaf)))?.name ?? leaf,
      );
    },
  },
  {
    name: 'leaves out the last of a list',
    toFetch: afterwards((result) => mapLists(result, (list) => (list.length > 2 ? list.slice(0, -1) : list))),
  },
  {
    name: 'swallows errors',
    needsFailures: true,
    toFetch: afterwards(({ data }) => ({ data: data ?? {} })),
  },
  {
    name: 'ignores the default of a variable',
    toOperation: (operation) =>
      rewriteOperation(operation, (document) =>
        visit(document, {
          VariableDefinition: ({ defaultValue: _, ...definition }) =>
            definition.type.kind === Kind.NON_NULL_TYPE ? undefined : definition,
        }),
      ),
  },
  {
    name: 'takes entities of different types with equal keys for one',
    toFetch: async (fetch, serve) => {
      const seen = new Map<unknown, unknown>();
      return mapEntities(await serve(fetch), fetch.variables, (entities, representations) =>
        entities.map((entity, index) => {
          const { id } = representations[index] ?? {};
          const known = id === undefined ? entity : (seen.get(id) ?? entity);
          seen.set(id, known);
          return known;
        }),
      );
    },
  },
  {
    name: 'sends null for a variable that was left out',
    toOperation: (operation) => {
      const variables = { ...operation.variables };
      visit(parse(operation.text), {
        VariableDefinition({ variable, type, defaultValue }) {
          const name = variable.name.value;
          const isLeftOut = !Object.hasOwn(variables, name) && defaultValue === undefined;
          if (isLeftOut && type.kind !== Kind.NON_NULL_TYPE) variables[name] = null;
        },
      });
      return { ...operation, variables };
    },
  },
  {
    name: 'hands over required values that are 0, false or empty as null',
    toFetch: async (fetch, serve) => {
      const isKey = (name: string) => ['__typename', 'id', 'code', 'a', 'b', 'at'].includes(name);
      const variables = Object.fromEntries(
        Object.entries(fetch.variables).map(([name, value]) => [
          name,
          Array.isArray(value) && fetch.query.includes('_entities')
            ? value.map((one) =>
                typeof one !== 'object' || one === null
                  ? one
                  : Object.fromEntries(
                      Object.entries(one).map(([key, part]) => [key, isKey(key) ? part : part || null]),
                    ),
              )
            : value,
        ]),
      );
      return serve({ ...fetch, variables });
    },
  },
  {
    name: 'runs mutations in another order',
    toOperation: (operation) =>
      rewriteOperation(operation, (document) =>
        visit(document, {
          OperationDefinition: (definition) => {
            const { selections } = definition.selectionSet;
            return definition.operation === 'mutation'
              ? {
                  ...definition,
                  selectionSet: { ...definition.selectionSet, selections: selections.toReversed() },
                }
              : undefined;
          },
        }),
      ),
  },
];
