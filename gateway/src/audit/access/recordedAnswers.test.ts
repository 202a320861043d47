import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type RecordedGateway, startRecordedGateway } from '../../testing/startRecordedGateway.ts';
import { type Register, startRegister, tagOf } from '../../testing/startRegister.ts';
import type { Answer } from '../../testing/startTestGateway.ts';
import type { AccessRecord, IntentRecord, OutcomeRecord } from '../accessRecord.ts';
import { leafHash } from '../merkleTree/merkleHash.ts';

let register: Register;
let gateway: RecordedGateway;
beforeAll(async () => {
  register = await startRegister();
  gateway = await startRecordedGateway(register.supergraph);
}, 30_000);
afterEach(() => register.reset());
afterAll(async () => {
  await gateway.stop();
  await register.stop();
});

async function ask(query: string, variables: object = {}, headers: Record<string, string> = {}) {
  const token = await gateway.issuer.token({ sub: 'clerk-7', role: 'CITIZEN', org: 'org-1' });
  const before = (await gateway.records()).length;
  const answer = await gateway.ask(query, {
    variables,
    headers: { authorization: `Bearer ${token}`, 'x-access-purpose': 'SELF', ...headers },
  });
  const records = (await gateway.records()).slice(before);
  return { answer, records, before };
}

function intentAndOutcome(records: readonly AccessRecord[]): [IntentRecord, OutcomeRecord] {
  expect(records.map(({ phase }) => phase)).toEqual(['intent', 'outcome']);
  return records as unknown as [IntentRecord, OutcomeRecord];
}

const auditOf = ({ body }: Answer) => body.extensions?.audit as { index: number; leafHash: string };

describe('an answer with personal data', () => {
  it('has two records: that somebody is about to look, and at whom he looked', async () => {
    const { records, answer } = await ask('query Q($no: ID!) { file(no: $no) { title owner { name } } }', {
      no: 'F-p1',
    });
    expect(answer.body.data).toEqual({ file: { title: 'A file', owner: { name: 'Name of p1' } } });
    const [intent, outcome] = intentAndOutcome(records);
    const fields = ['File.owner', 'File.title', 'Person.name', 'Query.file'];
    const actor = { id: 'clerk-7', role: 'CITIZEN', organisation: 'org-1', service: null };
    expect(intent).toMatchObject({ actor, purpose: 'SELF', caseReference: null, fields });
    expect(outcome).toMatchObject({
      actor,
      fields,
      operation: intent.operation,
      requestId: intent.requestId,
      decision: 'allowed',
      disclosure: 'full',
      errors: [],
      subjects: [tagOf('p1'), tagOf('p9')].sort(),
      counts: { subjects: 2, cases: 1, masked: 0, hidden: 0 },
      agencies: { asked: ['files', 'people'], failed: [] },
      part: { number: 1, of: 1 },
    });
    expect(outcome.requestId).toBe(answer.headers.get('x-request-id'));
  });

  it('carries the receipt of the second', async () => {
    const { answer, before } = await ask('{ me { name } }');
    const { index, leafHash: hash } = auditOf(answer);
    expect(index).toBe(before + 1);
    const [body] = await gateway.store().entries(index, index + 1);
    expect(hash).toBe(leafHash(body as Buffer).toString('hex'));
  });

  it('keeps what a subgraph says of persons to the gateway', async () => {
    const { answer } = await ask('{ me { name } }');
    expect(answer.text).not.toContain(tagOf('p1'));
    expect(Object.keys(answer.body.extensions ?? {}).sort()).toEqual(['audit', 'completeness']);
  });

  it('is announced in the log, on the disk, before a subgraph is asked', async () => {
    const journal = () =>
      readFileSync(join(gateway.audit.directory, 'journal', 'entries')).toString('latin1');
    let seen = '';
    register.people.spoil((_request, _response, serve) => {
      seen = journal();
      void serve();
    });
    await ask('{ me { name } }', {}, { 'x-request-id': 'announced-first' });
    expect(seen).toContain('"phase":"intent"');
    expect(seen).toContain('announced-first');
    expect(seen.slice(seen.indexOf('announced-first'))).not.toContain('"phase":"outcome"');
  });

  it('tells what was denied, hidden or failed, and names those whom it is about all the same', async () => {
    const hidden = await ask('query Q($no: ID!) { file(no: $no) { title } }', { no: 'F-p2' });
    expect(hidden.answer.body.data).toEqual({ file: null });
    expect(intentAndOutcome(hidden.records)[1]).toMatchObject({
      decision: 'denied',
      disclosure: 'none',
      subjects: [tagOf('p2'), tagOf('p9')].sort(),
      counts: { subjects: 2, cases: 1, masked: 0, hidden: 1 },
    });
    register.files.spoil((_request, response) => response.destroy());
    const failed = await ask('query Q($no: ID!) { file(no: $no) { title } me { name } }', { no: 'F-p1' });
    expect(intentAndOutcome(failed.records)[1]).toMatchObject({
      decision: 'allowed',
      errors: ['AGENCY_UNAVAILABLE'],
      agencies: { asked: ['files', 'people'], failed: ['files'] },
      subjects: [tagOf('p1')],
    });
  });

  it('has in sealed form what each person may be told of it', async () => {
    const { records, before } = await ask('{ me { name files { title } } }');
    const [, outcome] = intentAndOutcome(records);
    expect(outcome.subjects).toEqual([tagOf('p1')]);
    const sealed = await gateway.store().sealed(before + 1, outcome.payloads[0] as string);
    expect(sealed).not.toBeNull();
    expect(sealed?.toString('latin1')).not.toContain('F-p1');
  });

  it('is not shared with another request, which is a look of its own', async () => {
    const before = (await gateway.records()).length;
    register.people.spoil((_request, _response, serve) => setTimeout(() => void serve(), 50));
    const token = await gateway.issuer.token({ sub: 'clerk-7' });
    const headers = { authorization: `Bearer ${token}` };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => gateway.ask('{ me { name } }', { headers })),
    );
    expect(new Set(answers.map((answer) => auditOf(answer).index)).size).toBe(5);
    expect(register.people.received).toHaveLength(5);
    expect((await gateway.records()).length - before).toBe(10);
  });

  it('does not leave where it cannot be known whose it is', async () => {
    register.people.spoil((_request, response) => {
      const access = { subjects: ['a name in clear'] };
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ data: { me: { name: 'Name of p1' } }, extensions: { access } }));
    });
    const { answer } = await ask('{ me { name } }');
    expect(answer.body.data).toEqual({ me: null });
    expect(answer.body.errors?.[0]?.extensions.code).toBe('AGENCY_BAD_RESPONSE');
  });
});

