import type { DatabaseSync } from 'node:sqlite';
import {
  type createEventFeed,
  type createIdempotency,
  IdempotencyConflict,
  inTransaction,
} from '@tongban/agency-kit';
import { z } from 'zod';
import { commissionCase } from './lifecycle/commissionCase.ts';
import { CommissionRequest, EventRequest } from './lifecycle/eventRequest.ts';
import { recordEvent } from './lifecycle/recordEvent.ts';
import type { CaseReader } from './store/caseReader.ts';
import type { CaseWriter } from './store/caseWriter.ts';
import type { RegisterReader } from './store/registerReader.ts';
import { toNumber } from './wire/codeTables.ts';
import { succeeded } from './wire/envelope.ts';
import { readBody } from './wire/readBody.ts';
import { SystemError } from './wire/systemError.ts';

export interface EventEndpointOptions {
  readonly database: DatabaseSync;
  readonly reader: CaseReader;
  readonly writer: CaseWriter;
  readonly register: RegisterReader;
  readonly feed: ReturnType<typeof createEventFeed>;
  readonly idempotency: ReturnType<typeof createIdempotency>;
  now(): number;
}

const Write = z.union([CommissionRequest, EventRequest]);
const EventName = z.looseObject({ event: z.string() });

/**
 * Handles `POST /api/case/event`: case, history, feed and the remembered answer are written in one transaction that is
 * on disk before the answer leaves. A repeated `requestNo` with the same body gets the same bytes again and does nothing.
 */
export function createEventEndpoint(options: EventEndpointOptions): (body: string) => string {
  const { database, idempotency } = options;
  return (body) => {
    const request = readWrite(body);
    return durably(database, () =>
      inTransaction(database, () => {
        const earlier = recall(idempotency, request.requestNo, body);
        if (earlier !== null) return earlier;
        const answer = JSON.stringify(succeeded(write(options, request)));
        idempotency.remember(request.requestNo, body, { status: 200, body: answer });
        return answer;
      }),
    );
  };
}

/** Picks the shape by the event's name first, so that a mistake is reported against the right one. */
function readWrite(body: string): z.output<typeof Write> {
  const { event } = readBody(EventName, body);
  return event === 'COMMISSION' ? readBody(CommissionRequest, body) : readBody(EventRequest, body);
}

function write(options: EventEndpointOptions, request: z.output<typeof Write>) {
  const { reader, feed, now } = options;
  const { caseId, region, status } =
    request.event === 'COMMISSION' ? commissionCase(options, request) : recordEvent(options, request, now());
  const at = new Date(request.occurredTime).toISOString();
  feed.append({ caseKey: caseId, region, event: request.event, status, at });
  const row = reader.rowsOf(caseId)?.case;
  return { caseId, caseNo: row?.case_no, caseStatus: toNumber('caseStatus', status), version: row?.version };
}

function recall(
  idempotency: EventEndpointOptions['idempotency'],
  requestNo: string,
  body: string,
): string | null {
  try {
    return idempotency.recall(requestNo, body)?.body ?? null;
  } catch (error) {
    if (error instanceof IdempotencyConflict) throw new SystemError('REQUEST_NO_REUSED', requestNo);
    throw error;
  }
}

function durably<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('PRAGMA synchronous = FULL');
  try {
    return work();
  } finally {
    database.exec('PRAGMA synchronous = NORMAL');
  }
}
