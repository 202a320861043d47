import { createConnection, graphqlError, requirePurpose } from '@tongban/kit';
import { createAccessReader } from '../accesses/readAccesses.ts';
import type { OversightContext } from '../context.ts';
import { findInTrace, type ShownFinding } from '../findings/findInTrace.ts';
import { services } from '../services.ts';
import { type GatheredCase, type GatheredCases, type GatheredPerson, gatherCases } from './gatheredCases.ts';
import { documentsOf, placeOf, stepsOf, type TracedDocument } from './traceSteps.ts';

/** A trace, before or after the gateway brought what the agencies tell. */
interface Trace {
  readonly id: string;
  readonly gathered?: GatheredPerson | null;
}

/** What was brought, put together. */
interface TraceResult extends GatheredCases {
  readonly personId: string;
  readonly subjectTags: readonly string[];
}

interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

const PAGE_SIZE = 50;
const PERSON_ID = /^P-[\w-]{1,64}$/;

export const traceQueries = {
  /**
   * Whoever is no auditor gets null. An auditor gets an answer for every id of the right form: whether there is such a person, and whether
   * the assignment covers him or her, comes out in the same way, as a trace without a result.
   */
  trace: (
    _root: unknown,
    { person, basis }: { person: string; basis: string },
    { caller }: OversightContext,
  ): object | null => {
    if (caller.role !== 'AUDITOR') return null;
    requirePurpose(caller, 'case');
    if (basis !== caller.accessCase)
      throw graphqlError('BAD_USER_INPUT', '`basis` must be the assignment that x-access-case names.');
    if (!PERSON_ID.test(person)) return null;
    return { id: `${basis}/${person}`, subject: { id: person }, basis };
  },
};

export const traceResolvers = {
  __resolveReference: (
    { id, subject }: { id: string; subject?: GatheredPerson | null },
    { caller }: OversightContext,
  ): Trace | null => {
    const basis = id.slice(0, id.lastIndexOf('/'));
    return caller.role === 'AUDITOR' && basis === caller.accessCase
      ? { id, gathered: subject ?? null }
      : null;
  },
  /** one-network gives tags of a person to an auditor whose assignment covers the person, else none. */
  result: ({ id, gathered }: Trace): TraceResult | null => {
    const subjectTags = gathered?.subjectTags ?? [];
    if (!gathered || subjectTags.length === 0) return null;
    return { ...gatherCases(gathered), personId: id.slice(id.lastIndexOf('/') + 1), subjectTags };
  },
};

export const traceResultResolvers = {
  person: ({ personId }: TraceResult) => ({ id: personId }),
  timeline: ({ cases }: TraceResult, args: PageArguments) => page(stepsOf(cases), args),
  documents: ({ cases }: TraceResult, args: PageArguments) => page(documentsOf(cases), args),
  findings: (
    { cases, personId, subjectTags, unanswered }: TraceResult,
    _args: unknown,
    context: OversightContext,
  ): Promise<ShownFinding[]> =>
    findInTrace(
      {
        personId,
        cases: cases.map(({ facts }) => facts),
        completeFor: unanswered.length === 0 ? subjectTags : [],
        accesses: createAccessReader(context.accessLog, subjectTags, context.signal),
      },
      context,
    ),
};

/** `type TracedCase` is the facts that the agency told. */
export const tracedCaseResolvers = {
  ...told('id', 'caseNo', 'service', 'region', 'status', 'openedAt', 'closedAt'),
  agency: ({ facts }: GatheredCase) => ({ id: facts.agency }),
  case: ({ facts }: GatheredCase) => ({
    __typename: services.find(({ service }) => service === facts.service)?.type,
    ref: facts.id,
  }),
};

export const tracedDocumentResolvers = {
  issuer: ({ issuer }: TracedDocument) => ({ id: issuer }),
};

function told(...fields: readonly (keyof GatheredCase['facts'])[]) {
  return Object.fromEntries(fields.map((field) => [field, ({ facts }: GatheredCase) => facts[field]]));
}

function page<Item extends { caseId: string; sequence: number }>(
  items: readonly Item[],
  { first, after }: PageArguments,
) {
  return createConnection(items, {
    first: first ?? PAGE_SIZE,
    after: after ?? null,
    cursorOf: placeOf,
    totalCount: items.length,
  });
}
