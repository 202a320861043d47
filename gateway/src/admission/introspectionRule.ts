import type { Caller } from '../identity/caller.ts';

/** Citizens are never shown the schema, whatever their tokens say. */
const NEVER = 'CITIZEN';
const SCOPE = 'introspect';

/** Who may ask what the schema is: whoever has the scope `introspect`, and outside of production all but citizens. */
export function createIntrospectionRule(production: boolean): (caller: Caller) => boolean {
  return ({ role, scopes }) => role !== NEVER && (!production || scopes.includes(SCOPE));
}
