import { createSlice } from '../build/createSlice.ts';
import type { scenarios } from '../scenarios.ts';
import {
  graphCaseId,
  type SyntheticCase,
  type SyntheticLink,
  type SyntheticPractitioner,
  type WorldSlice,
} from '../syntheticWorld.ts';

/** A small slice that plants one fault beside a scenario. Import or merge it after the scenario it is based on. */
export interface Variant {
  /** The rule of domain §8 that should find it; null where it is no fault. */
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

export function createVariant({ rule, base, cases, links = [], practitioners = [] }: VariantInput): Variant {
  const slice = createSlice({ cases, links });
  return {
    rule,
    base,
    cases: cases.map(graphCaseId),
    slice: { ...slice, practitioners: [...slice.practitioners, ...practitioners] },
  };
}
