import type { CreateExecutor } from './executor.ts';
import { createReferenceExecutor } from './referenceExecutor.ts';

/** The ways to execute operations, by the name that the variable EXECUTOR knows. */
export const executors = { reference: createReferenceExecutor } as const satisfies Record<
  string,
  CreateExecutor
>;

export type ExecutorName = keyof typeof executors;
