import type { CaseRows } from '../store/rows.ts';
import { SystemError } from '../wire/systemError.ts';
import { applyEvent, type EventStores } from './applyEvent.ts';
import type { EventRequest } from './eventRequest.ts';
import { type GuardSources, guard } from './guards.ts';
import { eventsFrom, isLifecycleEvent, lifecycle, recordings } from './lifecycle.ts';

/** How far into the future an event may claim to be, for clocks that differ. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

export interface RecordedEvent {
  readonly caseId: string;
  readonly region: string;
  readonly status: string;
}

/**
 * Records one event of a case: checks status, version, order and guards, then writes all it changes. Call inside a
 * transaction.
 * @throws {SystemError} when anything forbids it; the transaction must then be rolled back.
 */
export function recordEvent(
  sources: GuardSources & EventStores,
  request: EventRequest,
  now: number,
): RecordedEvent {
  const rows = sources.reader.rowsOf(request.caseId);
  if (rows === null) throw new SystemError('UNKNOWN_CASE', request.caseId);
  const { case_id: caseId, status: from, version, region } = rows.case;
  if (request.version !== null && request.version !== version) {
    throw new SystemError('VERSION_CONFLICT', `version is ${version} now`, { version });
  }
  const to = statusAfter(from, request.event);
  checkOrder(rows, request, now);
  guard(sources, rows, request);
  const trace = applyEvent(sources, rows, request);

  const { occurredTime: at, operatorRole } = request;
  const documentNo = trace.documentNo ?? request.documentNo;
  const { writer } = sources;
  writer.nextVersion(caseId);
  writer.append(
    'case_event',
    caseId,
    from,
    to,
    request.event,
    at,
    operatorRole,
    documentNo,
    trace.reasonCode,
  );
  if (!isLifecycleEvent(request.event)) return { caseId, region, status: from };
  const transition = lifecycle[request.event];
  writer.update(caseId, transition.closes ? { status: to, closed_at: at } : { status: to });
  if (transition.document !== null) {
    const issuer = request.event === 'COURT_NOTICE' ? request.detail.courtId : rows.case.institution_id;
    const kind = transition.document;
    writer.append('document', caseId, kind, documentNo, kind, at, issuer, trace.digest, '[]');
  }
  return { caseId, region, status: to };
}

function statusAfter(from: string, event: EventRequest['event']): string {
  const allowed: readonly string[] = isLifecycleEvent(event) ? lifecycle[event].from : recordings[event];
  if (!allowed.includes(from)) {
    const next = eventsFrom(from);
    const hint = next.length === 0 ? 'nothing' : next.join(', ');
    throw new SystemError('ILLEGAL_TRANSITION', `from ${from} by ${event}; allowed: ${hint}`, {
      from,
      event,
      allowed: next,
    });
  }
  return isLifecycleEvent(event) ? lifecycle[event].to : from;
}

/** History is append-only and in order: an event before the last one, or in the future, is refused. */
function checkOrder({ events }: CaseRows, { occurredTime }: EventRequest, now: number): void {
  if (occurredTime > now + CLOCK_TOLERANCE_MS)
    throw new SystemError('OUT_OF_ORDER', 'occurredTime is in the future');
  const last = events.at(-1);
  if (last !== undefined && occurredTime < last.at) {
    throw new SystemError('OUT_OF_ORDER', `occurredTime is before ${last.event}`);
  }
}
