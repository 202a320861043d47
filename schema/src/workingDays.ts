import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const FILE = new URL('../working-days.yaml', import.meta.url);

const Year = z
  .strictObject({
    year: z.int().min(2000).max(2100),
    source: z.string().min(1),
    checked: z.boolean(),
    daysOff: z
      .array(z.strictObject({ from: z.iso.date(), to: z.iso.date(), name: z.string().min(1) }))
      .min(1),
    workdays: z.array(z.iso.date()),
  })
  .check((context) => {
    const { year, daysOff, workdays } = context.value;
    const days = [...daysOff.flatMap(({ from, to }) => [from, to]), ...workdays];
    for (const day of days.filter((candidate) => !candidate.startsWith(`${year}-`))) {
      context.issues.push({ code: 'custom', message: `${day} is not a day of ${year}`, input: day });
    }
    for (const { from, to } of daysOff.filter((range) => range.from > range.to)) {
      context.issues.push({ code: 'custom', message: `${from} is after ${to}`, input: from });
    }
    for (const day of workdays.filter((candidate) => ![0, 6].includes(new Date(candidate).getUTCDay()))) {
      context.issues.push({
        code: 'custom',
        message: `${day} is no Saturday or Sunday, so it cannot be worked in exchange`,
        input: day,
      });
    }
  });

/** The State Council's arrangement of one year's days off. */
export interface WorkingDayYear {
  readonly year: number;
  /** The notice it was taken from. */
  readonly source: string;
  /** Whether somebody has compared the entry with the notice. */
  readonly checked: boolean;
  /** Inclusive ranges of `YYYY-MM-DD`. */
  readonly daysOff: readonly { readonly from: string; readonly to: string; readonly name: string }[];
  /** Saturdays and Sundays that are worked, `YYYY-MM-DD`. */
  readonly workdays: readonly string[];
}

/**
 * Reads `schema/working-days.yaml`: days off and worked weekends by year.
 *
 * @throws Error naming every mistake in the file.
 */
export function readWorkingDays(text: string = readFileSync(FILE, 'utf8')): readonly WorkingDayYear[] {
  const parsed = z.array(Year).safeParse(parse(text));
  if (!parsed.success) throw new Error(`schema/working-days.yaml:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
