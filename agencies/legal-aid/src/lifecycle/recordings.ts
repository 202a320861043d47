import type { AidStatus } from './aidStatus.ts';
import type { GuardName } from './guards.ts';

/** Something written into the record without moving its status. */
export interface Recording {
  readonly event: string;
  /** Where it may be written; null: in any status. */
  readonly in: readonly AidStatus[] | null;
  readonly guards: readonly GuardName[];
}

/** The events that leave the status as it is. Sealing and unsealing need the number of the document that orders them. */
export const recordings: readonly Recording[] = [
  { event: 'SERVE_DECISION', in: null, guards: ['decisionToServe'] },
  { event: 'REPORT_PROGRESS', in: ['ASSIGNED', 'AGREED', 'IN_PROGRESS'], guards: [] },
  {
    event: 'REVIEW_QUALITY',
    in: [
      'IN_PROGRESS',
      'CONCLUDED',
      'FILE_SUBMITTED',
      'FILE_RETURNED',
      'FILE_REVIEWED',
      'SUBSIDY_PAID',
      'ARCHIVED',
    ],
    guards: [],
  },
  { event: 'SEAL', in: null, guards: ['notSealedYet'] },
  { event: 'UNSEAL', in: null, guards: ['sealedNow'] },
];
