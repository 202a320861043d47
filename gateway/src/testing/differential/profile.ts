/** What a random graph may have in it. */
export interface Profile {
  /** Fields that fail now and then. */
  readonly hasErrors: boolean;
  /** `@requires` and `@provides`. */
  readonly hasRequirements: boolean;
  /** Entities that some subgraph does not know. */
  readonly hasHiddenEntities: boolean;
  /** Whole fetches go wrong now and then. */
  readonly hasFaults: boolean;
}

const plain: Profile = {
  hasErrors: false,
  hasRequirements: true,
  hasHiddenEntities: false,
  hasFaults: false,
};

export const profiles = {
  plain,
  /** Fields fail, and what may not be null takes along what is around it. */
  failing: { ...plain, hasErrors: true, hasRequirements: false },
  /** Fields fail that others require. */
  failingRequirements: { ...plain, hasErrors: true },
  /** Nothing requires what may be lost: it would be computed differently. */
  losing: { ...plain, hasFaults: true, hasRequirements: false },
  hiding: { ...plain, hasHiddenEntities: true },
} satisfies Record<string, Profile>;

export type ProfileName = keyof typeof profiles;
