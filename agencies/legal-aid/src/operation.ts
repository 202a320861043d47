import type { z } from 'zod';

/** Inputs of a request, parsed and checked. */
export interface OperationInput<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
}

/** One operation of the API: the server routes by it and `/openapi.json` describes it, so that the two cannot differ. */
export interface Operation {
  readonly method: 'GET' | 'POST';
  /** In OpenAPI's notation, `/cases/{key}`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly params: z.ZodObject | null;
  readonly query: z.ZodObject | null;
  readonly body: z.ZodType | null;
  /** A write: runs in a transaction, needs `Idempotency-Key`, and repeats its stored answer for a repeated request. */
  readonly write: boolean;
  /** HTTP status of success. */
  readonly status: 200 | 201;
  readonly answer: z.ZodType;
  /** Statuses of refusal besides 400, 401 and 500. */
  readonly refusals: readonly (404 | 409 | 413 | 415 | 422)[];
  handle(input: OperationInput<unknown, unknown, unknown>): unknown;
}

/** Describes an operation with its handler typed by its schemas. */
export function operation<
  Params extends z.ZodObject | null,
  Query extends z.ZodObject | null,
  Body extends z.ZodType | null,
  Answer extends z.ZodType,
>(
  described: Omit<Operation, 'params' | 'query' | 'body' | 'answer' | 'handle'> & {
    readonly params: Params;
    readonly query: Query;
    readonly body: Body;
    readonly answer: Answer;
    handle(input: OperationInput<Parsed<Params>, Parsed<Query>, Parsed<Body>>): z.output<Answer>;
  },
): Operation {
  return described as Operation;
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : null;
