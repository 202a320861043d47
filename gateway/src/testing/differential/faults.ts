import type { ExecutionResult } from 'graphql';
import { mapEntities } from './distortAnswer.ts';
import { hash, type Random, randomFromSeed } from './random.ts';
import type { Interference } from './startContestant.ts';

/** One fetch in so many goes wrong. */
const ONE_IN = 6;

type Json = Record<string, unknown>;
type Fault = (result: ExecutionResult, variables: Readonly<Json>, random: Random) => unknown;

const faults: readonly Fault[] = [
  () => ({}),
  () => ({ data: null, errors: [{ message: 'down', extensions: { code: 'AGENCY_TIMEOUT' } }] }),
  (result, variables) => mapEntities(result, variables, (entities) => entities.slice(1)),
  (result, variables) => mapEntities(result, variables, (entities) => entities.map(() => 'wrong')),
  (result, _, random) => ({ data: leaveOut(plain(result.data), random) }),
];

/** Lets fetches go wrong: no answer, an error for all of it, too few entities, no entities, fields left out. */
export const faultyAnswers: Interference = async (fetch, serve) => {
  const result = await serve(fetch);
  const random = randomFromSeed(hash(fetch.query + JSON.stringify(fetch.variables)));
  return random.chance(1 / ONE_IN) ? random.pick(faults)(result, fetch.variables, random) : result;
};

function leaveOut(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) return value.map((element) => leaveOut(element, random));
  if (typeof value !== 'object' || value === null || isScalar(value)) return value;
  // The type is what tells which fields should be there.
  const kept = Object.entries(value).filter(([key]) => key === '__typename' || !random.chance(0.2));
  return Object.fromEntries(kept.map(([key, below]) => [key, leaveOut(below, random)]));
}

/** A value of the custom scalar that looks like an object. */
function isScalar(value: object): boolean {
  return Object.keys(value).every((key) => key === 'a' || key === 'b');
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
