import { isShown, type LoggedAccess, type LookedAtCase } from './loggedAccess.ts';

/**
 * Whether a look was at this very person in the register. `NONE`: not, or nothing was shown. `MIXED`: it may have been, in one question
 * with a case of the person's that he or she may not see.
 */
export type Lookup = 'NONE' | 'MIXED' | 'KNOWN';

const LOOKS_AT_A_PERSON: ReadonlySet<string> = new Set([
  'Query',
  'Query.person',
  'Query.personByDocument',
  'Query.trace',
]);
const ROLES: ReadonlySet<string> = new Set(['STAFF', 'AUDITOR']);

/**
 * The register is asked, too, for the names of everybody in a case: an opponent whose name was read in somebody's legal aid case must not
 * learn of that case. So a look-up beside an unseen case is `MIXED`, which is told of later, so that nobody hides a look-up behind a case;
 * and beside one whose very existence is secret (a will, a sealed record) it is none.
 *
 * @param unseen the person's cases that were looked at and that he or she may not see now
 */
export function lookupOf({ about, record }: LoggedAccess, unseen: readonly LookedAtCase[]): Lookup {
  if (about === null || !isShown(about.register) || !ROLES.has(record.actor.role)) return 'NONE';
  if (!record.fields.some((field) => LOOKS_AT_A_PERSON.has(field))) return 'NONE';
  if (unseen.length === 0) return 'KNOWN';
  return unseen.some(({ marks }) => marks.length > 0) ? 'NONE' : 'MIXED';
}
