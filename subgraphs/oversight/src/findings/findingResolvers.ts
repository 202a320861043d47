import { graphqlError, requirePurpose } from '@tongban/kit';
import type { OversightContext } from '../context.ts';
import { addDecision, type FindingVerdict, findDecisions } from '../store/decisions.ts';
import type { ShownFinding } from './findInTrace.ts';

interface DecideFindingInput {
  readonly finding: string;
  readonly decisionToken: string;
  readonly decision: FindingVerdict;
  readonly reason: string;
}

const MOST_CHARACTERS = 2_000;
const FINDING_ID = /^F-[\w-]{43}$/;
/** As in numbers of identity cards, telephones and bank cards; numbers of cases and documents are shorter or have letters in them. */
const NUMBER_OF_A_PERSON = /(?<![\w-])\d[\d ]{8,}[\dXx](?![\w-])/;

export const findingResolvers = {
  decision: ({ decisions }: ShownFinding) => decisions[0] ?? null,
};

export const findingMutations = {
  /**
   * Keeps a decision beside earlier ones. Whoever decides must have been shown the finding: the token says so.
   *
   * @throws GraphQLError UNAUTHORIZED_FIELD_OR_TYPE for whoever is no auditor; PURPOSE_REQUIRED; BAD_USER_INPUT
   */
  decideFinding: async (
    _root: unknown,
    { input }: { input: DecideFindingInput },
    { caller, findingKeys, store, now }: OversightContext,
  ) => {
    if (caller.role !== 'AUDITOR')
      throw graphqlError('UNAUTHORIZED_FIELD_OR_TYPE', 'Only an auditor decides about findings.');
    requirePurpose(caller, 'case');
    const { finding, decisionToken, decision } = input;
    const shownTo = { account: caller.subject, basis: caller.accessCase ?? '' };
    if (!FINDING_ID.test(finding) || !findingKeys.isToken(decisionToken, finding, shownTo))
      throw graphqlError(
        'BAD_USER_INPUT',
        '`decisionToken` is not the one of this finding for your account and assignment; take both from a trace of yours.',
      );
    const reason = checkReason(input.reason);
    await addDecision(store, {
      finding,
      at: now(),
      by: caller.subject,
      basis: shownTo.basis,
      decision,
      reason,
    });
    return { finding, decisions: (await findDecisions(store, [finding])).get(finding) ?? [] };
  },
};

function checkReason(text: string): string {
  const reason = text.normalize('NFKC').trim();
  if (reason === '' || reason.length > MOST_CHARACTERS)
    throw graphqlError('BAD_USER_INPUT', `\`reason\` must have 1 to ${MOST_CHARACTERS} characters.`);
  if (NUMBER_OF_A_PERSON.test(reason))
    throw graphqlError(
      'BAD_USER_INPUT',
      '`reason` must not have numbers of persons in it; name cases by their id.',
    );
  return reason;
}
