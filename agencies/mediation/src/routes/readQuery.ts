import { z } from 'zod';
import { ChinaTime } from '../lifecycle/caseEvent.ts';
import { mediationStatusWords } from '../lifecycle/mediationStatus.ts';
import { SystemError } from '../systemError.ts';

/** How many ids, numbers or documents one request may ask for. */
export const MAX_KEYS = 20;

/** A comma-separated list of 1 to 20 entries. */
const keys = z
  .string()
  .transform((text) => text.split(',').map((entry) => entry.trim()))
  .pipe(z.array(z.string().min(1).max(100)).min(1).max(MAX_KEYS, `at most ${MAX_KEYS} in one request`));

const region = z.string().regex(/^\d{2,6}$/, 'expected two to six digits');
const integer = (max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'expected a number')
    .transform(Number)
    .pipe(z.number().int().max(max));

/** `GET /mediations`: by ids, by numbers, or a list; exactly one of the three. */
export const MediationQuery = z
  .strictObject({
    ids: keys.optional(),
    numbers: keys.optional(),
    regions: keys.pipe(z.array(region)).optional(),
    statuses: keys.pipe(z.array(z.enum(mediationStatusWords))).optional(),
    registered_from: ChinaTime.optional(),
    registered_to: ChinaTime.optional(),
    sealed: z.literal('exclude').optional(),
    count: z.enum(['true', 'false']).optional(),
    page_size: integer(100).pipe(z.number().min(1)).optional(),
    page_token: z.string().min(1).max(200).optional(),
  })
  .refine(({ ids, numbers, ...list }) => {
    const listed = Object.values(list).some((value) => value !== undefined);
    return [ids !== undefined, numbers !== undefined, listed].filter(Boolean).length <= 1;
  }, 'ids, numbers and list filters exclude each other');

/** `GET /organizations`. */
export const OrganizationQuery = z.strictObject({
  region: region.default('48'),
  page_size: integer(100).pipe(z.number().min(1)).default(50),
  page_token: z.string().min(1).max(100).default(''),
});

/** `GET /warning-signals`. */
export const WarningQuery = z.strictObject({
  region,
  limit: integer(200).pipe(z.number().min(1)).default(50),
});

/** `GET /changes`. */
export const ChangeQuery = z.strictObject({
  after: integer(Number.MAX_SAFE_INTEGER).default(0),
  limit: integer(500).pipe(z.number().min(1)).default(100),
});

/**
 * The value in the shape that `schema` gives it.
 * @throws {SystemError} `bad_request` (400) listing every mistake; `too_many` (400) for a list that is too long.
 */
export function readAs<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const code = parsed.error.issues.some((issue) => issue.code === 'too_big') ? 'too_many' : 'bad_request';
  throw new SystemError(400, code, z.prettifyError(parsed.error));
}
