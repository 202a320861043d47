import { compiledApolloFailures, compiledAutoFailures, compiledHiveFailures } from './compiledFailures.ts';
import type { KnownFailures } from './groupFailures.ts';
import { referenceFailures } from './referenceFailures.ts';

/** By executor and planner. A failure that is listed must be as it is listed, and one that is not listed must not be. */
export const knownFailures: Readonly<Record<string, KnownFailures>> = {
  reference: referenceFailures,
  'compiled apollo': compiledApolloFailures,
  'compiled hive': compiledHiveFailures,
  'compiled auto': compiledAutoFailures,
};
