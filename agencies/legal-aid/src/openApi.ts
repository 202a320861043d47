import { z } from 'zod';
import type { Operation } from './operation.ts';
import { Problem } from './wire/answers.ts';

const meanings: Readonly<Record<number, string>> = {
  400: 'The request is not as described here; the message names what to correct.',
  401: 'No key, or not the key of a contract.',
  404: 'There is no such record.',
  409: 'Not possible as things stand: an illegal transition, a newer version, or a key used for another request.',
  413: 'The body is larger than 1 MiB.',
  415: 'The body is not application/json.',
  422: 'A rule that the step must keep does not hold; the answer names it and the law.',
  500: 'Something failed in this system.',
};

/** The OpenAPI 3.1 description of `operations`, made from the very schemas that check requests and type answers. */
export function openApi(operations: readonly Operation[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const refusals = [400, 401, ...operation.refusals, 500];
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: {
        operationId: operation.operationId,
        summary: operation.summary,
        parameters: [
          ...parametersOf(operation.params, 'path'),
          ...parametersOf(operation.query, 'query'),
          ...(operation.write ? [idempotencyKey] : []),
        ],
        ...(operation.body === null
          ? {}
          : { requestBody: { required: true, content: jsonContent(schemaOf(operation.body, 'input')) } }),
        responses: {
          [operation.status]: {
            description: 'Done.',
            content: jsonContent(schemaOf(operation.answer, 'output')),
          },
          ...Object.fromEntries(
            refusals.map((status) => [
              status,
              {
                description: meanings[status],
                content: jsonContent({ $ref: '#/components/schemas/Problem' }),
              },
            ]),
          ),
        },
      },
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Reference legal aid system 法律援助参考系统',
      version: '1.0.0',
      description:
        'Cases of legal aid from consultation to archive. Instants are RFC 3339 in +08:00, money is in fen, and lists go on by cursor.',
    },
    security: [{ bearerKey: [] }],
    paths,
    components: {
      securitySchemes: { bearerKey: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
  };
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Chosen by the writer, 8 to 128 visible ASCII characters; a repeated request has one effect.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,128}$' },
};

function parametersOf(schema: z.ZodObject | null, place: 'path' | 'query'): object[] {
  if (schema === null) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  return rest;
}

function jsonContent(schema: object): object {
  return { 'application/json': { schema } };
}
