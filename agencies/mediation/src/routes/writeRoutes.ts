import type { DatabaseSync } from 'node:sqlite';
import { createIdempotency, IdempotencyConflict, inTransaction } from '@tongban/agency-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { CaseDesk } from '../caseDesk.ts';
import { toChinaTime } from '../chinaTime.ts';
import { Intake } from '../intake.ts';
import { CaseEvent } from '../lifecycle/caseEvent.ts';
import type { RegisterStore } from '../store/registerStore.ts';
import { SystemError } from '../systemError.ts';
import { disputeTypes, warningLevels } from '../vocabulary.ts';
import { readAs } from './readQuery.ts';

const CREATED = 201;

/** The body of `POST /warning-signals`. There is no free text in it, so that no name can be. */
const WarningReport = z.strictObject({
  region_code: z.string().regex(/^\d{6}$/, 'expected a region code of six digits'),
  dispute_type: z.enum(disputeTypes),
  households: z.number().int().min(1).max(1_000_000),
  level: z.enum(warningLevels),
});

/** Adds everything that writes. Each write needs `x-idempotency-key`; a repeated one gets the answer of the first. */
export function addWriteRoutes(
  app: FastifyInstance,
  options: { database: DatabaseSync; desk: CaseDesk; register: RegisterStore; now(): Date },
): void {
  const { database, desk, register, now } = options;
  const idempotency = createIdempotency(database);

  /** Answers with what `write` returns, or with what it returned when the key was new. */
  function once<Answer>(
    request: FastifyRequest,
    reply: FastifyReply,
    write: (remember: (answer: Answer) => void) => Answer,
  ) {
    const key = keyOf(request);
    const asked = `${request.method} ${request.url}\n${JSON.stringify(request.body)}`;
    try {
      const stored = idempotency.recall(key, asked);
      if (stored !== null) return reply.code(stored.status).type('application/json').send(stored.body);
    } catch (error) {
      if (error instanceof IdempotencyConflict) {
        throw new SystemError(409, 'idempotency_conflict', 'this key was used for another request');
      }
      throw error;
    }
    const answer = write((made) =>
      idempotency.remember(key, asked, { status: CREATED, body: JSON.stringify(made) }),
    );
    return reply.code(CREATED).send(answer);
  }

  app.post('/mediations', async (request, reply) => {
    const intake = readAs(Intake, request.body);
    return once(request, reply, (remember) => desk.open(intake, remember));
  });

  app.post<{ Params: { id: string } }>('/mediations/:id/events', async (request, reply) => {
    const event = readAs(CaseEvent, request.body);
    return once(request, reply, (remember) => desk.record(request.params.id, event, remember));
  });

  app.post('/warning-signals', async (request, reply) => {
    const report = readAs(WarningReport, request.body);
    return once(request, reply, (remember) =>
      inTransaction(database, () => {
        const signal = register.addWarning({ ...report, reported_at: toChinaTime(now()) });
        remember(signal);
        return signal;
      }),
    );
  });
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['x-idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,128}$/.test(key)) {
    throw new SystemError(
      400,
      'idempotency_key_required',
      'send x-idempotency-key with 8 to 128 printable characters, a new one for each write',
    );
  }
  return key;
}
