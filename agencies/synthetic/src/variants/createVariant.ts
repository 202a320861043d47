import { createSlice } from '../build/createSlice.ts';
import type { scenarios } from '../scenarios.ts';
import type { SyntheticPractitioner } from '../syntheticRegister.ts';
import type { SyntheticLink } from '../syntheticThread.ts';
import { graphCaseId, type SyntheticCase, type WorldSlice } from '../syntheticWorld.ts';

/** A small slice that plants one fault beside a scenario. Import or merge it after the scenario it is based on. */
export interface Variant {
  /** The audit rule that should find it (`docs/synthetic-data.md`); null where no rule does, or it is no fault. */
  readonly rule: string | null;
  readonly base: keyof typeof scenarios;
  /** Graph ids of the added cases, in order. */
  readonly cases: readonly string[];
  readonly slice: WorldSlice;
}

interface VariantInput {
  readonly rule: string | null;
  readonly base: Variant['base'];
  readonly cases: readonly SyntheticCase[];
  readonly links?: readonly SyntheticLink[];
  readonly practitioners?: readonly SyntheticPractitioner[];
}

/** Builds a variant from its cases; persons, bodies and practitioners of the cast come along. */
export function createVariant({ rule, base, cases, links = [], practitioners = [] }: VariantInput): Variant {
  const slice = createSlice({ cases, links });
  return {
    rule,
    base,
    cases: cases.map(graphCaseId),
    slice: { ...slice, practitioners: [...slice.practitioners, ...practitioners] },
  };
}
