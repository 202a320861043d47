import type { Subgraph } from '../readSubgraphs.ts';
import { bilingualDescriptions } from './bilingualDescriptions.ts';
import { nullableBoundaries } from './nullableBoundaries.ts';
import { requiresArguments } from './requiresArguments.ts';
import { shareableRecursion } from './shareableRecursion.ts';

/** Every breach of every lint, in the order of the lints; empty when the subgraphs are fit to be composed. */
export function runLints(subgraphs: readonly Subgraph[]): string[] {
  return [nullableBoundaries, shareableRecursion, requiresArguments, bilingualDescriptions].flatMap((lint) =>
    lint(subgraphs),
  );
}
