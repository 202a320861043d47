import type { ExecutorName } from '../../execution/executorName.ts';
import type { PlannerName } from '../../planning/plannerName.ts';
import { type ComposedGroup, composeGroup, type StartedGroup } from './composeGroup.ts';
import type { FederationGroup } from './federationGroup.ts';

/** A way to execute. */
export interface Way {
  readonly executor: ExecutorName;
  readonly planner: PlannerName;
  /** What the table of known failures calls it. */
  readonly name: string;
}

export interface RunningGroup {
  readonly composed: ComposedGroup;
  /** @throws what the executor said when it refused the supergraph. */
  graphOf(way: Way): StartedGroup;
}

/** Groups on all ways to execute; while one runs the next is started, since a planner's process takes its time. */
export interface GroupStarter {
  start(index: number): Promise<RunningGroup>;
  stop(index: number): Promise<void>;
  stopAll(): Promise<void>;
}

export function createGroupStarter(groups: readonly FederationGroup[], ways: readonly Way[]): GroupStarter {
  const started = new Map<number, Promise<Started>>();
  const startOnce = (index: number) => {
    const group = groups[index];
    if (group === undefined) throw new Error(`no group ${index}`);
    const known = started.get(index) ?? startOnAll(group, ways);
    started.set(index, known);
    return known;
  };
  const stop = async (index: number) => {
    const running = await started.get(index);
    started.delete(index);
    await Promise.all([...(running?.graphs.values() ?? [])].map((graph) => graph.stop()));
  };
  return {
    async start(index) {
      const { composed, graphs, refusals } = await startOnce(index);
      // What is wrong with the next group is said when its turn comes.
      if (index + 1 < groups.length) startOnce(index + 1).catch(() => undefined);
      return {
        composed,
        graphOf(way) {
          const graph = graphs.get(way.name);
          if (graph === undefined) throw refusals.get(way.name);
          return graph;
        },
      };
    },
    stop,
    async stopAll() {
      await Promise.allSettled([...started.keys()].map(stop));
    },
  };
}

interface Started {
  readonly composed: ComposedGroup;
  readonly graphs: ReadonlyMap<string, StartedGroup>;
  readonly refusals: ReadonlyMap<string, unknown>;
}

async function startOnAll(group: FederationGroup, ways: readonly Way[]): Promise<Started> {
  const composed = composeGroup(group);
  const graphs = new Map<string, StartedGroup>();
  const refusals = new Map<string, unknown>();
  await Promise.all(
    ways.map(async ({ executor, planner, name }) => {
      try {
        graphs.set(name, await composed.start(executor, planner));
      } catch (error) {
        refusals.set(name, error);
      }
    }),
  );
  return { composed, graphs, refusals };
}
