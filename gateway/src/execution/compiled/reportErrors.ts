import { GraphQLError } from 'graphql';
import { SubgraphError } from '../../errors/subgraphError.ts';
import { faultMessage } from '../../transport/subgraphFault.ts';
import { pathOf, placeOf, type ShapeError } from '../shaping/shapeState.ts';
import type { DataPath, Failure } from './failure.ts';
import type { Producers } from './producers.ts';
import type { Run } from './run.ts';

export interface ReportedAnswer {
  readonly run: Run;
  readonly producers: Producers;
  /** Says why the caller is not shown what stands at a path. */
  readonly deniedError: (path: DataPath) => GraphQLError;
  /** What the writer of the answer met with. */
  readonly shapeErrors: readonly ShapeError[];
  /** The answer's data, read only when an error has to find its place in it. */
  readonly data: () => unknown;
  /** The client's path to a place of the answer so far; it ends where the client's selections do. */
  readonly toClientPath: (place: DataPath) => DataPath;
}

/**
 * All errors of an answer: those that its writer met and, `withUnmet`, those that stand at positions which are not shown.
 */
export function reportErrors(answer: ReportedAnswer, { withUnmet }: { withUnmet: boolean }): GraphQLError[] {
  const errors = new Map<string, GraphQLError>();
  const add = (error: GraphQLError) => {
    // Several fetches from one dead subgraph for one entity are one error to the reader.
    const key = JSON.stringify([error.message, error.path ?? null, error.extensions.code]);
    if (!errors.has(key)) errors.set(key, error);
  };
  let drifted: Map<string, number> | null = null;
  for (const error of answer.shapeErrors) {
    if (error.failure !== null) {
      if (!error.isLoss || !isReported(error, answer.shapeErrors))
        add(toError(error.failure, fullPath(error, answer)));
      continue;
    }
    if (error.drift === 'denied') {
      add(answer.deniedError(pathOf(error)));
      continue;
    }
    const subgraph = answer.producers(placeOf(error).filter((step) => typeof step === 'string'));
    if (subgraph !== null && error.drift !== 'type' && answer.run.excused.has(subgraph)) continue;
    add(driftError(answer.run, subgraph, pathOf(error)));
    drifted ??= new Map();
    if (subgraph !== null) drifted.set(subgraph, (drifted.get(subgraph) ?? 0) + 1);
  }
  for (const [subgraph, positions] of drifted ?? []) {
    const { logger, requestId } = answer.run.context;
    logger.error({ requestId, subgraph, positions }, 'subgraph answer does not fit the supergraph');
  }
  for (const failure of withUnmet ? answer.run.failures : []) {
    if (failure.wasMet) continue;
    const [place] = failure.places();
    const path = place === undefined ? [] : visiblePart(answer.toClientPath(place), answer.data());
    add(toError(failure, path));
  }
  return [...errors.values()];
}

/** The path to what failed, which may be inside of what is null. */
function fullPath(error: ShapeError, { toClientPath }: ReportedAnswer): DataPath {
  const path = pathOf(error);
  const rest = error.isLoss ? [] : (error.failure?.rest ?? []);
  if (rest.length === 0) return path;
  const place = placeOf(error);
  return [...path, ...toClientPath([...place, ...rest]).slice(place.length)];
}

/** Whether the field that took this one down is shown itself, in the same object. */
function isReported(loss: ShapeError, errors: readonly ShapeError[]): boolean {
  if (loss.failure?.isOfObject) return false;
  const parent = JSON.stringify(pathOf(loss).slice(0, -1));
  return errors.some(
    (error) =>
      error.failure === loss.failure &&
      !error.isLoss &&
      JSON.stringify(pathOf(error).slice(0, -1)) === parent,
  );
}

function toError({ subgraph, error }: Failure, path: DataPath): SubgraphError {
  return new SubgraphError({ subgraph, ...error, path: path.length === 0 ? null : path });
}

function driftError(run: Run, subgraph: string | null, path: DataPath): GraphQLError {
  if (subgraph === null) {
    // Nobody was to bring it: the plan is wrong, which is our fault and not an agency's.
    return new GraphQLError('no fetch brings this field', { path });
  }
  run.context.record.missed(subgraph, 'AGENCY_SCHEMA_DRIFT');
  return new SubgraphError({
    subgraph,
    code: 'AGENCY_SCHEMA_DRIFT',
    message: faultMessage(subgraph, 'AGENCY_SCHEMA_DRIFT'),
    path: path.length === 0 ? null : path,
    retryAfterSeconds: null,
  });
}

/** A path as far as the answer really goes. */
function visiblePart(path: DataPath, data: unknown): DataPath {
  const visible: (string | number)[] = [];
  let position = data;
  for (const step of path) {
    if (typeof position !== 'object' || position === null || !Object.hasOwn(position, step)) break;
    visible.push(step);
    position = (position as Record<string | number, unknown>)[step];
  }
  return visible;
}
