import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestIssuer, type TestIssuer } from '../identity/startTestIssuer.ts';
import { type Library, startLibrary } from '../testing/startLibrary.ts';
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts';

let library: Library;
let issuer: TestIssuer;
let gateway: TestGateway;
beforeAll(async () => {
  library = await startLibrary();
  issuer = await startTestIssuer();
  gateway = await startTestGateway(library.supergraph, { identity: issuer.identity });
});
afterAll(async () => {
  await gateway.stop();
  await issuer.stop();
  await library.stop();
});

/** What would begin a line of its own, colour a terminal, or turn the direction of what is read. */
const TRICKS = [
  'EVIL\r\n{"level":60,"msg":"EVIL"}',
  'EVIL\u001b[2J\u001b[31m',
  'EVIL\u202e\u2066',
  'EVIL\u0000\u0007',
  '","level":60,"EVIL":"',
  `EVIL${'x'.repeat(5_000)}`,
];
/** What a header can carry of them. */
const HEADER_TRICKS = ['{"level":60,"EVIL":1}', 'EVIL=\u00ae\u009b31m', `EVIL${'x'.repeat(5_000)}`];

const headersOf = async (more: Record<string, string>) => ({
  'content-type': 'application/json',
  authorization: `Bearer ${await issuer.token()}`,
  ...more,
});

/** Raw, because `fetch` would not send some of these. */
function sendRaw(path: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(gateway.url);
    const sent = request({ port, path, method: 'POST', headers }, (response) => {
      let text = JSON.stringify(response.headers);
      response.on('data', (chunk) => (text += chunk)).on('end', () => resolve(text));
    });
    sent.on('error', reject).end('{"query":"{ motto }"}');
  });
}

it('nothing that a client writes is in the log, or is taken for a line of it', async () => {
  for (const trick of TRICKS) {
    for (const body of [
      { query: '{ motto }', operationName: trick },
      { query: `query A { motto } # ${trick}`, operationName: 'A', variables: { [trick]: trick } },
      { query: `{ shout(text: ${JSON.stringify(trick)}) }`, extensions: { [trick]: trick } },
      { query: trick },
      { query: '{ motto }', documentId: trick },
    ]) {
      await gateway.send('/graphql', {
        method: 'POST',
        headers: await headersOf({}),
        body: JSON.stringify(body),
      });
    }
    await gateway.send(`/${encodeURIComponent(trick)}?${encodeURIComponent(trick)}`);
  }
  for (const trick of HEADER_TRICKS) {
    for (const name of [
      'x-request-id',
      'x-access-purpose',
      'x-access-case',
      'accept',
      'traceparent',
      'authorization',
      'host',
      'x-forwarded-for',
      'user-agent',
    ]) {
      const answer = await sendRaw('/graphql', await headersOf({ [name]: trick }));
      expect(answer).not.toContain('EVIL');
    }
  }
  expect(gateway.log.length).toBeGreaterThan(TRICKS.length * 5);
  for (const line of gateway.log) {
    expect(line).not.toContain('EVIL');
    // One line each, of JSON, and nothing that a terminal would obey.
    expect(line.trimEnd()).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(JSON.parse(line)).toMatchObject({ name: 'gateway', level: expect.any(Number) });
  }
});
