import { statusWords } from './mediationWords.ts';

/** What a list holds; empty lists do not narrow it. */
export interface ListQuery {
  /** Prefixes of region codes, at most 20. */
  readonly regions: readonly string[];
  /** Codes of MediationStatus. */
  readonly statuses: readonly string[];
  /** RFC 3339 with +08:00; from included, to not. */
  readonly openedFrom: string | null;
  readonly openedTo: string | null;
  readonly includeSealed: boolean;
}

/** The query in the system's words. */
export function toListParams(query: ListQuery): Record<string, string> {
  const statuses = query.statuses.flatMap(
    (code) => Object.entries(statusWords).find(([, candidate]) => candidate === code)?.[0] ?? [],
  );
  return {
    ...(query.regions.length === 0 ? {} : { regions: query.regions.join(',') }),
    ...(statuses.length === 0 ? {} : { statuses: statuses.join(',') }),
    ...(query.openedFrom === null ? {} : { registered_from: toTime(query.openedFrom) }),
    ...(query.openedTo === null ? {} : { registered_to: toTime(query.openedTo) }),
    ...(query.includeSealed ? {} : { sealed: 'exclude' }),
  };
}

/** `2026-11-23T09:05:00+08:00` as `2026-11-23 09:05:00`. */
function toTime(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)}`;
}
