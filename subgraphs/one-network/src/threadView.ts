import { instantOf } from '@tongban/kit';
import { type CaseAnswer, isVisible } from './caseView.ts';
import type { ThreadEntry } from './store/pointerSlice.ts';

/** A member of a thread that the caller sees. */
export interface ThreadMember {
  /** Case id. */
  readonly ref: string;
  readonly answer: CaseAnswer;
}

/** A thread as one caller sees it. */
export interface ThreadView {
  readonly ref: string;
  readonly title: string;
  /** In the order of joining, at least one; those that are hidden, or cannot be asked about now, are gone without a gap. */
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
 * Puts the stored thread and the agencies' answers, which come in the stored order, together. A case whose agency does not
 * answer may be one that the caller must not know of, so it is left out; that the answer is not whole, and which agency is
 * missing, the gateway says of every thread alike. Null where the caller sees none of its cases: then it might as well not
 * exist.
 */
export function threadViewOf(
  thread: ThreadEntry,
  answers: readonly (CaseAnswer | null | undefined)[],
): ThreadView | null {
  const members = thread.members.flatMap((ref, index): ThreadMember[] => {
    const answer = answers[index];
    return isVisible(ref, answer) ? [{ ref, answer }] : [];
  });
  return members.length === 0 ? null : { ref: thread.threadNo, title: thread.title, members };
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
