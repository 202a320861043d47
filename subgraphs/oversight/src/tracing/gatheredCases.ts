import { type CaseFacts, caseFacts, instantOf, type ServiceKind } from '@tongban/kit';
import { services } from '../services.ts';

/** What the gateway brings for a trace (`@requires` of `Trace.result`): lists by `personField` of each service. */
export interface GatheredPerson {
  readonly subjectTags?: readonly string[] | null;
  readonly linkedCases?: GatheredLists | null;
  readonly [list: string]: unknown;
}

interface GatheredLists {
  readonly [list: string]: unknown;
}

/** A case as its agency gave it to this auditor. */
export interface GatheredCase {
  readonly facts: CaseFacts;
  /** Whether the person is in it; else it belongs to the same matter as one that he or she is in. */
  readonly isOwn: boolean;
}

export interface GatheredCases {
  /** Oldest first, each once. */
  readonly cases: readonly GatheredCase[];
  /** Services of which something is missing: their agency did not answer, or told something that cannot be read. */
  readonly unanswered: readonly ServiceKind[];
}

/** Puts together what the agencies told. A case without facts is one that the auditor is not shown, and leaves no trace. */
export function gatherCases(person: GatheredPerson): GatheredCases {
  const found = new Map<string, GatheredCase>();
  const unanswered = new Set<ServiceKind>();
  for (const { service, personField } of services) {
    const own = person[personField];
    if (!Array.isArray(own)) unanswered.add(service);
    const lists = [
      { list: own, isOwn: true },
      { list: person.linkedCases?.[personField], isOwn: false },
    ];
    for (const { list, isOwn } of lists) {
      for (const facts of factsIn(list)) {
        const read = caseFacts.safeParse(facts);
        if (!read.success) unanswered.add(service);
        else if (!found.has(read.data.id)) found.set(read.data.id, { facts: read.data, isOwn });
      }
    }
  }
  const cases = [...found.values()].toSorted(
    (a, b) => instantOf(a.facts.openedAt) - instantOf(b.facts.openedAt) || (a.facts.id < b.facts.id ? -1 : 1),
  );
  return { cases, unanswered: [...unanswered] };
}

function factsIn(list: unknown): unknown[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: { facts?: unknown } | null) => one?.facts ?? []);
}
