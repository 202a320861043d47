import type { DatabaseSync } from 'node:sqlite';
import { createEventFeed } from '@tongban/agency-kit';
import { ApiError } from './apiError.ts';
import { inChinaTime, toChinaTime } from './instant.ts';
import { type AidStatus, aidStatuses } from './lifecycle/aidStatus.ts';
import { effectsOf, type StepFacts } from './lifecycle/effects.ts';
import { type Guard, type GuardContext, guards, yearsOfPractice } from './lifecycle/guards.ts';
import { nextStep } from './lifecycle/nextStep.ts';
import { createCaseReader } from './store/caseReader.ts';
import { createCaseSaver } from './store/caseSaver.ts';
import { createConflictSearch } from './store/conflicts.ts';
import type { createNumbering } from './store/numbering.ts';
import type { Register } from './store/register.ts';
import type { WireAidCase, WireDocument, WireStatusEvent } from './wire/aidCase.ts';
import type { CaseEvent } from './wire/caseEvent.ts';

/** Clocks of two machines may differ by this much before a time counts as lying in the future. */
const CLOCK_TOLERANCE_MS = 60_000;

/**
 * Takes the steps of cases. Call inside a transaction; the change and its line in the change feed are then kept or
 * dropped together.
 *
 * @throws {ApiError} NOT_FOUND, VERSION_CONFLICT, ILLEGAL_TRANSITION or GUARD_FAILED; nothing was written.
 */
export function createCaseWriter(options: {
  readonly database: DatabaseSync;
  readonly register: Register;
  readonly numbering: ReturnType<typeof createNumbering>;
  readonly now: () => Date;
}): (key: string, event: CaseEvent) => WireAidCase {
  const { database, register, numbering, now } = options;
  const readCases = createCaseReader(database);
  const saver = createCaseSaver(database);
  const feed = createEventFeed(database);
  const opposingLawyers = createConflictSearch(database);
  const cameFromOf = database.prepare('SELECT came_from FROM aid_case WHERE key = ?');

  return (key, event) => {
    const [record] = readCases([key]);
    if (record === undefined) throw new ApiError('NOT_FOUND', 'there is no case with this key');
    if (event.expectedVersion !== undefined && event.expectedVersion !== record.version) {
      throw new ApiError('VERSION_CONFLICT', `the case has version ${record.version} now; read it again`);
    }
    const cameFrom = (cameFromOf.get(key) as { came_from: string | null }).came_from as AidStatus | null;
    const step = nextStep(record.status, cameFrom, event.event);
    if (step.kind === 'illegal') {
      const { allowed } = step;
      throw new ApiError(
        'ILLEGAL_TRANSITION',
        `${event.event} is not possible while the case is ${record.status}; possible now: ${allowed.join(', ')}`,
        { from: record.status, event: event.event, allowed: [...allowed] },
      );
    }

    const at = effectiveAt(event, record, now());
    const context: GuardContext = {
      record,
      event,
      at,
      lawyer: (practitionerNo) => {
        const found = register.lawyer(practitionerNo);
        return found && { ...found, firm: found.firmCode };
      },
      supervisorOf: (code) => register.body(code)?.supervisorCode ?? null,
      opposingLawyers: () => opposingLawyers(key),
    };
    for (const name of (step.kind === 'transition' ? step.transition : step.recording).guards) {
      const guard: Guard = guards[name];
      const wrong = guard.check(context);
      if (wrong !== null)
        throw new ApiError('GUARD_FAILED', wrong, { guard: name, citation: guard.citation });
    }

    const kind = step.kind === 'transition' ? step.transition.document : undefined;
    const documentNo = event.documentNo ?? (kind === undefined ? null : numbering(kind, at));
    const to = step.kind === 'transition' ? step.transition.to : record.status;
    const added = {
      events: [historyEntry(record.status, to, event, at, documentNo)],
      documents: kind === undefined ? [] : [issued(record, kind, documentNo, at)],
      numbers: documentNo === null ? [] : [documentNo],
    };
    saver.update(
      {
        ...record,
        ...effectsOf(record, event, factsOf(event, at, documentNo, register)),
        version: record.version + 1,
        status: to,
        closedAt: aidStatuses[to].closes ? (record.closedAt ?? at) : null,
      },
      step.kind === 'transition' ? record.status : cameFrom,
      added,
    );
    feed.append({ caseKey: key, region: record.region, event: event.event, status: to, at });

    const [written] = readCases([key]);
    if (written === undefined) throw new Error('a case vanished inside its own transaction');
    return written;
  };
}

/**
 * When a step takes effect, in +08:00: as the caller says, else now.
 * @throws {ApiError} GUARD_FAILED where it lies in the future or before the step that went before.
 */
function effectiveAt(event: CaseEvent, record: WireAidCase, now: Date): string {
  const at = event.at === undefined ? toChinaTime(now) : inChinaTime(event.at);
  if (Date.parse(at) > now.getTime() + CLOCK_TOLERANCE_MS) {
    throw new ApiError('GUARD_FAILED', 'at lies in the future', { guard: 'notInFuture' });
  }
  const last = record.statusHistory.at(-1);
  if (last !== undefined && Date.parse(at) < Date.parse(last.at)) {
    throw new ApiError('GUARD_FAILED', `at lies before the last step, which was at ${last.at}`, {
      guard: 'inOrder',
    });
  }
  return at;
}

function factsOf(event: CaseEvent, at: string, documentNo: string | null, register: Register): StepFacts {
  const assignment = 'assignment' in event ? event.assignment : null;
  const lawyer = assignment === null ? null : register.lawyer(assignment.practitionerNo);
  return {
    at,
    documentNo,
    yearsOfPractice: yearsOfPractice(lawyer && { ...lawyer, firm: lawyer.firmCode }, at),
    lawyerName: lawyer?.name ?? null,
  };
}

function historyEntry(
  from: AidStatus,
  to: AidStatus,
  event: CaseEvent,
  at: string,
  documentNo: string | null,
): WireStatusEvent {
  return {
    service: null,
    from,
    to,
    event: event.event,
    at,
    actorRole: event.actorRole,
    documentNo,
    reasonCode: 'reasonCode' in event ? event.reasonCode : null,
  };
}

/** A document as the agency issues it; a decision of the supervising bureau is issued by the bureau. */
function issued(record: WireAidCase, kind: string, number: string | null, at: string): WireDocument {
  const byBureau = kind === '异议审查决定书' ? record.objection?.bureauCode : undefined;
  return {
    kind,
    number,
    title: kind,
    issuedAt: at,
    issuerCode: byBureau ?? record.agencyCode,
    secrecyMarks: [],
  };
}
