import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cast } from '@tongban/synthetic';
import { askCleanly, testGraph } from '../client.ts';
import { buildGoVerifier } from './goVerifier.ts';

// Programs start slowly on a machine that runs the whole graph, and Go compiles its library the first time.
jest.setTimeout(180_000);

const root = mkdtempSync(join(tmpdir(), 'export-'));
const program = join(import.meta.dirname, '..', '..', '..', 'local', 'src', 'audit.ts');
afterAll(() => rmSync(root, { recursive: true }));

async function audit(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { gatewayUrl, issuerUrl } = testGraph();
  const running = args[0] === 'verify' ? [] : ['--gateway', gatewayUrl, '--issuer', issuerUrl];
  const child = spawn(process.execPath, [program, ...args, ...running], { env: { INIT_CWD: root } });
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

describe('what the running graph has recorded about a person', () => {
  const [type, number] = cast.persons.zhang.credential.split(':') as [string, string];

  beforeAll(async () => {
    await askCleanly('citizen:zhang', '{ thread(threadNo: "CT-2026-00000001") { title cases { caseNo } } }');
  });

  it('is exported by an auditor, complete and proven, and nothing in it names anybody', async () => {
    const { code, out, err } = await audit('export', '--type', type, '--person', number, '--out', 'zhang');
    expect([code, err]).toEqual([0, expect.stringContaining('written to')]);
    expect(out).toMatch(/^proven: /);
    expect(out).toMatch(/complete: [1-9]\d* records about the person/);
    for (const entry of readdirSync(join(root, 'zhang'), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      expect(text).not.toContain(number);
      expect(text).not.toContain('张');
    }
    const go = buildGoVerifier(root);
    const agreed = await go?.(join(root, 'zhang'), join(root, 'zhang/policy'));
    expect(agreed ?? { isProven: true, faults: [] }).toEqual({ isProven: true, faults: [] });
  });

  it('is found in the whole log, whose index records are right', async () => {
    const { code, out } = await audit('export', '--all', '--out', 'everything');
    expect([code, out]).toEqual([0, expect.stringMatching(/^proven: [\s\S]*right: [1-9]\d* index records/)]);
  });

  it('counts in the blast radius of who looked', async () => {
    const { code, out } = await audit('blast-radius', '--actor', 'citizen:zhang');
    expect([code, out.split('\n')[0]]).toEqual([0, 'tag\taccesses\tfull\tmasked\tfirst\tlast']);
    const tags = JSON.parse(readFileSync(join(root, 'zhang/subjects.json'), 'utf8')) as string[];
    expect(tags.some((tag) => out.includes(tag))).toBe(true);
  });
});
