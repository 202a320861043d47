import type { QueryPlanner } from '@graphql-hive/router-query-planner';
import type { PlanHostData, PlanReply, PlanRequest } from '../planMessages.ts';

// The process in which the Rust planner runs: one supergraph for its whole life, one plan at a time.
let planner: QueryPlanner | null = null;

process.on('message', (message: PlanHostData | PlanRequest) => {
  if ('supergraphSdl' in message) void start(message).then(send);
  else send(replyTo(message));
});
// Without its parent it is of no use.
process.on('disconnect', () => process.exit());

async function start({ supergraphSdl }: PlanHostData): Promise<PlanReply> {
  try {
    // The addon is not there on every platform; that is an answer, not a crash.
    const { QueryPlanner: Native } = await import('@graphql-hive/router-query-planner');
    planner = new Native(supergraphSdl);
    return { kind: 'ready', apiSdl: '' };
  } catch (error) {
    return { kind: 'failure', message: (error as Error).message };
  }
}

function replyTo({ source, operationName, overrideLabels }: PlanRequest): PlanReply {
  if (planner === null) return { kind: 'failure', message: 'not ready' };
  try {
    const percentage = percentageOf(overrideLabels, planner.overridePercentages);
    const plan = planner.plan(source, operationName, new Set(overrideLabels), percentage);
    return {
      kind: 'plan',
      json: JSON.stringify(plan, (key, value) => (key === 'customScalarPaths' ? undefined : value)),
    };
  } catch (error) {
    return { kind: 'failure', message: (error as Error).message };
  }
}

/** The addon compares one number with all percentages; the labels that hold say between which two it lies. */
function percentageOf(labels: readonly string[], percentages: readonly number[]): number {
  const holding = percentages.filter((percentage) => labels.includes(`percent(${percentage})`));
  return holding.length === 0 ? 100 : Math.max(0, Math.min(...holding) - 1e-9);
}

function send(reply: PlanReply): void {
  process.send?.(reply);
}
