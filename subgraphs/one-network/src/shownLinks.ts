import type { Caller } from '@tongban/kit';
import { type CaseAnswer, isVisible } from './caseView.ts';
import type { LinkRecord } from './store/findLinks.ts';

const GUESSED = new Set(['SAME_PERSON_SAME_MATTER', 'MANUAL']);

/**
 * The links that a caller of this kind may be shown at all: what rests on a comparison or on a clerk's judgement is for
 * staff and auditors until a human has confirmed it.
 */
export function linksForRole({ role }: Caller, links: readonly LinkRecord[]): LinkRecord[] {
  const sees = role === 'STAFF' || role === 'AUDITOR';
  return links.filter(({ evidence }) => sees || !GUESSED.has(evidence.kind) || evidence.confirmedAt !== null);
}

/**
 * The links whose other end the caller sees; `answers` come in the order of `links`. An end that cannot be asked about now
 * is left out too: a link's kind and document number would tell of a case that may be hidden.
 */
export function visibleLinks(
  links: readonly LinkRecord[],
  answers: readonly (CaseAnswer | null | undefined)[],
): LinkRecord[] {
  return links.filter(({ other }, index) => isVisible(other, answers[index]));
}
