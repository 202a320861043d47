import { z } from 'zod';
import { canonicalObject } from '../canonicalObject.ts';

/**
 * Says under which tags the log can be searched, and for how many records each: the root of an RFC 6962 tree over one leaf a tag. With
 * it somebody can be shown that nothing about a person was left out, which inclusion proofs alone do not show.
 */
export const indexRecord = canonicalObject({
  phase: z.literal('index'),
  v: z.literal(1),
  time: z.iso.datetime({ precision: 3 }),
  /** It covers the entries `[0, size)`; it stands itself at `size` or later. */
  size: z.int().nonnegative(),
  /** Over the leaves in the order of their tags (see `indexLeaf`), hexadecimal. */
  root: z.string().regex(/^[0-9a-f]{64}$/),
  /** Leaves of that tree. */
  tags: z.int().nonnegative(),
});

export type IndexRecord = z.infer<typeof indexRecord>;
