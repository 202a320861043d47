import type DataLoader from 'dataloader';
import type { AccessNotes } from './accessNotes.ts';
import type { Caller } from './caller.ts';
import type { CaseRecord } from './caseRecord.ts';
import { createBatchLoader } from './createBatchLoader.ts';
import type { Systems } from './createSystems.ts';
import type { Visibility } from './createVisibility.ts';
import { noteGiven } from './noteGiven.ts';
import { parseCaseRef } from './parseCaseRef.ts';

/** How the cases of one agency are loaded. */
export interface CaseLoaderOptions<Api, R extends CaseRecord> {
  /** Two letters, for example `LA`. */
  readonly prefix: string;
  readonly caller: Caller;
  readonly visibility: Visibility;
  /** Every case that a system gives is noted, and what of it the caller gets. */
  readonly access: AccessNotes;
  readonly systems: Systems<Api>;
  /** Cases of one system by the agency's own keys. An Error fails its own case alone; what is left out does not exist. */
  loadByKeys(api: Api, keys: readonly string[]): Promise<ReadonlyMap<string, R | Error>>;
  /** Cases of one system by normalised numbers. */
  loadByNumbers(api: Api, numbers: readonly string[]): Promise<ReadonlyMap<string, R | Error>>;
  /** Most keys or numbers in one call. */
  readonly maxBatchSize: number;
}

type Found<R> = R | Error | null;

/**
 * Loads cases by graph id or `no:<number>`. An id goes to the system of its region; a number is asked of every system.
 * Unknown, malformed and hidden references are null alike. Make one for each request.
 *
 * A caller who owes a purpose gets PURPOSE_REQUIRED for every reference, known or not, and no system is asked.
 */
export function createCaseLoader<Api, R extends CaseRecord>(
  options: CaseLoaderOptions<Api, R>,
): DataLoader<string, R | null, string> {
  const { prefix, caller, visibility } = options;
  return createBatchLoader<string, R>({
    name: `${prefix} cases`,
    maxBatchSize: Number.POSITIVE_INFINITY,
    load: async (refs) => {
      visibility.requirePurpose(caller);
      const [byId, byNumber] = await Promise.all([loadIds(options, refs), loadNumbers(options, refs)]);
      const shown = new Map<string, R | Error>();
      for (const [ref, found] of [...byId, ...byNumber]) {
        if (found === null) continue;
        if (found instanceof Error) shown.set(ref, found);
        else if (visibility.canSee(caller, found)) shown.set(ref, noteGiven(found, options));
      }
      return shown;
    },
  });
}

async function loadIds<Api, R extends CaseRecord>(
  options: CaseLoaderOptions<Api, R>,
  refs: readonly string[],
): Promise<Map<string, Found<R>>> {
  const bySystem = new Map<Api, Map<string, string[]>>();
  for (const ref of refs) {
    const parsed = parseCaseRef(ref, options.prefix);
    const api = parsed?.kind === 'id' ? options.systems.forRegion(parsed.region) : null;
    if (parsed?.kind !== 'id' || api === null) continue;
    const keys = bySystem.get(api) ?? new Map<string, string[]>();
    keys.set(parsed.key, [...(keys.get(parsed.key) ?? []), ref]);
    bySystem.set(api, keys);
  }
  const found = new Map<string, Found<R>>();
  await Promise.all(
    [...bySystem].map(async ([api, refsByKey]) => {
      const load = (keys: readonly string[]) => options.loadByKeys(api, keys);
      for (const [key, answer] of await inBatches([...refsByKey.keys()], options, load)) {
        for (const ref of refsByKey.get(key) ?? []) {
          // The key alone would answer for a made-up region too.
          if (answer instanceof Error || answer?.ref === ref) found.set(ref, answer);
        }
      }
    }),
  );
  return found;
}

async function loadNumbers<Api, R extends CaseRecord>(
  options: CaseLoaderOptions<Api, R>,
  refs: readonly string[],
): Promise<Map<string, Found<R>>> {
  const refsByNumber = new Map<string, string[]>();
  for (const ref of refs) {
    const parsed = parseCaseRef(ref, options.prefix);
    if (parsed?.kind !== 'number') continue;
    refsByNumber.set(parsed.number, [...(refsByNumber.get(parsed.number) ?? []), ref]);
  }
  const numbers = [...refsByNumber.keys()];
  const answers = await Promise.all(
    options.systems.all().map((api) => {
      const load = (batch: readonly string[]) => options.loadByNumbers(api, batch);
      return inBatches(numbers, options, load);
    }),
  );
  const found = new Map<string, Found<R>>();
  for (const [number, itsRefs] of refsByNumber) {
    const answer = bestOf(
      answers.map((answer) => answer.get(number) ?? null),
      options,
    );
    for (const ref of itsRefs) found.set(ref, answer);
  }
  return found;
}

/** A case the caller may see, or else a failure, since a system that failed might have had one, or else nothing. */
function bestOf<R extends CaseRecord>(
  answers: readonly Found<R>[],
  { caller, visibility }: { caller: Caller; visibility: Visibility },
): Found<R> {
  const records = answers.filter((answer): answer is R => answer !== null && !(answer instanceof Error));
  const visible = records.find((record) => visibility.canSee(caller, record));
  return visible ?? answers.find((answer) => answer instanceof Error) ?? null;
}

/**
 * Calls `load` for as few batches as the limit allows, all at once; a batch that fails fails its own keys alone. What was
 * read is noted, whoever may see it.
 */
async function inBatches<R extends CaseRecord>(
  keys: readonly string[],
  { maxBatchSize: size, access }: { readonly maxBatchSize: number; readonly access: AccessNotes },
  load: (keys: readonly string[]) => Promise<ReadonlyMap<string, R | Error>>,
): Promise<Map<string, Found<R>>> {
  const batches = Array.from({ length: Math.ceil(keys.length / size) }, (_, index) =>
    keys.slice(index * size, (index + 1) * size),
  );
  const answers = await Promise.all(
    batches.map(async (batch) => {
      try {
        const values = await load(batch);
        for (const value of values.values()) if (!(value instanceof Error)) access.case(value, 'HIDDEN');
        return batch.map((key): [string, Found<R>] => [key, values.get(key) ?? null]);
      } catch (error) {
        const failure = error instanceof Error ? error : new Error('Loading failed', { cause: error });
        return batch.map((key): [string, Found<R>] => [key, failure]);
      }
    }),
  );
  return new Map(answers.flat());
}
