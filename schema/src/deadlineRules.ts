import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const FILE = new URL('../deadline-rules.yaml', import.meta.url);

const Rule = z.strictObject({
  id: z.string().regex(/^D-\d{2}[a-z]?$/),
  name: z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }),
  service: z
    .enum(['LEGAL_AID', 'NOTARY', 'FORENSIC_APPRAISAL', 'MEDIATION', 'JUDICIAL_CONFIRMATION', 'ENFORCEMENT'])
    .nullable(),
  trigger: z.string().min(1),
  length: z.int().positive(),
  unit: z.enum(['HOUR', 'DAY', 'WORKING_DAY', 'MONTH', 'YEAR']),
  rollover: z.enum(['NEXT_WORKING_DAY', 'NONE']),
  pausable: z.boolean(),
  extensionCap: z.int().nonnegative().nullable(),
  agreedLength: z.boolean(),
  region: z
    .string()
    .regex(/^\d{2,6}$/)
    .nullable(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  citation: z.string().min(1),
  certainty: z.enum(['FOUND', 'ASSUMED', 'DOUBTFUL']),
});

/** One time limit for one span of validity; the comments of `schema/deadline-rules.yaml` say what each field means. */
export type DeadlineRule = Readonly<z.infer<typeof Rule>>;

/**
 * Reads `schema/deadline-rules.yaml`. Several entries may share an id when their validity does not overlap.
 *
 * @throws Error naming every mistake in the file.
 */
export function readDeadlineRules(text: string = readFileSync(FILE, 'utf8')): readonly DeadlineRule[] {
  const parsed = z.array(Rule).safeParse(parse(text));
  if (!parsed.success) throw new Error(`schema/deadline-rules.yaml:\n${z.prettifyError(parsed.error)}`);
  const overlaps = parsed.data.filter((rule, index) =>
    parsed.data.slice(index + 1).some((other) => other.id === rule.id && overlap(rule, other)),
  );
  if (overlaps.length > 0) {
    throw new Error(
      `schema/deadline-rules.yaml: ${overlaps.map(({ id }) => id).join(', ')} is valid twice on one day`,
    );
  }
  return parsed.data;
}

function overlap(one: DeadlineRule, other: DeadlineRule): boolean {
  return (
    (one.validTo === null || other.validFrom <= one.validTo) &&
    (other.validTo === null || one.validFrom <= other.validTo)
  );
}
