import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { testLogStores } from '@tongban/gateway/audit/testing';
import { type AuditValues, auditOptions, type Terminal } from './auditOptions.ts';
import { runArchive } from './runArchive.ts';
import { runTables } from './runTables.ts';

// biome-ignore lint/style/noProcessEnv: tests run on PostgreSQL where the machine says there is one
const { DATABASE_URL = 'postgresql://postgres@127.0.0.1:5432/test' } = process.env;
const hasPostgres = (await testLogStores()).some(({ name }) => name === 'PostgreSQL');

function terminal(env: Terminal['env'] = {}) {
  const told: string[] = [];
  const tell = (text: string) => void told.push(text);
  return { told, terminal: { env, print: tell, progress: tell } };
}

function values(changes: Partial<AuditValues>): AuditValues {
  const defaults = Object.entries(auditOptions).flatMap(([name, option]) =>
    'default' in option ? [[name, option.default]] : [],
  );
  return { ...Object.fromEntries(defaults), ...changes } as AuditValues;
}

describe.each([
  ['tables', runTables],
  ['archive', runArchive],
])('npm run audit -- %s', (_verb, run) => {
  it('says what to set where nobody owns the tables', async () => {
    const { told, terminal: one } = terminal();
    expect(await run(values({}), [], one)).toBe(2);
    expect(told.join()).toContain('AUDIT_OWNER_URL');
  });

  it('says what is missing', async () => {
    const { told, terminal: one } = terminal({ AUDIT_OWNER_URL: 'postgresql://127.0.0.1:1/none' });
    expect(await run(values({}), [], one)).toBe(2);
    expect(told.join()).toMatch(/--writer ROLE|--out DIR/);
  });

  it('fails where no database answers', async () => {
    const policy = join(mkdtempSync(join(tmpdir(), 'policy-')), 'policy');
    writeFileSync(policy, 'quorum none\n');
    const { terminal: one } = terminal({ AUDIT_OWNER_URL: 'postgresql://127.0.0.1:1/none' });
    await expect(run(values({ writer: 'w', out: '/tmp', policy }), [], one)).rejects.toThrow();
  });
});

describe(hasPostgres ? 'in PostgreSQL' : 'without PostgreSQL', () => {
  it('tables are made twice without harm, and nothing of a young log is taken out; where there is none, they are not made', async () => {
    const schema = `test_owner_${randomBytes(6).toString('hex')}`;
    const { told, terminal: one } = terminal({ AUDIT_OWNER_URL: DATABASE_URL });
    const make = () => runTables(values({ writer: 'pg_monitor', schema }), [], one);
    if (!hasPostgres) {
      await expect(make()).rejects.toThrow();
      return;
    }
    expect([await make(), await make()]).toEqual([0, 0]);
    const folder = mkdtempSync(join(tmpdir(), 'archive-'));
    writeFileSync(join(folder, 'policy'), 'quorum none\n');
    const kept = values({ schema, out: join(folder, 'archive'), policy: join(folder, 'policy') });
    expect(await runArchive(kept, [], one)).toBe(0);
    expect(told.at(-1)).toContain('nothing is older than 1096 days');
    await expect(runArchive({ ...kept, days: '1095' }, [], one)).rejects.toThrow('three years');
  });
});
