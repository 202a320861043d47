import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const FILE = new URL('../sharing-matrix.yaml', import.meta.url);

/** Services whose cases the matrix speaks of. */
export const sharedServices = ['LEGAL_AID', 'NOTARY', 'FORENSIC_APPRAISAL', 'MEDIATION'] as const;

/** What stands between a caller and a case; the head of `schema/sharing-matrix.yaml` says who is meant. */
export const relations = [
  'SELF',
  'OPPOSING_PARTY',
  'ASSIGNED_LAWYER',
  'OPPOSING_LAWYER',
  'AGENCY',
  'CLIENT',
  'COURT',
  'BUREAU',
  'AUDITOR',
  'NONE',
] as const;

/** Groups of fields that are shared or kept together. */
export const fieldGroups = [
  'case',
  'parties',
  'documents',
  'hardship',
  'caseFacts',
  'assignment',
  'fee',
  'will',
  'certificate',
  'opinion',
  'materials',
  'statements',
  'agreement',
  'confirmation',
  'deadlines',
] as const;

/** From everything to existence hidden. */
export const sharingLevels = ['FULL', 'MASKED', 'YES_NO', 'NONE'] as const;

export type SharedService = (typeof sharedServices)[number];
export type Relation = (typeof relations)[number];
export type FieldGroup = (typeof fieldGroups)[number];
export type SharingLevel = (typeof sharingLevels)[number];

/** Every cell of the matrix. */
export type SharingMatrix = Readonly<
  Record<SharedService, Readonly<Record<FieldGroup, Readonly<Record<Relation, SharingLevel>>>>>
>;

const Row = z
  .array(z.enum(sharingLevels))
  .length(relations.length)
  .transform(
    (levels) =>
      Object.fromEntries(relations.map((relation, column) => [relation, levels[column] ?? 'NONE'])) as Record<
        Relation,
        SharingLevel
      >,
  )
  .refine((row) => row.NONE === 'NONE', {
    error: 'somebody without a relation to the case must see nothing',
  });

const File = z.strictObject({
  relations: z.array(z.string()).refine((columns) => columns.join() === relations.join(), {
    error: `the columns must be ${relations.join(', ')}, in this order`,
  }),
  services: z.record(z.enum(sharedServices), z.record(z.enum(fieldGroups), Row)),
});

/**
 * Reads `schema/sharing-matrix.yaml`. No cell has a default: a missing service, group or column is refused.
 *
 * @throws Error naming every mistake in the file.
 */
export function readSharingMatrix(text: string = readFileSync(FILE, 'utf8')): SharingMatrix {
  const parsed = File.safeParse(parse(text));
  if (!parsed.success) throw new Error(`schema/sharing-matrix.yaml:\n${z.prettifyError(parsed.error)}`);
  return parsed.data.services;
}
