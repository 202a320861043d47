import { createCompiledExecutor } from './compiledExecutor.ts';
import type { CreateExecutor } from './executor.ts';
import type { ExecutorName } from './executorName.ts';
import { createReferenceExecutor } from './referenceExecutor.ts';

/** The ways to execute operations, by name. */
export const executors: Readonly<Record<ExecutorName, CreateExecutor>> = {
  compiled: createCompiledExecutor,
  reference: createReferenceExecutor,
};
