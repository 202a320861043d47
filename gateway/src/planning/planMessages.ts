/** What a host of plans is started with. */
export interface PlanHostData {
  readonly supergraphSdl: string;
  /** Most ways that Apollo's planner may hold open for one field. */
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
