/** The ways to execute operations that the variable EXECUTOR can name. */
export const executorNames = ['reference'] as const;

export type ExecutorName = (typeof executorNames)[number];
