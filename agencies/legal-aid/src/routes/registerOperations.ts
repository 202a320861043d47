import { z } from 'zod';
import { ApiError } from '../apiError.ts';
import { type Operation, operation } from '../operation.ts';
import type { Register } from '../store/register.ts';
import { BodyPage, LawyerPage } from '../wire/answers.ts';
import { BodyCode, PractitionerNo } from '../wire/atoms.ts';
import { WireBody, WireLawyer } from '../wire/register.ts';
import { PageQuery } from './pageQuery.ts';

/** The register, public but for identity numbers, which it does not show. */
export function registerOperations(register: Register): Operation[] {
  const listBodies = (path: string, operationId: string, summary: string, kinds: readonly string[]) =>
    operation({
      method: 'GET',
      path,
      operationId,
      summary,
      params: null,
      query: PageQuery,
      body: null,
      write: false,
      status: 200,
      answer: BodyPage,
      refusals: [],
      handle: ({ query }) =>
        pageOf(register.bodies(kinds, query.cursor ?? '', query.limit + 1), query.limit, ({ code }) => code),
    });

  return [
    listBodies('/agencies', 'listAgencies', 'Legal aid agencies, by code.', ['LEGAL_AID_AGENCY']),
    listBodies('/firms', 'listFirms', 'Law firms, by code.', ['LAW_FIRM']),
    operation({
      method: 'GET',
      path: '/bodies/{code}',
      operationId: 'getBody',
      summary: 'One body of the register: agency, firm, bureau, court or case-handling organ.',
      params: z.strictObject({ code: BodyCode }),
      query: null,
      body: null,
      write: false,
      status: 200,
      answer: WireBody,
      refusals: [404],
      handle({ params }) {
        const found = register.body(params.code);
        if (found === null) throw new ApiError('NOT_FOUND', 'there is no body with this code');
        return found;
      },
    }),
    operation({
      method: 'GET',
      path: '/lawyers',
      operationId: 'listLawyers',
      summary: 'Lawyers and others who may be assigned, by number.',
      params: null,
      query: PageQuery,
      body: null,
      write: false,
      status: 200,
      answer: LawyerPage,
      refusals: [],
      handle: ({ query }) =>
        pageOf(
          register.lawyers(query.cursor ?? '', query.limit + 1),
          query.limit,
          ({ practitionerNo }) => practitionerNo,
        ),
    }),
    operation({
      method: 'GET',
      path: '/lawyers/{practitionerNo}',
      operationId: 'getLawyer',
      summary: 'One lawyer by the number of the licence.',
      params: z.strictObject({ practitionerNo: PractitionerNo }),
      query: null,
      body: null,
      write: false,
      status: 200,
      answer: WireLawyer,
      refusals: [404],
      handle({ params }) {
        const found = register.lawyer(params.practitionerNo);
        if (found === null) throw new ApiError('NOT_FOUND', 'there is no lawyer with this number');
        return found;
      },
    }),
  ];
}

function pageOf<Row>(rows: Row[], limit: number, cursorOf: (row: Row) => string) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
