/** The ways to execute operations that the variable EXECUTOR can name. */
export const executorNames = ['compiled', 'reference'] as const;

export type ExecutorName = (typeof executorNames)[number];
