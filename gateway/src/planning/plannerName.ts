/** The planners that the variable PLANNER can name; `auto` takes the better one that can serve the supergraph. */
export const plannerNames = ['auto', 'apollo', 'hive'] as const;
export type PlannerName = (typeof plannerNames)[number];
