import type { QueryPlan } from '@apollo/query-planner';

/** Plans of one supergraph, the ones not used for longest dropped first. */
export interface PlanCache {
  get(key: string): QueryPlan | undefined;
  /** `size`: characters of the plan as JSON. */
  set(key: string, plan: QueryPlan, size: number): void;
}

/** Characters of JSON that all plans together may have. */
const MAX_SIZE = 32 * 1024 * 1024;

export function createPlanCache(maxSize = MAX_SIZE): PlanCache {
  const entries = new Map<string, { readonly plan: QueryPlan; readonly size: number }>();
  let total = 0;
  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.plan;
    },
    set(key, plan, size) {
      total += size - (entries.get(key)?.size ?? 0);
      entries.delete(key);
      entries.set(key, { plan, size });
      for (const [oldest, { size: freed }] of entries) {
        if (total <= maxSize) break;
        entries.delete(oldest);
        total -= freed;
      }
    },
  };
}
