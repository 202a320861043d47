import { z } from 'zod';
import { ApiError } from '../apiError.ts';
import { type Operation, operation } from '../operation.ts';
import { placeOf } from '../store/caseFinder.ts';
import type { Consultations } from '../store/consultations.ts';
import { toCursor } from '../store/cursor.ts';
import { WireConsultation } from '../wire/aidCase.ts';
import { ConsultationPage } from '../wire/answers.ts';
import { PageQuery } from './pageQuery.ts';

/** Consultations, apart from the cases that may come of them. */
export function consultationOperations(consultations: Consultations): Operation[] {
  return [
    operation({
      method: 'GET',
      path: '/consultations',
      operationId: 'listConsultations',
      summary: 'Consultations, newest first.',
      params: null,
      query: PageQuery.extend({
        region: z
          .string()
          .regex(/^\d{2,6}$/)
          .optional(),
      }),
      body: null,
      write: false,
      status: 200,
      answer: ConsultationPage,
      refusals: [],
      handle({ query }) {
        const { items, hasMore } = consultations.page(query.region ?? '', placeOf(query.cursor), query.limit);
        const last = items.at(-1);
        const nextCursor =
          hasMore && last !== undefined ? toCursor({ at: last.askedAt, key: last.consultNo }) : null;
        return { items, nextCursor };
      },
    }),
    operation({
      method: 'GET',
      path: '/consultations/{consultNo}',
      operationId: 'getConsultation',
      summary: 'One consultation by its number.',
      params: z.strictObject({ consultNo: z.string().min(1).max(100) }),
      query: null,
      body: null,
      write: false,
      status: 200,
      answer: WireConsultation,
      refusals: [404],
      handle({ params }) {
        const found = consultations.byNumber(params.consultNo);
        if (found === null) throw new ApiError('NOT_FOUND', 'there is no consultation with this number');
        return found;
      },
    }),
  ];
}
