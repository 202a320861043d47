import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  startTestIssuer,
  startTestLog,
  type TestIssuer,
  type TestLogServer,
  type TestLogStore,
  testLogStores,
} from '@tongban/gateway/audit/testing';

jest.setTimeout(60_000);

const tag = (person: number) => `e1:${String(person).padStart(43, '0')}`;
const NUMBER = '480101199001010011';
const root = mkdtempSync(join(tmpdir(), 'audit-command-'));
const [journal] = (await testLogStores()) as [TestLogStore];

let issuer: TestIssuer;
let log: TestLogServer;
/** Gives tokens, and answers as the graph does about one person. */
let graph: Server;
let graphUrl: string;
let asked: { headers: Record<string, unknown>; variables: Record<string, string> }[];
let traced: { subjectTags: string[] } | null;

async function bodyOf(request: AsyncIterable<Buffer>): Promise<Record<string, never>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString() || '{}');
}

beforeAll(async () => {
  issuer = await startTestIssuer();
  log = await startTestLog(journal, issuer, { publishEveryMs: 50 });
  for (let at = 0; at < 300; at++) {
    await log.look([tag(at % 5), tag(at % 3)], {
      actor: { id: at % 2 === 0 ? 'even' : 'odd', role: 'CLERK', organisation: 'org-1', service: null },
      time: new Date(Date.UTC(2026, 2, 2, 0, at)).toISOString(),
      disclosure: at % 2 === 0 ? 'full' : 'masked',
    });
  }
  graph = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const answer = async () => {
      if (request.url === '/token') {
        const role = String(body.persona).startsWith('auditor') ? 'AUDITOR' : 'CITIZEN';
        return { access_token: await issuer.token({ role, sub: 'auditor-1', amr: ['pwd', 'hwk'] }) };
      }
      if (request.url?.startsWith('/log')) {
        const { method = 'GET', headers } = request;
        const {
          host: _,
          connection: __,
          'content-length': ___,
          'transfer-encoding': ____,
          ...sent
        } = headers;
        const through = await fetch(new URL(request.url, log.url), {
          method,
          headers: sent as Record<string, string>,
          ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
        });
        response.statusCode = through.status;
        return Buffer.from(await through.arrayBuffer());
      }
      const variables = body.variables as unknown as Record<string, string>;
      asked.push({ headers: request.headers, variables });
      return 'number' in variables
        ? { data: { personByDocument: variables.number === NUMBER ? { id: 'person-1' } : null } }
        : { data: { trace: { result: traced } } };
    };
    const written = await answer();
    response.end(Buffer.isBuffer(written) ? written : JSON.stringify(written));
  });
  graph.listen(0, '127.0.0.1');
  await once(graph, 'listening');
  graphUrl = `http://127.0.0.1:${(graph.address() as AddressInfo).port}`;
});
afterAll(async () => {
  graph.close();
  await log.stop();
  await issuer.stop();
  rmSync(root, { recursive: true });
});
beforeEach(() => {
  asked = [];
  traced = { subjectTags: [tag(2), 'e0:'.padEnd(46, '0')] };
});

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const program = join(import.meta.dirname, '..', 'audit.ts');
  const child = spawn(process.execPath, [program, ...args], {
    env: { INIT_CWD: root },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}
const running = () => ['--gateway', `${graphUrl}/graphql`, '--issuer', graphUrl];

describe('npm run audit', () => {
  it('exports all records about one person, who is found in the graph, and proves them', async () => {
    const { code, out, err } = await run('export', '--person', NUMBER, '--out', 'person', ...running());
    expect([code, err]).toEqual([0, expect.stringContaining('asking the graph which tags the person has')]);
    expect(out).toMatch(
      /^proven: 141 records of \d+, cosigned by nobody\ncomplete: 140 records about the person/,
    );
    expect(out + err).not.toContain(NUMBER);
    expect(asked.map(({ variables }) => variables)).toEqual([
      { type: 'RIC', number: NUMBER },
      { person: 'person-1', basis: 'AUD-2026-001' },
    ]);
    expect(asked[0]?.headers).toMatchObject({ 'x-access-purpose': 'AUDIT', 'x-access-case': 'AUD-2026-001' });
    expect(readdirSync(join(root, 'person')).sort()).toEqual([
      'checkpoint',
      'head.json',
      'index.json',
      'policy',
      'records',
      'subjects.json',
    ]);
    for (const name of readdirSync(join(root, 'person'), { recursive: true, withFileTypes: true })) {
      if (name.isFile()) expect(readFileSync(join(name.parentPath, name.name), 'utf8')).not.toContain(NUMBER);
    }
  });

  it('verifies a bundle, and tells by its exit status what it is worth', async () => {
    const bundle = join(root, 'spoilt');
    expect((await run('export', '--tags', tag(1), '--out', 'spoilt', ...running())).code).toBe(0);
    writeFileSync(join(root, 'policy'), log.policy);
    expect(await run('verify', 'spoilt', '--policy', 'policy')).toMatchObject({ code: 0, err: '' });
    unlinkSync(join(bundle, 'records/1.json'));
    unlinkSync(join(bundle, 'records/1.tlog-proof'));
    const { code, out } = await run('verify', bundle, '--policy', join(root, 'policy'));
    expect([code, out]).toEqual([1, expect.stringContaining('INCOMPLETE index.json')]);
    writeFileSync(join(root, 'other'), log.policy.replace('example.com/log', 'example.com/other'));
    expect(await run('verify', 'spoilt', '--policy', 'other')).toMatchObject({ code: 1 });
  });

  it('exports the whole log, which continues what was seen before', async () => {
    writeFileSync(join(root, 'seen'), readFileSync(join(root, 'person/checkpoint')));
    const { code, out } = await run('export', '--all', '--out', 'whole', '--seen', 'seen', ...running());
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^proven: (\d+) records of \1[\s\S]*index records, computed again/),
    ]);
    expect(readdirSync(join(root, 'whole'))).toContain('consistency');
  });

  it('lists whom the looks of somebody have touched', async () => {
    const { code, out, err } = await run(
      'blast-radius',
      '--actor',
      'even',
      '--to',
      '2026-03-02T00:05:00Z',
      ...running(),
    );
    expect(code).toBe(0);
    const touched = (person: number, at: number) => {
      const time = `2026-03-02T00:0${at}:00.000Z`;
      return [tag(person), 1, 1, 0, time, time].join('\t');
    };
    expect(out.trim().split('\n')).toEqual([
      'tag\taccesses\tfull\tmasked\tfirst\tlast',
      ...[touched(0, 0), touched(2, 2), touched(4, 4), touched(1, 4)],
    ]);
    expect(err).toMatch(/3 of \d+ records are meant; they touch 4 persons/);
  });

  it.each([
    ['nothing to do', [], 2, 'Say what to do'],
    ['an unknown option', ['export', '--whom', 'x'], 2, '--whom'],
    ['nobody to export', ['export', '--out', 'x'], 2, 'Say what to export'],
    ['nowhere to write to', ['export', '--all'], 2, 'Say where to: --out DIR'],
    ['no time', ['blast-radius', '--from', 'yesterday'], 2, '--from takes a time'],
    ['nobody meant', ['blast-radius'], 2, 'Say whose looks are meant'],
    ['a folder that is not empty', ['export', '--all', '--out', '.'], 1, 'choose another folder'],
    [
      'no graph',
      ['export', '--all', '--out', 'x', '--gateway', 'http://127.0.0.1:9/graphql'],
      1,
      'npm start',
    ],
  ])('says what is wrong: %s', async (_, args, code, text) => {
    const answer = await run(...args);
    expect([answer.code, answer.err]).toEqual([code, expect.stringContaining(text)]);
  });

  it('says so where the auditor may not trace the person, and where he is none', async () => {
    traced = null;
    const refused = await run('export', '--person', NUMBER, '--out', 'refused', ...running());
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringContaining('within the assignment AUD-2026-001'),
    });
    const unknown = await run('export', '--person', '480101199001010099', '--out', 'refused', ...running());
    expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('within the assignment') });
    const citizen = await run('export', '--all', '--out', 'refused', '--as', 'citizen:zhang', ...running());
    expect(citizen).toMatchObject({ code: 1, err: expect.stringContaining('read by auditors only') });
  });
});
