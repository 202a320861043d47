import { lifecycles } from '../lifecycles.ts';
import type {
  SyntheticDocument,
  SyntheticEvent,
  SyntheticExtension,
  SyntheticHandler,
  SyntheticParty,
  SyntheticPause,
} from '../syntheticCaseBase.ts';
import type { AgencyService, SyntheticCase } from '../syntheticWorld.ts';

/** The shared part of a case without what follows from the rest. */
export interface CaseBaseInput {
  readonly key: string;
  readonly region: string;
  readonly caseNo: string;
  readonly agency: string;
  readonly parties: readonly SyntheticParty[];
  readonly handlers: readonly SyntheticHandler[];
  readonly events: readonly SyntheticEvent[];
  readonly documents: readonly SyntheticDocument[];
  readonly pauses?: readonly SyntheticPause[];
  readonly extensions?: readonly SyntheticExtension[];
  readonly secrecy?: readonly string[];
  /** Numbers of this case that another body gave: the court's case number, the client's commission number. */
  readonly otherNumbers?: readonly string[];
}

/** What every case has, whatever the service. */
export type CaseBase = Pick<
  SyntheticCase,
  | 'key'
  | 'region'
  | 'caseNo'
  | 'aliases'
  | 'agency'
  | 'status'
  | 'openedAt'
  | 'closedAt'
  | 'parties'
  | 'handlers'
  | 'events'
  | 'documents'
  | 'pauses'
  | 'extensions'
  | 'secrecy'
>;

/**
 * Adds what follows from history and documents: the status, when the case opened (its own first event) and closed, and
 * the aliases (numbers on the agency's own documents, and `otherNumbers`).
 */
export function createCaseBase(service: AgencyService, input: CaseBaseInput): CaseBase {
  const { otherNumbers = [], pauses = [], extensions = [], secrecy = [], ...given } = input;
  const own = given.events.filter((event) => event.service !== 'CONSULTATION');
  const printed = given.documents.flatMap(({ number, issuer }) =>
    number !== null && issuer === given.agency ? [number] : [],
  );
  const aliases = [...new Set([...printed, ...otherNumbers])].filter((number) => number !== given.caseNo);
  const first = own[0];
  const last = own.at(-1);
  if (first === undefined || last === undefined) throw new Error(`${service} ${given.key} has no history`);
  return {
    ...given,
    aliases,
    status: last.to,
    openedAt: first.at,
    closedAt: closedAtOf(service, own),
    pauses,
    extensions,
    secrecy,
  };
}

function closedAtOf(service: AgencyService, events: readonly SyntheticEvent[]): string | null {
  const { closing } = lifecycles[service];
  let closedAt: string | null = null;
  for (const { from, to, at } of events) {
    if (from === to) continue;
    closedAt = closing.includes(to) ? (closedAt ?? at) : null;
  }
  return closedAt;
}
