import type { MediationRecord } from '../mediationRecord.ts';

/** Columns that hold the record's member of the same name as it is. */
export const plainColumns = [
  'id',
  'version',
  'region_code',
  'register_no',
  'organization_id',
  'organ_kind',
  'status',
  'source',
  'dispute_type',
  'registered_at',
  'accepted_at',
  'due_date',
  'closed_at',
  'notarial_certificate_no',
] as const satisfies readonly (keyof MediationRecord)[];

/** Columns that hold it as 0 or 1. */
export const flagColumns = [
  'is_public',
  'escalation_risk',
] as const satisfies readonly (keyof MediationRecord)[];

/** Columns that hold it as JSON. */
export const jsonColumns = [
  'other_numbers',
  'consents',
  'mediators',
  'disclosures',
  'agreement',
  'confirmation',
  'follow_ups',
  'documents',
  'pauses',
  'extensions',
  'secrecy',
] as const satisfies readonly (keyof MediationRecord)[];

/** All columns of the table, in the order of `toColumnValues`. */
export const mediationColumns = [...plainColumns, ...flagColumns, ...jsonColumns, 'sealed'] as const;

/** The values to bind for `mediationColumns`. */
export function toColumnValues(record: MediationRecord): (string | number | null)[] {
  return [
    ...plainColumns.map((column) => record[column]),
    ...flagColumns.map((column) => (record[column] ? 1 : 0)),
    ...jsonColumns.map((column) => (record[column] === null ? null : JSON.stringify(record[column]))),
    record.secrecy.includes('封存') ? 1 : 0,
  ];
}
