import type { CaseAnswer } from './caseView.ts';
import type { OneNetworkContext } from './context.ts';
import { decoyCases, regionOf } from './decoyCases.ts';
import type { CaseStub } from './serviceRegistry.ts';
import { linksForRole, visibleLinks } from './shownLinks.ts';
import type { LinkRecord } from './store/findLinks.ts';

/** A case as the gateway hands it back, with what its agency and those at the other ends of its links answered. */
interface AnsweredCase extends CaseStub, CaseAnswer {
  readonly linkPointers?: readonly ({ readonly case?: CaseAnswer | null } | null)[] | null;
}

export const caseQueries = {
  case: (_root: unknown, { id }: { id: string }, { registry }: OneNetworkContext) => registry.stubOfId(id),
  caseByNumber: (_root: unknown, { number }: { number: string }, { registry }: OneNetworkContext) =>
    registry.stubOfNumber(number),
};

/**
 * Fields that one-network adds to every agency's case. Each works from `visibleRef`, never from the key: a case that the
 * caller may not see has none, so that its thread and links stay hidden with it.
 */
export const caseResolvers = {
  __resolveReference: (reference: AnsweredCase) => reference,

  thread: async ({ visibleRef }: AnsweredCase, _args: unknown, { threadNosOfCases }: OneNetworkContext) => {
    const threadNo = visibleRef ? await threadNosOfCases.load(visibleRef) : null;
    return threadNo === null ? null : { ref: threadNo };
  },

  linkPointers: async (answered: AnsweredCase, _args: unknown, context: OneNetworkContext) => {
    if (!answered.visibleRef) return [];
    const { registry } = context;
    const links = await linksOf(answered, context);
    const ends = links.map(({ other }) => registry.stubOfId(other));
    return [...ends, ...decoyCases(regionOf(answered.visibleRef), registry)].map((end) => ({ case: end }));
  },

  links: async (answered: AnsweredCase, _args: unknown, context: OneNetworkContext) => {
    if (!answered.visibleRef) return null;
    const links = await linksOf(answered, context);
    const answers = (answered.linkPointers ?? []).map((pointer) => pointer?.case);
    return visibleLinks(links, answers);
  },
};

export const linkResolvers = {
  CaseLink: {
    case: ({ other }: LinkRecord, _args: unknown, { registry }: OneNetworkContext) =>
      registry.stubOfId(other),
  },
  LinkEvidence: {
    assertedBy: ({ assertedBy }: LinkRecord['evidence']) => ({ id: assertedBy }),
  },
  Mandate: {
    grantedBy: ({ grantedBy }: LinkRecord['mandate']) => grantedBy.map((id) => ({ id })),
  },
};

async function linksOf(
  { visibleRef }: AnsweredCase,
  { caller, links }: OneNetworkContext,
): Promise<LinkRecord[]> {
  const found = visibleRef ? await links.load(visibleRef) : null;
  return linksForRole(caller, found ?? []);
}
