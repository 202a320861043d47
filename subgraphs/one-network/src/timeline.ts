import { instantOf } from '@tongban/kit';
import type { StatusEventAnswer } from './caseView.ts';
import type { SortKey } from './keysetPage.ts';
import type { ThreadView } from './threadView.ts';

/** A step of one case of a thread. */
export interface TimelineStep extends StatusEventAnswer {
  /** Id of the case. */
  readonly caseRef: string;
  /** Place in the case's own history, from 0. */
  readonly sequence: number;
}

/** Every step of the visible cases, oldest first; steps of the same instant by case, then as the case has them. */
export function timelineOf({ members }: ThreadView): TimelineStep[] {
  return members
    .flatMap(({ ref, answer }) =>
      (answer.statusHistory ?? []).map((event, sequence) => ({ ...event, caseRef: ref, sequence })),
    )
    .toSorted((a, b) => compareSteps(stepKey(a), stepKey(b)));
}

/** The instant, the case and the place in its history: all that an append-only history needs. */
export function stepKey({ at, caseRef, sequence }: TimelineStep): SortKey {
  return [instantOf(at), caseRef, sequence];
}

/** Orders keys of the same shape part by part, smaller first. */
export function compareSteps(a: SortKey, b: SortKey): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other !== undefined && part !== other) return part < other ? -1 : 1;
  }
  return 0;
}
