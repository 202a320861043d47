/** What a planning thread is started with. */
export interface PlanWorkerData {
  readonly supergraphSdl: string;
  /** Most ways that the planner may hold open for one field. */
  readonly pathsLimit: number;
}

export interface PlanRequest {
  readonly source: string;
  readonly operationName: string | null;
  /** Labels of progressive `@override` that hold for this plan; all others do not. */
  readonly overrideLabels: readonly string[];
}

/** `ready` once, then one reply to each request. */
export type PlanReply =
  | { readonly kind: 'ready'; readonly apiSdl: string }
  | { readonly kind: 'plan'; readonly json: string }
  | { readonly kind: 'failure'; readonly message: string };
