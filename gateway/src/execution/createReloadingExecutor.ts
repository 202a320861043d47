import type { GraphQLSchema } from 'graphql';
import { requestError } from '../errors/requestError.ts';
import type { GatewayExecutor, GatewayRequest, SchemaCallback } from './apolloGatewayTypes.ts';
import type { Executor, ExecutorOptions } from './executor.ts';
import type { BuildGeneration, Generation } from './generation.ts';
import { createReloadGate } from './reloadGate.ts';

/** Milliseconds an old generation is kept for operations that were validated against it and are about to execute. */
const RETIRE_AFTER_MS = 5_000;
/** Operations that a new generation is warmed up with. */
const WARM_OPERATIONS = 200;

/**
 * An executor that swaps generations as its source brings new supergraphs: the new one is built beside the old one, one
 * reference is swapped, and operations under way finish where they began.
 */
export function createReloadingExecutor(
  {
    source,
    supergraphKey,
    logger,
    metrics,
  }: Pick<ExecutorOptions, 'source' | 'supergraphKey' | 'logger' | 'metrics'>,
  build: BuildGeneration,
): Executor {
  const callbacks = new Set<SchemaCallback>();
  const bySchema = new WeakMap<GraphQLSchema, CountedGeneration>();
  const alive = new Set<CountedGeneration>();
  let current: CountedGeneration | null = null;

  const gate = createReloadGate(supergraphKey);

  const accept = async (sdl: string) => {
    const served = gate.verify(sdl);
    const built = await build(sdl, current?.recent(WARM_OPERATIONS) ?? []);
    try {
      if (current !== null) gate.compare(current, built);
    } catch (error) {
      await built.close();
      throw error;
    }
    served();
    const next = countUses(built);
    bySchema.set(next.apiSchema, next);
    alive.add(next);
    const previous = current;
    current = next;
    for (const callback of callbacks) {
      callback({ apiSchema: next.apiSchema, coreSupergraphSdl: next.supergraphSdl });
    }
    metrics.supergraphLoaded('accepted');
    if (previous !== null) {
      previous.rest();
      setTimeout(() => {
        retire(previous).catch((error: unknown) =>
          logger.error({ err: error }, 'an old supergraph was not let go'),
        );
      }, RETIRE_AFTER_MS).unref();
    }
  };

  /** One supergraph after the other, in the order in which they came. */
  let last: Promise<void> = Promise.resolve();
  const update = (sdl: string): Promise<void> => {
    const accepted = last
      .then(() => accept(sdl))
      .then(
        () => logger.info('a new supergraph is served'),
        (error: unknown) => {
          metrics.supergraphLoaded('rejected');
          logger.error(
            { reason: (error as Error).message },
            'new supergraph refused; the last good one stays',
          );
          throw error;
        },
      );
    last = accepted.catch(() => undefined);
    return accepted;
  };

  const retire = async (generation: CountedGeneration) => {
    // Stopping and the timer may both come for it.
    if (!alive.delete(generation)) return;
    await generation.idle();
    await generation.close();
  };

  const execute: GatewayExecutor = async (request) => {
    const generation = bySchema.get(request.schema) ?? current;
    if (generation === null) throw new Error('no supergraph is loaded');
    // Apollo Server calls with an operation that it could not find, and takes the refusal from here.
    if ((request.operation as typeof request.operation | undefined) === undefined) {
      return { errors: [requestError('OPERATION_RESOLUTION_FAILURE')] };
    }
    return generation.execute(request as GatewayRequest);
  };

  return {
    isReady: () => current !== null,
    update,
    onSchemaLoadOrUpdate(callback) {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    async load() {
      await accept(source.initial);
      // What is wrong with a supergraph has been logged.
      source.watch((sdl) => update(sdl).catch(() => undefined));
      return { executor: execute };
    },
    async stop() {
      source.close();
      await Promise.all([...alive].map(retire));
    },
  };
}

type CountedGeneration = Generation & { idle(): Promise<void> };

/** Adds a way to wait until nothing is executed on a generation. */
function countUses(generation: Generation): CountedGeneration {
  let uses = 0;
  let waiting: (() => void)[] = [];
  return {
    ...generation,
    async execute(request) {
      uses += 1;
      try {
        return await generation.execute(request);
      } finally {
        uses -= 1;
        if (uses === 0) {
          for (const resolve of waiting) resolve();
          waiting = [];
        }
      }
    },
    idle: () => (uses === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
