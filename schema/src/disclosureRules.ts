import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const FILE = new URL('../disclosure-rules.yaml', import.meta.url);

const Text = z.string().min(1);
const Code = z.string().regex(/^[A-Z_]{1,64}$/);

const DisclosureRuleEntry = z
  .strictObject({
    id: Code,
    label: z.strictObject({ en: Text, zh: Text }),
    when: z
      .strictObject({
        purposes: z.array(Code).min(1).optional(),
        services: z.array(Code).min(1).optional(),
        marks: z
          .array(z.enum(['sealed', 'willSecret']))
          .min(1)
          .optional(),
        cause: z.literal('OTHERS_CASE').optional(),
      })
      .refine((when) => Object.keys(when).length > 0, { error: 'says nothing' }),
    disclosure: z.enum(['DELAYED', 'WITHHELD']),
    until: z.enum(['CASE_SHOWN', 'DAYS']),
    days: z.int().positive().nullable(),
    law: Text,
  })
  .refine(({ until, days }) => (until === 'DAYS') === (days !== null), {
    error: 'days belong to DAYS, and DAYS needs them',
  })
  .refine(({ until, when }) => until !== 'CASE_SHOWN' || when.marks !== undefined, {
    error: 'only a mark is of a case that can be shown',
  });

/** One entry of `schema/disclosure-rules.yaml`, whose head says what each field means. */
export type DisclosureRule = Readonly<z.infer<typeof DisclosureRuleEntry>>;

/**
 * Reads `schema/disclosure-rules.yaml`.
 *
 * @throws Error naming every mistake in the file, an id that stands twice among them.
 */
export function readDisclosureRules(text: string = readFileSync(FILE, 'utf8')): readonly DisclosureRule[] {
  const parsed = z.array(DisclosureRuleEntry).safeParse(parse(text));
  if (!parsed.success) throw new Error(`schema/disclosure-rules.yaml:\n${z.prettifyError(parsed.error)}`);
  const ids = parsed.data.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) throw new Error(`schema/disclosure-rules.yaml: ${twice.join(', ')} stands twice`);
  return parsed.data;
}
