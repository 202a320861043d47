import type { CaseDocument, NotaryCase } from '../store/notaryCase.ts';
import type { RegisteredNotary } from '../store/register.ts';
import { WireError } from '../wire/wireError.ts';
import type { TransitionEvent } from './lifecycle.ts';
import type { TransitionData } from './steps.ts';

/** Who acts, when, and what the system knows beside the case. */
export interface StepContext {
  /** This system's own clock, to the minute: nobody dates a step back. */
  readonly now: string;
  /** A role code, e.g. NOTARY or HEAD. */
  readonly actorRole: string;
  /** The acting notary as registered, or null where the step names none. */
  readonly notary: RegisteredNotary | null;
  isNumberTaken(printed: string): boolean;
}

/** What a step does to the case beside its status. */
export interface StepResult {
  readonly change?: Partial<NotaryCase>;
  readonly documentNo?: string;
  readonly reason?: string;
}

/** Checks the conditions of one step and says what it changes. @throws {WireError} E3003, E3005 */
export type Effect<Event extends TransitionEvent> = (
  of: NotaryCase,
  data: TransitionData<Event>,
  context: StepContext,
) => StepResult;

export function require(condition: boolean, message: string): asserts condition {
  if (!condition) throw new WireError('E3003', message);
}

/** A number that this step prints must be new: a number names one document. */
export function requireFreeNumber(printed: string, { isNumberTaken }: StepContext): string {
  if (isNumberTaken(printed)) throw new WireError('E3005', '请更换编号');
  return printed;
}

/** The case's documents and numbers with one more document on it. */
export function withDocument(
  of: NotaryCase,
  document: { kind: string; number: string | null; at: string },
): Pick<NotaryCase, 'documents' | 'otherNumbers'> {
  const added: CaseDocument = {
    kind: document.kind,
    number: document.number,
    title: document.kind,
    issuedAt: document.at,
    issuer: of.office,
    secrecy: of.secrecy.includes('willSecret') ? ['willSecret'] : [],
  };
  return {
    documents: [...of.documents, added],
    otherNumbers: document.number === null ? of.otherNumbers : [...of.otherNumbers, document.number],
  };
}

/** The practitioner number of the notary who handles the case now, or null before acceptance. */
export function handlingNotary(of: NotaryCase): string | null {
  return of.handlers.findLast(({ role, to }) => role === 'NOTARY' && to === null)?.practitionerNo ?? null;
}

/** Another person than the handling notary decides: nobody approves or re-examines their own work. */
export function requireSecondPerson(
  of: NotaryCase,
  { notary, actorRole }: StepContext,
  roles: readonly string[],
): void {
  require(roles.includes(actorRole), '须由公证机构负责人或其指定的公证员决定');
  require(notary !== null, '须填写决定人的执业证号');
  require(notary.practitionerNo !== handlingNotary(of), '不得由承办公证员本人决定');
}
