import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { guards } from './lifecycle/guards.ts';
import { transitions } from './lifecycle/lifecycle.ts';
import { sample, sampleCase } from './testing/sampleSlice.ts';
import { type Sample, startSample } from './testing/startSample.ts';

interface Description {
  readonly openapi: string;
  readonly paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        parameters: { name: string; in: string; required: boolean; schema: object }[];
        requestBody?: { content: Record<string, { schema: object }> };
        responses: Record<string, { content: Record<string, { schema: object }> }>;
      }
    >
  >;
  readonly components: { schemas: Record<string, object> };
}

let system: Sample;
let description: Description;

beforeAll(async () => {
  system = startSample([
    sampleCase({ key: 'A' }),
    sampleCase({ key: 'B', status: 'SUBMITTED', events: [], secrecy: ['privacy'] }),
  ]);
  description = (await system.app.inject({ url: '/openapi.json' })).json();
});
afterAll(() => system.close());

const checks = new Map<object, ValidateFunction>();

/** The check that the description makes of an answer (or, without a status, of a request body). */
function checkOf(path: string, method: string, status?: number): ValidateFunction {
  const operation = description.paths[path]?.[method];
  const content =
    status === undefined ? operation?.requestBody?.content : operation?.responses[status]?.content;
  const schema = content?.['application/json']?.schema;
  if (schema === undefined) throw new Error(`${method} ${path} ${status} is not described`);
  const known = checks.get(schema);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addVocabulary(['example', 'components']);
  const check = ajv.compile({ ...schema, components: description.components });
  checks.set(schema, check);
  return check;
}

const application = {
  actorRole: 'INTAKE_CLERK',
  region: '480101',
  agencyCode: sample.agency,
  form: 'CIVIL_NON_LITIGATION',
  ground: 'LABOUR',
  jurisdictionGround: 'EVENT_PLACE',
  caseFacts: '拖欠劳动报酬（测试）',
  applicant: { document: { type: 'RIC', number: '480101198503121013' }, name: '张测试' },
  opposingParties: [{ organizationCode: '91480101TEAT00082N' }],
  hardshipCheck: {
    mode: 'EXEMPT_FROM_CHECK',
    exemptGround: 'MIGRANT_WAGE_OR_INJURY',
    result: 'NOT_REQUIRED',
  },
};
const document = { type: 'RIC', number: '480101198503121013' };

describe('the OpenAPI description', () => {
  it('is OpenAPI 3.1 and describes every route that the key opens', async () => {
    const routes = system.app.printRoutes({ commonPrefix: false });

    expect(description.openapi).toMatch(/^3\.1\./);
    expect(Object.keys(description.paths).toSorted()).toEqual([
      '/agencies',
      '/applications',
      '/bodies/{code}',
      '/cases',
      '/cases/batch-find-by-number',
      '/cases/batch-get',
      '/cases/{key}',
      '/cases/{key}/events',
      '/consultations',
      '/consultations/{consultNo}',
      '/events',
      '/firms',
      '/lawyers',
      '/lawyers/{practitionerNo}',
      '/notices',
      '/parties/batch-cases',
    ]);
    expect(routes).toContain('batch-find-by-number (POST)');
  });

  it.each<[path: string, url: string, status: number]>([
    ['/cases', '/cases?limit=1&withTotal=true&region=48', 200],
    ['/cases', '/cases?limit=1000', 400],
    ['/cases/{key}', '/cases/A', 200],
    ['/cases/{key}', '/cases/NONE', 404],
    ['/consultations', '/consultations', 200],
    ['/consultations/{consultNo}', '/consultations/ZX-A', 200],
    ['/agencies', '/agencies', 200],
    ['/firms', '/firms', 200],
    ['/bodies/{code}', `/bodies/${sample.organ}`, 200],
    ['/lawyers', '/lawyers', 200],
    ['/lawyers/{practitionerNo}', `/lawyers/${sample.lawyer}`, 200],
    ['/events', '/events', 200],
  ])('fits what GET %s answers (%s: %i)', async (path, url, expected) => {
    const { status, body } = await system.get(url);
    const check = checkOf(path, 'get', status);
    check(body);

    expect([status, check.errors]).toEqual([expected, null]);
  });

  it.each<[path: string, url: string, payload: object, status: number]>([
    ['/cases/batch-get', '/cases/batch-get', { ids: ['A', 'B'] }, 200],
    ['/cases/batch-find-by-number', '/cases/batch-find-by-number', { numbers: ['（2026）测援字第A号'] }, 200],
    ['/parties/batch-cases', '/parties/batch-cases', { documents: [document] }, 200],
    ['/applications', '/applications', application, 201],
    ['/cases/{key}/events', '/cases/B/events', { event: 'ACCEPT', actorRole: 'INTAKE_CLERK' }, 200],
    ['/cases/{key}/events', '/cases/B/events', { event: 'ARCHIVE', actorRole: 'HEAD' }, 409],
    ['/cases/{key}/events', '/cases/B/events', { event: 'UNSEAL', actorRole: 'HEAD', documentNo: 'X' }, 422],
    ['/cases/{key}/events', '/cases/NONE/events', { event: 'ARCHIVE', actorRole: 'HEAD' }, 404],
  ])('fits what POST %s takes and answers (%s)', async (path, url, payload, expected) => {
    const checkRequest = checkOf(path, 'post');
    checkRequest(payload);
    const { status, body } = await system.post(url, payload);
    const check = checkOf(path, 'post', status);
    check(body);

    expect([checkRequest.errors, status, check.errors]).toEqual([null, expected, null]);
  });

  it('refuses what the system refuses', () => {
    const check = checkOf('/cases/batch-get', 'post');
    expect(check({ ids: Array(101).fill('A') })).toBe(false);
    expect(check({ ids: ['A'], more: 1 })).toBe(false);
    expect(checkOf('/cases/{key}/events', 'post')({ event: 'DANCE', actorRole: 'HEAD' })).toBe(false);
  });

  it('notices an answer that is not as described', async () => {
    const { body } = await system.get('/cases/A');
    const check = checkOf('/cases/{key}', 'get', 200);
    expect(check({ ...body, status: 'UNHEARD_OF' })).toBe(false);
    expect(check({ ...body, openedAt: '2026-03-02T01:00:00Z' })).toBe(false);
    expect(check({ ...body, extra: true })).toBe(false);
  });

  it('asks writers for an Idempotency-Key', () => {
    for (const path of ['/applications', '/notices', '/cases/{key}/events']) {
      expect(description.paths[path]?.post?.parameters).toContainEqual(
        expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true }),
      );
    }
  });

  it('has a page beside it that leaves out no operation, step, guard or refusal', () => {
    const page = readFileSync(new URL('../../../docs/agencies/legal-aid.md', import.meta.url), 'utf8');
    const codes = JSON.stringify(description.components.schemas.Problem).match(/"[A-Z]+(_[A-Z]+)*"/g) ?? [];
    const told = [
      ...Object.keys(description.paths),
      ...transitions.map(({ event, to }) => `| ${event} | ${to} |`),
      ...Object.keys(guards),
      ...codes.map((code) => `\`${code.slice(1, -1)}\``),
    ];

    expect(codes.length).toBeGreaterThan(5);
    expect(told.filter((word) => !page.includes(word))).toEqual([]);
  });
});