it('how long records take is measured', async () => {
  await ask('{ me { name } }');
  const { text } = await gateway.send('/metrics');
  const [, count] = /gateway_audit_record_seconds_count\{outcome="written"\} (\d+)/.exec(text) ?? [];
  expect(Number(count)).toBe((await gateway.records()).length);
});

describe('a number of a person in a header', () => {
  it('is not written to the log', async () => {
    const { records } = await ask('{ me { name } }', {}, { 'x-access-case': '480101198503121013' });
    expect(intentAndOutcome(records)[0].caseReference).toMatch(/^sha256:/);
  });
});

describe('an answer without anything personal', () => {
  it('is not recorded', async () => {
    const { answer, records } = await ask('{ motto offices { city } __typename }');
    expect(answer.body.data).toEqual({ motto: 'read', offices: [{ city: 'Beijing' }], __typename: 'Query' });
    expect(records).toEqual([]);
    expect(answer.body.extensions?.audit).toBeUndefined();
  });
});

describe('an answer in parts', () => {
  it('has an outcome for each part that shows something more, before that part leaves', async () => {
    const before = (await gateway.records()).length;
    const token = await gateway.issuer.token({ sub: 'clerk-7' });
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        accept: 'multipart/mixed;deferSpec=20220824, application/json',
      },
      body: JSON.stringify({ query: '{ me { name ... @defer { files { title } } } }' }),
    });
    const text = await response.text();
    const records = (await gateway.records()).slice(before);
    expect(records.map(({ phase }) => phase)).toEqual(['intent', 'outcome', 'outcome']);
    const [, first, second] = records as unknown as [IntentRecord, OutcomeRecord, OutcomeRecord];
    expect([first.counts.cases, second.counts.cases]).toEqual([0, 1]);
    const receipts = [...text.matchAll(/"audit":\{"index":(\d+)/g)].map(([, index]) => Number(index));
    expect(receipts).toEqual([before + 1, before + 2]);
  });
});
