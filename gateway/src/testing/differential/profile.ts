/** What a random graph may have in it. */
export interface Profile {
  /** Fields that fail now and then. */
  readonly hasErrors: boolean;
  /** `@requires` and `@provides`. */
  readonly hasRequirements: boolean;
  /** Entities that some subgraph does not know. */
  readonly hasHiddenEntities: boolean;
}

export const plainProfile: Profile = { hasErrors: false, hasRequirements: true, hasHiddenEntities: false };
