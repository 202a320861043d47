import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { fieldGroups } from './sharingMatrix.ts';

const FILE = new URL('../purposes.yaml', import.meta.url);

/**
 * What a purpose can cover: the field groups of the sharing matrix; `person`, the register of persons; and `statistics`, figures
 * that are of no single case and of nobody.
 */
export const coveredGroups = [...fieldGroups, 'person', 'statistics'] as const;

/** Roles that have business with cases, and so name a purpose. */
export const purposeRoles = ['CITIZEN', 'REPRESENTATIVE', 'STAFF', 'AUDITOR'] as const;

export type CoveredGroup = (typeof coveredGroups)[number];
export type PurposeRole = (typeof purposeRoles)[number];

const Text = z.string().min(1);
const unique = (list: readonly string[]) => new Set(list).size === list.length;

const PurposeEntry = z
  .strictObject({
    code: z.string().regex(/^[A-Z_]{1,64}$/),
    label: z.strictObject({ en: Text, zh: Text }),
    roles: z.array(z.enum(purposeRoles)).min(1).refine(unique, { error: 'names a role twice' }),
    services: z.array(Text).min(1).refine(unique, { error: 'names a service twice' }).nullable(),
    covers: z.array(z.enum(coveredGroups)).refine(unique, { error: 'names a group twice' }),
    law: Text,
  })
  .refine(({ roles, services }) => services === null || roles.includes('STAFF'), {
    error: 'only staff work in services',
  })
  .refine(({ covers }) => covers.every((group) => group === 'statistics') || covers.includes('case'), {
    error: 'what is part of a case cannot be read without the group `case`',
  });

/** One entry of `schema/purposes.yaml`, whose head says what each field means. */
export type Purpose = Readonly<z.infer<typeof PurposeEntry>>;

/**
 * Reads `schema/purposes.yaml`.
 *
 * @throws Error naming every mistake in the file, a code that stands twice among them.
 */
export function readPurposes(text: string = readFileSync(FILE, 'utf8')): readonly Purpose[] {
  const parsed = z.array(PurposeEntry).min(1).safeParse(parse(text));
  if (!parsed.success) throw new Error(`schema/purposes.yaml:\n${z.prettifyError(parsed.error)}`);
  const codes = parsed.data.map(({ code }) => code);
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
  if (twice.length > 0) throw new Error(`schema/purposes.yaml: ${twice.join(', ')} stands twice`);
  return parsed.data;
}
