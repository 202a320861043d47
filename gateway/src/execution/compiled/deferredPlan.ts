import type { DeferNode, PlanNode } from '../../planning/queryPlan.ts';
import type { Run } from './run.ts';
import type { NodeEnvironment, Step } from './step.ts';

/** A plan of which parts come later. */
export interface DeferredPlan {
  readonly primary: Step;
  readonly blocks: readonly DeferredBlockPlan[];
}

export interface DeferredBlockPlan {
  /** Ids of the fetches that it builds on. */
  readonly depends: readonly string[];
  /** Labels of the canonical operation whose fragments are complete when the block is. */
  readonly label: string | null;
  readonly plan: DeferredPlan;
}

/** Takes a deferred plan apart; a plan that is not deferred is one without blocks. */
export function compileDeferred(
  node: PlanNode | null,
  environment: NodeEnvironment,
  compileNode: (node: PlanNode, environment: NodeEnvironment) => Step,
): DeferredPlan {
  if (node === null) return { primary: async () => undefined, blocks: [] };
  if (node.kind !== 'Defer') return { primary: compileNode(node, environment), blocks: [] };
  const { primary, deferred }: DeferNode = node;
  return {
    primary: primary === null ? async () => undefined : compileNode(primary, environment),
    blocks: deferred.map(({ depends, label, node: child }) => ({
      depends,
      label,
      plan: compileDeferred(child, environment, compileNode),
    })),
  };
}

/**
 * Runs a deferred plan. Resolves when the first part is there; `onBlock` is called for each block when what its label
 * stands for is complete, and the promise that comes back resolves after the last.
 */
export async function runDeferred(
  plan: DeferredPlan,
  run: Run,
  onBlock: (label: string | null) => void,
): Promise<{ readonly rest: Promise<void> }> {
  const blocks: Promise<void>[] = [];
  const startBlocks = ({ primary, blocks: nested }: DeferredPlan): Promise<void> => {
    const first = primary(run);
    for (const block of nested) {
      // A block may begin as soon as the fetches it builds on are done, and in any case after the part around it.
      const ready = Promise.race([first, run.fetched.all(block.depends)]);
      blocks.push(ready.then(() => startBlocks(block.plan)).then(() => onBlock(block.label)));
    }
    return first;
  };
  await startBlocks(plan);
  return { rest: settleAll(blocks) };
}

/** Waits also for promises that are added while it waits. */
async function settleAll(promises: readonly Promise<void>[]): Promise<void> {
  for (let index = 0; index < promises.length; index += 1) await promises[index];
}
