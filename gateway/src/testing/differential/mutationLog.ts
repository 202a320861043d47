/** The mutations that one side has seen since the operation began: each one's answer depends on those before it. */
export interface MutationLog {
  readonly calls: string[];
}
