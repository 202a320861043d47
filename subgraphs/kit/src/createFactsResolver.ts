import { type FieldGroup, readPurposes } from '@tongban/schema';
import { type CaseFacts, caseFacts } from './caseFacts.ts';
import type { CasePartyRecord, CaseRecord, DocumentRecord, HandlerRecord } from './caseRecord.ts';
import type { ServiceCaseContext } from './createServiceCaseResolvers.ts';
import { createDeadlineClock, type DeadlineClock } from './deadlineClock.ts';
import type { DeadlineRecord } from './deadlineRecord.ts';

const covers = new Map(readPurposes().map((purpose) => [purpose.code, purpose.covers]));
const FOREIGN = /^(PASSPORT|FPR_2023|FPR_OLD):/;

/** What the field needs of a subgraph's context. */
export interface FactsContext extends ServiceCaseContext {
  /** The subject tag of a credential. */
  tagOf(credential: string): string;
}

type ServiceFacts = Partial<
  Pick<CaseFacts, 'feeReduction' | 'legalAid' | 'notary' | 'appraisal' | 'mediation'>
>;

/** What the register says of a practitioner, as far as the subgraph knows. */
export type RegisterFacts = Pick<
  CaseFacts['handlers'][number],
  'licenceState' | 'firstPracticeYear' | 'categories'
>;

/** What differs between services. */
export interface FactsOptions<R extends CaseRecord, C extends FactsContext> {
  /** All groups of the sharing matrix that `tell` speaks of, beside case, parties, documents, assignment and deadlines. */
  readonly groups: readonly FieldGroup[];
  deadlinesOf(record: R, clock: DeadlineClock): DeadlineRecord[];
  /** The service's own part. `shows` says whether an auditor sees a group in full. */
  tell(record: R, context: C, shows: (group: FieldGroup) => boolean): ServiceFacts;
  /** Asks the register about a handler; left out where the subgraph knows nothing of it. */
  register?(handler: HandlerRecord, record: R, context: C): RegisterFacts | Promise<RegisterFacts>;
}

/**
 * The field `facts` of a case type: for an auditor whose assignment in force covers the case, where the purpose covers
 * everything that is told; null for everybody else. No error says why, since no client can ask for it.
 */
export function createFactsResolver<R extends CaseRecord, C extends FactsContext>(
  options: FactsOptions<R, C>,
) {
  const told: readonly FieldGroup[] = [
    'case',
    'parties',
    'documents',
    'assignment',
    'deadlines',
    ...options.groups,
  ];
  return async (record: R, _args: unknown, context: C): Promise<CaseFacts | null> => {
    const { caller, visibility } = context;
    const covered = covers.get(caller.purpose ?? '') ?? [];
    if (!told.every((group) => covered.includes(group))) return null;
    if (visibility.relation(caller, record) !== 'AUDITOR' || !visibility.canSee(caller, record)) return null;
    const shows = (group: FieldGroup) => visibility.level(caller, record, group) === 'FULL';
    const clock = createDeadlineClock(record, context.now());
    // Parsing drops whatever the form does not have, so that nothing of a record slips through.
    return caseFacts.parse({
      ...baseOf(record),
      history: record.statusHistory.map((step) => ({
        ...step,
        documentNo: numberShown(step.documentNo, record, context) ? step.documentNo : null,
      })),
      parties: shows('parties') ? record.parties.map((party) => toPartyFact(party, context)) : [],
      handlers: shows('assignment')
        ? await Promise.all(
            record.handlers.map(async (handler) => ({
              ...toHandlerFact(handler, context),
              ...(await options.register?.(handler, record, context)),
            })),
          )
        : [],
      documents: record.documents
        .filter((document) => shows('documents') && visibility.canSeeDocument(caller, record, document))
        .map(toDocumentFact),
      deadlines: shows('deadlines')
        ? options.deadlinesOf(record, clock).map(({ name: _, ...deadline }) => deadline)
        : [],
      pauses: shows('deadlines') ? record.pauses.map(({ ruleId, from, to }) => ({ ruleId, from, to })) : [],
      extensions: shows('deadlines') ? record.extensions : [],
      ...options.tell(record, context, shows),
    });
  };
}

function baseOf(record: CaseRecord) {
  const { ref, caseNo, aliases, agency, region, client, status, openedAt, closedAt, secrecy } = record;
  return {
    id: ref,
    service: record.service as CaseFacts['service'],
    caseNo,
    aliases: [...aliases],
    agency,
    region,
    client,
    status,
    openedAt,
    closedAt,
    marks: [...secrecy],
    feeReduction: null,
    legalAid: null,
    notary: null,
    appraisal: null,
    mediation: null,
  };
}

/** A number in the history goes with its document. */
function numberShown(number: string | null, record: CaseRecord, { caller, visibility }: FactsContext) {
  const document = record.documents.find((one) => one.number === number);
  return document === undefined || visibility.canSeeDocument(caller, record, document);
}

function toPartyFact(party: CasePartyRecord, { tagOf }: FactsContext): CaseFacts['parties'][number] {
  const { role, side, credential, organization, agentPractitionerNo, agentCredential } = party;
  return {
    role,
    side,
    subject: credential && tagOf(credential),
    organization,
    isForeign: credential !== null && FOREIGN.test(credential),
    lawyer: agentPractitionerNo,
    agent: agentCredential && tagOf(agentCredential),
  };
}

function toHandlerFact(handler: HandlerRecord, { tagOf }: FactsContext): CaseFacts['handlers'][number] {
  const { role, practitionerNo, name, organization, from, to } = handler;
  const unknown = { licenceState: null, firstPracticeYear: null, categories: null };
  return { role, practitionerNo, nameTag: tagOf(`NAME:${name}`), organization, from, to, ...unknown };
}

function toDocumentFact({ kind, number, issuedAt, issuer, digest }: DocumentRecord) {
  return { kind, number, issuedAt, issuer, digest };
}
