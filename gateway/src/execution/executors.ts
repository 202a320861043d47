import type { CreateExecutor } from './executor.ts';
import type { ExecutorName } from './executorName.ts';

/** The ways to execute operations, by name. Only the one that is asked for is loaded: Apollo's gateway takes 45 MiB. */
export const executors: Readonly<Record<ExecutorName, () => Promise<CreateExecutor>>> = {
  compiled: async () => (await import('./compiledExecutor.ts')).createCompiledExecutor,
  reference: async () => (await import('./referenceExecutor.ts')).createReferenceExecutor,
};
