import type { ExecutionResult } from 'graphql';

type Json = Record<string, unknown>;

/** Changes each list that answers representations; several of them have names with the number of their variable. */
export function mapEntities(
  result: ExecutionResult,
  variables: Readonly<Record<string, unknown>>,
  change: (entities: unknown[], representations: readonly Json[]) => unknown[],
): unknown {
  const data = plain(result.data) as Json | null;
  if (data === null) return result;
  const changed = Object.entries(data).map(([key, value]) => {
    const representations =
      variables[key === '_entities' ? 'representations' : key.replace(/^_e(?=\d+$)/, 'representations_')];
    const isAnswer = Array.isArray(value) && Array.isArray(representations) && value.length > 0;
    return [key, isAnswer ? change(value, representations) : value];
  });
  return { ...result, data: Object.fromEntries(changed) };
}

export function mapLeaves(value: unknown, change: (leaf: unknown) => unknown): unknown {
  return walk(value, { leaf: change });
}

/** Changes each list of objects. */
export function mapLists(value: unknown, change: (list: unknown[]) => unknown[]): unknown {
  const isOfObjects = (list: unknown[]) => list.every((element) => typeof element === 'object');
  return walk(value, { list: (list) => (isOfObjects(list) ? change(list) : list) });
}

export function mapObjects(value: unknown, change: (object: Json) => Json): unknown {
  return walk(value, { object: change });
}

function walk(
  value: unknown,
  change: {
    readonly leaf?: (leaf: unknown) => unknown;
    readonly list?: (list: unknown[]) => unknown[];
    readonly object?: (object: Json) => Json;
  },
): unknown {
  const { leaf = (same) => same, list = (same) => same, object = (same) => same } = change;
  const visit = (part: unknown): unknown => {
    if (Array.isArray(part)) return list(part.map(visit));
    if (typeof part !== 'object' || part === null) return leaf(part);
    return object(Object.fromEntries(Object.entries(part).map(([key, below]) => [key, visit(below)])));
  };
  return visit(plain(value));
}

/** As it would have come over the wire. */
function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
