import type { Caller } from '../identity/caller.ts';

/**
 * What one directive asks of a caller; where several stand together, each must be met. Sources: `@authenticated`, `@requiresScopes` and
 * `@policy`, https://specs.apollo.dev/authenticated/v0.1 and its neighbours.
 */
export interface Requirement {
  /** The same for equal requirements, of whatever supergraph. */
  readonly id: string;
  readonly isAuthenticated: boolean;
  /** One of the lists, all of it; no list at all asks for nothing. */
  readonly scopes: readonly (readonly string[])[];
  /** As with scopes. */
  readonly policies: readonly (readonly string[])[];
}

/** Whether a caller meets a requirement. Nobody, in `--open` mode, has neither scopes nor policies. */
export function isMet(requirement: Requirement, caller: Caller | null): boolean {
  const { isAuthenticated, scopes, policies } = requirement;
  if (isAuthenticated && caller === null) return false;
  return (
    holdsOne(scopes, (scope) => caller?.scopes.includes(scope) ?? false) &&
    holdsOne(policies, (policy) => holdsPolicy(policy, caller))
  );
}

function holdsOne(lists: readonly (readonly string[])[], holds: (name: string) => boolean): boolean {
  return lists.length === 0 || lists.some((list) => list.every(holds));
}

/** What a policy may ask of a caller, by its name before the colon. */
const ATTRIBUTES: ReadonlyMap<string, (caller: Caller) => string | null> = new Map([
  ['role', (caller: Caller) => caller.role],
  ['purpose', (caller: Caller) => caller.purpose],
  ['service', (caller: Caller) => caller.service],
  ['organization', (caller: Caller) => caller.organization],
]);

/**
 * A policy is `<attribute>:<value>` and holds for callers with that value: `role:STAFF`, `purpose:AUDIT`. One of any other
 * form holds for nobody.
 */
function holdsPolicy(policy: string, caller: Caller | null): boolean {
  const colon = policy.indexOf(':');
  const read = ATTRIBUTES.get(policy.slice(0, colon));
  return colon > 0 && caller !== null && read?.(caller) === policy.slice(colon + 1);
}
