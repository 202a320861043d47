import { instantOf } from '@tongban/kit';
import { type CaseAnswer, type CaseView, caseViewOf } from './caseView.ts';
import type { ThreadEntry } from './store/pointerSlice.ts';

/** A member of a thread that is not hidden from the caller. */
export interface ThreadMember {
  /** Case id. */
  readonly ref: string;
  readonly view: Exclude<CaseView, 'HIDDEN'>;
  readonly answer: CaseAnswer;
}

/** A thread as one caller sees it. */
export interface ThreadView {
  readonly ref: string;
  readonly title: string;
  /** In the order of joining; hidden ones are gone without a gap. At least one is visible. */
  readonly members: readonly ThreadMember[];
}

/** The stage of a thread is the first of these that a visible case stands at: what moves comes before what is done. */
const STAGES = [
  'WAITING_ON_PARTY',
  'IN_PROGRESS',
  'OPEN',
  'PAUSED',
  'DECIDED',
  'CLOSED',
  'TERMINATED',
  'REFUSED',
  'WITHDRAWN',
];

/**
 * Puts the stored thread and the agencies' answers, which come in the stored order, together. Null where the caller sees
 * none of its cases: then it might as well not exist.
 */
export function threadViewOf(
  thread: ThreadEntry,
  answers: readonly (CaseAnswer | null | undefined)[],
): ThreadView | null {
  const members = thread.members.flatMap((ref, index): ThreadMember[] => {
    const answer = answers[index];
    const view = caseViewOf(ref, answer);
    return view === 'HIDDEN' || !answer ? [] : [{ ref, view, answer }];
  });
  if (!members.some(({ view }) => view === 'VISIBLE')) return null;
  return { ref: thread.threadNo, title: thread.title, members };
}

/** Null where no agency said at which stage its case is. */
export function stageOfThread({ members }: ThreadView): string | null {
  const stages = new Set(members.map(({ answer }) => answer.stage));
  return STAGES.find((stage) => stages.has(stage)) ?? null;
}

/** When the first visible case began; null where no agency said. */
export function openedAtOfThread({ members }: ThreadView): string | null {
  const instants = members.flatMap(({ answer }) => answer.openedAt ?? []);
  return instants.toSorted((a, b) => instantOf(a) - instantOf(b))[0] ?? null;
}
