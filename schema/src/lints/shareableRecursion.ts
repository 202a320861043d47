import { fieldsOf, hasDirective, namedType } from './fieldsOf.ts';
import type { Lint } from './lint.ts';

/**
 * No chain of `@shareable` fields leads back to its own type. Each level of such a chain doubles the plans that the
 * query planner weighs, so that a query of a hundred bytes can hang it.
 */
export const shareableRecursion: Lint = (subgraphs) => {
  const providers = new Map<string, Set<string>>();
  const targets = new Map<string, Map<string, string>>();
  for (const { name, typeDefs } of subgraphs) {
    for (const { type, field, typeDirectives } of fieldsOf(typeDefs)) {
      if (!hasDirective(field, 'shareable') && !typeDirectives.includes('shareable')) continue;
      const coordinate = `${type}.${field.name.value}`;
      providers.set(coordinate, (providers.get(coordinate) ?? new Set()).add(name));
      const edges = targets.get(type) ?? new Map<string, string>();
      targets.set(type, edges.set(field.name.value, namedType(field.type)));
    }
  }
  const edgesOf = (type: string) =>
    [...(targets.get(type) ?? [])].filter(([field]) => (providers.get(`${type}.${field}`)?.size ?? 0) > 1);
  const breaches: string[] = [];
  for (const start of targets.keys()) {
    const cycle = findCycle(start, edgesOf);
    if (cycle !== null)
      breaches.push(
        `${cycle.join(' → ')} → ${start} is a chain of @shareable fields that comes back to ${start}`,
      );
  }
  return breaches;
};

/** The coordinates of a way from `start` back to it, or null. */
function findCycle(start: string, edgesOf: (type: string) => [string, string][]): string[] | null {
  const visited = new Set<string>();
  const walk = (type: string, way: readonly string[]): string[] | null => {
    for (const [field, target] of edgesOf(type)) {
      const next = [...way, `${type}.${field}`];
      if (target === start) return next;
      if (visited.has(target)) continue;
      visited.add(target);
      const found = walk(target, next);
      if (found !== null) return found;
    }
    return null;
  };
  return walk(start, []);
}
