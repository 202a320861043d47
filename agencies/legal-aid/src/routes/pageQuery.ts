import { z } from 'zod';

/** What every list may be asked: where to go on, and how many at once. */
export const PageQuery = z.strictObject({
  cursor: z.string().min(1).max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100, 'limit is at most 100').default(50),
});

/** A query parameter that holds several values, separated by commas. */
export function listOf<Item extends z.ZodType<string, string>>(item: Item, max: number) {
  return z
    .string()
    .max(2_000)
    .transform((joined) => joined.split(',').filter((part) => part !== ''))
    .pipe(z.array(item).max(max));
}
