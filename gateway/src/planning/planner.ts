import type { QueryPlan } from './queryPlan.ts';

/** Makes query plans for one supergraph. It keeps none: who asks twice gets a plan made twice. */
export interface Planner {
  /**
   * The plan of one operation of a valid document.
   * @throws {GraphQLError} QUERY_TOO_COMPLEX when a limit of the planner, or its time, is reached.
   */
  plan(operation: PlannedOperation): Promise<QueryPlan>;
  /** Gives up what planning takes while nobody asks for plans: another supergraph has taken the place of this one. */
  rest(): void;
  /** Plans being made are abandoned. */
  close(): Promise<void>;
}

export interface PlannedOperation {
  readonly source: string;
  /** Names the operation in logs. */
  readonly queryHash: string;
  /** Null when the document has one operation only. */
  readonly operationName: string | null;
  /** Labels of progressive `@override` that hold for this plan, sorted; all others do not. */
  readonly overrideLabels: readonly string[];
  /** Whether `@defer` occurs in `source`. */
  readonly defers: boolean;
}
