import { z } from 'zod';
import type { CaseIntake } from '../caseIntake.ts';
import { type Operation, operation } from '../operation.ts';
import { WireAidCase } from '../wire/aidCase.ts';
import { CaseEvent } from '../wire/caseEvent.ts';
import { ApplicationInput, NoticeInput } from '../wire/intake.ts';

/** The writing operations: both entries of legal aid, and every step of a case. */
export function writeOperations(options: {
  readonly intake: CaseIntake;
  readonly writeCase: (key: string, event: CaseEvent) => WireAidCase;
}): Operation[] {
  const { intake, writeCase } = options;
  return [
    operation({
      method: 'POST',
      path: '/applications',
      operationId: 'createApplication',
      summary:
        'An application for legal aid: as a draft, as received, or as forwarded from custody (art. 39).',
      params: null,
      query: null,
      body: ApplicationInput,
      write: true,
      status: 201,
      answer: WireAidCase,
      refusals: [409, 413, 415],
      handle: ({ body }) => intake.apply(body),
    }),
    operation({
      method: 'POST',
      path: '/notices',
      operationId: 'createNotice',
      summary: 'A notice of a case-handling organ that someone needs a lawyer (arts 25, 28, 36).',
      params: null,
      query: null,
      body: NoticeInput,
      write: true,
      status: 201,
      answer: WireAidCase,
      refusals: [409, 413, 415],
      handle: ({ body }) => intake.notify(body),
    }),
    operation({
      method: 'POST',
      path: '/cases/{key}/events',
      operationId: 'createCaseEvent',
      summary:
        'One step of a case. 409 names the status, the event and what is possible instead; 422 names the rule that does not hold.',
      params: z.strictObject({ key: z.string().regex(/^[0-9A-Z]{1,40}$/) }),
      query: null,
      body: CaseEvent,
      write: true,
      status: 200,
      answer: WireAidCase,
      refusals: [404, 409, 413, 415, 422],
      handle: ({ params, body }) => writeCase(params.key, body),
    }),
  ];
}
