import { aidVariants } from './variants/aidVariants.ts';
import { appraisalVariants } from './variants/appraisalVariants.ts';
import type { Variant } from './variants/createVariant.ts';
import { mediationVariants } from './variants/mediationVariants.ts';
import { notaryVariants } from './variants/notaryVariants.ts';

/**
 * Small slices that plant one fault each beside a scenario, for audit rules. None of them is
 * in the generated world. Keys begin with V; rules about access records have nothing to plant here.
 */
export const variants = {
  ...aidVariants,
  ...notaryVariants,
  ...appraisalVariants,
  ...mediationVariants,
} as const satisfies Readonly<Record<string, Variant>>;
