import type { DatabaseSync } from 'node:sqlite';
import type { OpposingLawyer } from '../lifecycle/guards.ts';

/**
 * Who acts for the other side: the lawyers of aid cases whose parties are this case's opponents and whose opponents
 * are this case's parties, each pair of lawyer and firm once.
 */
export function createConflictSearch(database: DatabaseSync): (caseKey: string) => OpposingLawyer[] {
  const search = database.prepare(
    `SELECT DISTINCT lawyer.practitioner_no AS practitionerNo, lawyer.firm AS firm
     FROM opposing_party AS mine
     JOIN case_party AS theirs ON theirs.document = mine.party OR theirs.body = mine.party
     JOIN opposing_party AS back ON back.case_key = theirs.case_key
     JOIN case_party AS me ON me.case_key = mine.case_key AND (me.document = back.party OR me.body = back.party)
     JOIN assigned_lawyer AS lawyer ON lawyer.case_key = theirs.case_key
     WHERE mine.case_key = ?`,
  );
  return (caseKey) => search.all(caseKey).map((row) => ({ ...row }) as unknown as OpposingLawyer);
}
