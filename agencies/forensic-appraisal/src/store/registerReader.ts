import type { DatabaseSync } from 'node:sqlite';

export interface RegisteredAppraiser {
  readonly cert_no: string;
  readonly name: string;
  readonly institution_id: string;
  readonly licence_state: string;
  /** JSON list of category words; empty where the register does not say. */
  readonly categories: string;
  readonly id_type: string | null;
  readonly id_no: string | null;
}

/** Look-ups across cases and in the registers, as the guards of events need them. */
export function createRegisterReader(database: DatabaseSync) {
  const institution = database.prepare('SELECT name FROM institution WHERE institution_id = ?');
  const appraiser = database.prepare('SELECT * FROM appraiser WHERE cert_no = ?');
  const number = database.prepare('SELECT case_id FROM case_number WHERE number = ? LIMIT 1');
  const parallel = database.prepare(`
    SELECT 1 AS found FROM party mine
    JOIN party other ON other.id_no = mine.id_no AND other.id_type = mine.id_type AND other.role = 'SUBJECT'
    JOIN appraisal_case c ON c.case_id = other.case_id
    WHERE mine.case_id = :caseId AND mine.role = 'SUBJECT' AND mine.id_no IS NOT NULL
      AND c.institution_id <> :institutionId
      AND c.status IN ('ACCEPTED', 'ASSIGNED', 'EXAMINING', 'MATERIAL_PENDING', 'SUSPENDED', 'INTERNAL_REVIEW')
      AND EXISTS (SELECT 1 FROM json_each(c.matters) a JOIN json_each(:matters) b ON a.value = b.value)
    LIMIT 1`);

  return {
    institutionName(institutionId: string): string | null {
      const row = institution.get(institutionId) as { name: string } | undefined;
      return row?.name ?? null;
    },
    appraiser(certNo: string): RegisteredAppraiser | null {
      return (appraiser.get(certNo) as unknown as RegisteredAppraiser | undefined) ?? null;
    },
    /** Whether the normalised number is printed on a document of any case. */
    hasNumber(normalised: string): boolean {
      return number.get(normalised) !== undefined;
    },
    /** Whether another institution is at work on one of the matters of the same person. */
    hasParallelCase(caseId: string, institutionId: string, matters: string): boolean {
      return parallel.get({ caseId, institutionId, matters }) !== undefined;
    },
  };
}

export type RegisterReader = ReturnType<typeof createRegisterReader>;
