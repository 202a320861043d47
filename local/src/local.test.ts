import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startProcess } from './childProcess.ts';
import { graphProcesses } from './graphProcesses.ts';
import { defaultPorts, findFreePorts, processNames, readPorts, requireFreePorts } from './ports.ts';
import { callerKeys, readOrCreateSecrets } from './secrets.ts';

const directory = mkdtempSync(join(tmpdir(), 'local-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('ports', () => {
  it('are the documented ones, each moved by its variable', () => {
    expect(readPorts({})).toEqual(defaultPorts);
    expect(readPorts({ LEGAL_AID_SYSTEM_PORT: '5201' })).toEqual({
      ...defaultPorts,
      'legal-aid-system': 5201,
    });
  });

  it('that are none are all named at once', () => {
    expect(() => readPorts({ GATEWAY_PORT: 'x', NOTARY_PORT: '70000' })).toThrow(
      /NOTARY_PORT[\s\S]*GATEWAY_PORT|GATEWAY_PORT[\s\S]*NOTARY_PORT/,
    );
  });

  it('in use are refused before anything starts', async () => {
    const ports = await findFreePorts();
    expect(new Set(Object.values(ports)).size).toBe(processNames.length);
    await requireFreePorts(ports);
    const other = createServer().listen(ports.notary, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    await expect(requireFreePorts(ports)).rejects.toThrow(`port ${ports.notary} is in use; set NOTARY_PORT`);
    other.close();
  });
});

describe('secrets', () => {
  it('are made once, for their owner only, and the public key holds no secret', () => {
    const secrets = readOrCreateSecrets(directory);
    expect(readOrCreateSecrets(directory)).toEqual(secrets);
    expect(statSync(join(directory, 'secrets.json')).mode & 0o077).toBe(0);
    expect(callerKeys(secrets)).not.toContain(secrets.assertionKey.d);
  });

  it('that cannot be read are not replaced in silence', () => {
    const broken = mkdtempSync(join(directory, 'broken-'));
    writeFileSync(join(broken, 'secrets.json'), '{}');
    expect(() => readOrCreateSecrets(broken)).toThrow(/delete .* to start afresh/);
  });

  it('reach only those who need them', () => {
    const secrets = readOrCreateSecrets(directory);
    const processes = graphProcesses({
      ports: defaultPorts,
      secrets,
      dataDirectory: directory,
      databaseUrl: null,
    });
    expect(processes.map(({ name }) => name)).toEqual([...processNames]);
    const holders = (secret: string) =>
      processes
        .filter(({ env }) => Object.values(env).some((value) => value.includes(secret)))
        .map(({ name }) => name);
    expect(holders(secrets.assertionKey.d)).toEqual(['gateway']);
    expect(holders(secrets.personIdKey)).toEqual(['one-network']);
    expect(holders(secrets.credentialKey)).toEqual(['one-network']);
    expect(holders(secrets.findingKey)).toEqual(['oversight']);
    for (const [variable, secret] of Object.entries(secrets.agencies)) {
      if (variable.endsWith('USERNAME') || variable.endsWith('APP_ID')) continue;
      const agency = variable
        .replace(/_(API_KEY|PASSWORD|SECRET|API_TOKEN)$/, '')
        .toLowerCase()
        .replaceAll('_', '-');
      expect(holders(secret)).toEqual([`${agency}-system`, agency]);
    }
  });
});

describe('a process that ends at start', () => {
  it('is told with what it last said', async () => {
    const entry = join(directory, 'failing.js');
    writeFileSync(entry, "console.error('the cure is this'); process.exit(1);");
    const lines: string[] = [];
    const child = startProcess(
      { name: 'notary', entry, env: {}, readyUrl: 'http://127.0.0.1:9/health/ready' },
      { root: directory, env: {}, watch: false, onLine: (_name, line) => lines.push(line) },
    );
    await expect(child.ready(10_000)).rejects.toThrow(/notary ended at start:\s+the cure is this/);
    await child.stop();
  });
});
