import type { CaseDocument, MediationRecord } from '../mediationRecord.ts';
import { SystemError } from '../systemError.ts';
import type { CaseEvent } from './caseEvent.ts';
import { applyEffect, type EffectContext } from './effects.ts';
import { type GuardContext, guards } from './guards.ts';
import { mediationStatuses } from './mediationStatus.ts';
import { type Recording, recordings, recordingsIn } from './recordings.ts';
import { eventsFrom, type Transition, transitions } from './transitions.ts';

/**
 * The record after one event.
 * @throws {SystemError} `illegal_transition` (409) where the tables do not allow the event here, `guard_failed` (422)
 * where a condition does not hold, `back_dated` (422) for a step before the last one; each names from, event, allowed.
 */
export function takeStep(
  record: MediationRecord,
  event: CaseEvent,
  context: GuardContext & EffectContext,
): MediationRecord {
  const row = transitions.find((one) => one.from === record.status && one.event === event.event);
  const recording = recordings.find(
    (one) => one.event === event.event && (one.in === null || one.in.includes(record.status)),
  );
  if (row === undefined && recording === undefined) {
    throw refusal(409, 'illegal_transition', record, event, `${event.event} is not possible here`);
  }
  const line = lineOf(record, row, recording);
  const last = record.history.at(-1)?.at;
  if (line !== null && last !== undefined && context.at < last) {
    throw refusal(422, 'back_dated', record, event, `the last step was at ${last}`);
  }
  refuseUnknownParties(record, event);
  for (const name of row?.guards ?? []) {
    const reason = guards[name](record, event, context);
    if (reason !== null) throw refusal(422, 'guard_failed', record, event, reason);
  }

  const changed = applyEffect(record, event, context);
  const document = documentOf(changed, event, row?.document ?? recording?.document, context.at);
  const status = row?.to ?? record.status;
  const closed = mediationStatuses[status].closes ? (record.closed_at ?? context.at) : null;
  return {
    ...changed,
    version: record.version + 1,
    status,
    closed_at: row === undefined ? record.closed_at : closed,
    documents: document === null ? changed.documents : [...changed.documents, document],
    history:
      line === null
        ? record.history
        : [...record.history, { ...line, ...detailsOf(event, document), at: context.at }],
  };
}

/** What the event's line of history says of its own; null for what only records something. */
function lineOf(record: MediationRecord, row: Transition | undefined, recording: Recording | undefined) {
  if (row !== undefined) {
    return {
      service: row.service ?? null,
      from: row.from,
      to: row.to,
      event: row.event,
      actor_role: row.by,
    };
  }
  if (recording?.inHistory !== true) return null;
  const { event, by } = recording;
  return { service: null, from: record.status, to: record.status, event, actor_role: by };
}

function detailsOf(event: CaseEvent, document: CaseDocument | null) {
  return {
    document_no: event.document_no ?? document?.number ?? null,
    reason: 'reason' in event ? (event.reason ?? null) : null,
  };
}

function refusal(status: number, code: string, record: MediationRecord, event: CaseEvent, why: string) {
  const allowed = [...eventsFrom(record.status), ...recordingsIn(record.status)];
  return new SystemError(status, code, `${event.event} refused in status ${record.status}: ${why}`, {
    from: record.status,
    event: event.event,
    allowed,
  });
}

function refuseUnknownParties(record: MediationRecord, event: CaseEvent): void {
  const named = [
    ...('party_no' in event ? [event.party_no] : []),
    ...('party_nos' in event ? event.party_nos : []),
    ...('asked_by' in event ? event.asked_by : []),
    ...('applicants' in event ? event.applicants : []),
  ];
  const known = new Set(record.parties.map(({ party_no }) => party_no));
  const unknown = named.filter((partyNo) => !known.has(partyNo));
  if (unknown.length > 0) throw refusal(422, 'guard_failed', record, event, `no party ${unknown.join(', ')}`);
  if (
    event.event === '记录履行' &&
    !record.agreement?.obligations.some(({ obligation_no }) => obligation_no === event.obligation_no)
  ) {
    throw refusal(422, 'guard_failed', record, event, `no obligation ${event.obligation_no}`);
  }
}

/** What goes into the file with the step; an agreement is a 协议书, or a registration form where it was oral. */
function documentOf(
  record: MediationRecord,
  event: CaseEvent,
  kind: string | undefined,
  at: string,
): CaseDocument | null {
  if (event.event === '达成协议') {
    const title = event.agreement.form === '书面' ? '人民调解协议书' : '口头协议登记表';
    return paper(record, title, record.agreement?.agreement_no ?? null, record.organization_id, at);
  }
  if (kind === undefined) return null;
  const byCourt = kind === '民事裁定书' || kind === '不予受理裁定书';
  const number = event.document_no ?? (byCourt ? (record.confirmation?.court_case_no ?? null) : null);
  const issuer = byCourt ? (record.confirmation?.court_id ?? record.organization_id) : record.organization_id;
  return paper(record, kind, number, issuer, at);
}

function paper(
  record: MediationRecord,
  kind: string,
  number: string | null,
  issuer_id: string,
  issued_at: string,
): CaseDocument {
  return { kind, number, title: kind, issued_at, issuer_id, secrecy: record.is_public ? [] : ['不公开调解'] };
}
