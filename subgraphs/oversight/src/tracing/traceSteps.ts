import { instantOf } from '@tongban/kit';
import type { GatheredCase } from './gatheredCases.ts';

type HistoryFact = GatheredCase['facts']['history'][number];
type DocumentFact = GatheredCase['facts']['documents'][number];

/** A step of one case. */
export interface TraceStep extends Omit<HistoryFact, 'service'> {
  readonly caseId: string;
  readonly service: string;
  /** Place in the case's own history, from 0. */
  readonly sequence: number;
}

/** A document of one case. */
export interface TracedDocument extends DocumentFact {
  readonly caseId: string;
  /** Place among the case's own documents, from 0. */
  readonly sequence: number;
}

/** Every step, oldest first; steps of the same instant by case, then as the case has them. */
export function stepsOf(cases: readonly GatheredCase[]): TraceStep[] {
  return cases
    .flatMap(({ facts }) =>
      facts.history.map((step, sequence) => ({
        ...step,
        service: step.service ?? facts.service,
        caseId: facts.id,
        sequence,
      })),
    )
    .toSorted((a, b) => byTime(a.at, b.at) || byPlace(a, b));
}

/** Every document, oldest first. */
export function documentsOf(cases: readonly GatheredCase[]): TracedDocument[] {
  return cases
    .flatMap(({ facts }) =>
      facts.documents.map((document, sequence) => ({ ...document, caseId: facts.id, sequence })),
    )
    .toSorted((a, b) => byTime(a.issuedAt, b.issuedAt) || byPlace(a, b));
}

/** Names a step or document among those of its trace; holds nothing personal. */
export function placeOf({ caseId, sequence }: { caseId: string; sequence: number }): string {
  return `${caseId}/${sequence}`;
}

function byTime(a: string, b: string): number {
  return instantOf(a) - instantOf(b);
}

function byPlace(a: { caseId: string; sequence: number }, b: { caseId: string; sequence: number }): number {
  return a.caseId === b.caseId ? a.sequence - b.sequence : a.caseId < b.caseId ? -1 : 1;
}
