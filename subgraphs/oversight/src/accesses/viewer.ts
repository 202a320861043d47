/** For whom looks at a person are listed. Everybody else is shown none. */
export type Viewer = PersonViewer | AuditorViewer;

/** The person whose data it is. */
export interface PersonViewer {
  readonly kind: 'person';
  /** Ids of the cases of the person that he or she may see now, over the agencies that answered. */
  readonly shownCases: ReadonlySet<string>;
  /** The account that asks, as records have it. */
  readonly account: string;
}

/** An auditor whose assignment in force covers the person. */
export interface AuditorViewer {
  readonly kind: 'auditor';
}
