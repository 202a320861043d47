import type { CaseAnswer } from './caseView.ts';
import type { OneNetworkContext } from './context.ts';
import { decoyCases, regionOf } from './decoyCases.ts';
import { keysetPage } from './keysetPage.ts';
import type { PageArguments } from './personResolvers.ts';
import { openedAtOfThread, stageOfThread, type ThreadView, threadViewOf } from './threadView.ts';
import { compareSteps, stepKey, type TimelineStep, timelineOf } from './timeline.ts';

/** A thread by number, before or after the agencies were asked about its members. */
interface ThreadReference {
  readonly ref: string;
}

const TIMELINE_PAGE_SIZE = 50;

export const threadQueries = {
  /**
   * Answers any number of the right form: whether there is such a thread, and whether the caller sees any of it, comes out
   * in the same way and at the same step.
   */
  thread: (_root: unknown, { threadNo }: { threadNo: string }): ThreadReference | null =>
    /^CT-\d{4}-\d{8}$/.test(threadNo) ? { ref: threadNo } : null,
};

export const threadResolvers = {
  /** With `members`, the agencies have answered: what comes out is a view, or null where the caller sees nothing. */
  __resolveReference: async (
    reference: ThreadReference & { readonly members?: readonly (CaseAnswer | null)[] | null },
    { threads }: OneNetworkContext,
  ): Promise<ThreadReference | ThreadView | null> => {
    if (reference.members === undefined) return reference;
    const thread = await threads.load(reference.ref);
    return thread === null ? null : threadViewOf(thread, reference.members ?? []);
  },
  members: async ({ ref }: ThreadReference, _args: unknown, { threads, registry }: OneNetworkContext) => {
    const members = (await threads.load(ref))?.members ?? [];
    const stubs = members.map((caseId) => registry.stubOfId(caseId));
    return [...stubs, ...decoyCases(regionOf(members[0]), registry)];
  },
  threadNo: ({ ref }: ThreadView) => ref,
  openedAt: openedAtOfThread,
  stage: stageOfThread,
  cases: ({ members }: ThreadView, _args: unknown, { registry }: OneNetworkContext) =>
    members.map(({ ref }) => registry.stubOfId(ref)),
  timeline: (view: ThreadView, { first, after }: PageArguments) =>
    keysetPage(timelineOf(view), {
      first: first ?? TIMELINE_PAGE_SIZE,
      after: after ?? null,
      keyOf: stepKey,
      compare: compareSteps,
    }),
};

export const timelineEventResolvers = {
  case: ({ caseRef }: TimelineStep, _args: unknown, { registry }: OneNetworkContext) =>
    registry.stubOfId(caseRef),
};
