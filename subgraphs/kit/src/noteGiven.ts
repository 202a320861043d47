import type { AccessNotes } from './accessNotes.ts';
import type { Caller } from './caller.ts';
import type { CaseRecord } from './caseRecord.ts';
import type { Visibility } from './createVisibility.ts';

/** Who looks at cases, by which rules, and where it is noted. */
export interface Look {
  readonly caller: Caller;
  readonly visibility: Visibility;
  readonly access: AccessNotes;
}

/** Notes how much of a case the caller gets, where it is one, and hands on what was given. */
export function noteGiven<Given extends CaseRecord | Error | null>(
  given: Given,
  { caller, visibility, access }: Look,
): Given {
  if (given !== null && !(given instanceof Error)) access.case(given, visibility.disclosure(caller, given));
  return given;
}
