import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '@tongban/agency-kit';
import { cast } from '@tongban/synthetic';
import type { LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import { createSystem } from '../createSystem.ts';
import { signRequest } from '../signing/signRequest.ts';
import { importSlice } from '../store/importSlice.ts';
import { migrations } from '../store/migrations.ts';
import type { SystemOptions } from '../systemOptions.ts';
import { appraisalSlice, SUBJECT } from './appraisalWorld.ts';

export const NOW = Date.parse('2026-11-23T10:00:00+08:00');
export const SECRET = 'a-secret-for-tests-only';

interface Answer {
  readonly code: number;
  readonly message: string;
  readonly data: {
    readonly total?: number;
    readonly caseId?: string;
    readonly nextCursor?: number;
    readonly list?: readonly Readonly<Record<string, unknown>>[];
  };
}

/** A system on a private database with the cast's registers in it, and a client that signs. */
export function startTestSystem(
  options: Partial<SystemOptions> = {},
  cases: Parameters<typeof appraisalSlice>[0] = [],
) {
  const database: DatabaseSync = options.database ?? openDatabase(':memory:', migrations);
  importSlice(database, appraisalSlice(cases));
  const app = createSystem({
    database,
    appId: 'tongban',
    secret: SECRET,
    logger: pino({ level: 'silent' }),
    withDrills: true,
    maxRequestsPerSecond: null,
    now: () => NOW,
    ...options,
  });

  async function send(
    path: string,
    body: unknown,
    change: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    const payload = typeof body === 'string' ? body : JSON.stringify(body);
    const timestamp = change['x-timestamp'] ?? String(NOW);
    const nonce = change['x-nonce'] ?? randomUUID();
    const parts = { method: 'POST', path, timestamp, nonce, body: Buffer.from(payload) };
    const headers = {
      'content-type': 'application/json',
      'x-app-id': 'tongban',
      'x-timestamp': timestamp,
      'x-nonce': nonce,
      'x-signature': signRequest(SECRET, parts),
      ...change,
    };
    return await app.inject({ method: 'POST', url: path, headers, payload });
  }

  return {
    app,
    database,
    send,
    /** The envelope of the answer. */
    async ask(path: string, body: unknown) {
      return (await send(path, body)).json() as Answer;
    },
    /** Records an event in the order of the calls, an hour apart, beginning on 2026-11-02. */
    record: recorder(send),
  };
}

export type TestSystem = ReturnType<typeof startTestSystem>;

function recorder(send: (path: string, body: unknown) => Promise<LightMyRequestResponse>) {
  let hours = 0;
  return async (
    caseId: string,
    event: string,
    detail: unknown = {},
    change: Record<string, unknown> = {},
  ) => {
    const occurredTime = Date.parse('2026-11-02T09:00:00+08:00') + hours++ * 3_600_000;
    const answer = await send('/api/case/event', {
      requestNo: randomUUID(),
      caseId,
      event,
      occurredTime,
      operatorRole: 'APPRAISER',
      detail,
      ...change,
    });
    return answer.json() as { code: number; message: string; data: Record<string, unknown> };
  };
}

/** The body of a commission of Zhang's injuries by the township committee. */
export function commission(detail: Record<string, unknown> = {}) {
  return {
    requestNo: randomUUID(),
    event: 'COMMISSION',
    occurredTime: Date.parse('2026-11-02T08:00:00+08:00'),
    operatorRole: 'CLIENT',
    detail: {
      institutionId: cast.bodies.forensicInstitution1.id,
      regionCode: '480101',
      category: 101,
      matters: [1002, 1003],
      commissionNo: `测调委托[2026]${randomUUID().slice(0, 8)}`,
      clientKind: 3,
      clientOrgId: cast.bodies.townshipCommittee.id,
      purpose: '调解',
      fee: 260_000,
      parties: [{ partyRole: 'SUBJECT', side: 1, idType: 1, idNo: SUBJECT.slice('RIC:'.length) }],
      materials: [{ materialNo: 'M1', name: '病历', confirmedByClient: true }],
      ...detail,
    },
  };
}
