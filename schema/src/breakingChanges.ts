import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { z } from 'zod';

/** `schema/declared-breaking-changes.yaml`: what was broken on purpose, and why clients must live with it. */
export const DeclaredBreakingChanges = z.array(
  z.strictObject({
    /** Coordinate, for example `Person.name`. */
    path: z.string(),
    /** ISO date of the decision. */
    since: z.iso.date(),
    reason: z.string().min(10),
  }),
);

export type DeclaredBreakingChanges = z.infer<typeof DeclaredBreakingChanges>;

export interface BreakingChange {
  readonly path: string;
  readonly message: string;
}

/** The changes from `before` to `after` (SDL of the API schema) that can break a client and were not declared. */
export async function undeclaredBreakingChanges(
  before: string,
  after: string,
  declared: DeclaredBreakingChanges,
): Promise<BreakingChange[]> {
  const changes = await diff(buildSchema(before), buildSchema(after));
  const paths = new Set(declared.map(({ path }) => path));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ path, message }) => ({ path: path ?? '', message }))
    .filter(({ path }) => !paths.has(path));
}
