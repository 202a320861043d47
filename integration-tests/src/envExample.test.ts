import { generateKeyPairSync } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { defaultPorts, portVariable, processNames, readPorts } from '../../local/src/ports.ts';

type ReadConfig = (env: Readonly<Record<string, unknown>>) => unknown;

interface Section {
  /** Lines without `#`: what must be given. */
  readonly required: ReadonlyMap<string, string>;
  /** Lines with `#`: what may be given, with the default; empty: no default that can be written down. */
  readonly optional: ReadonlyMap<string, string>;
}

const root = join(import.meta.dirname, '..', '..');
const START = 'local/src/start.ts';
/** Long enough, and hexadecimal: fits every secret. */
const SECRET = 'a'.repeat(64);
const PRIVATE_KEY = JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }));

const sections = readSections(readFileSync(join(root, '.env.example'), 'utf8'));
const configs = globSync(
  ['gateway', 'subgraphs/*', 'agencies/*'].map((room) => `${room}/src/config.ts`),
  {
    cwd: root,
  },
).sort();

function readSections(text: string): ReadonlyMap<string, Section> {
  const parts = text.split(/^# --- (\S+) ---$/m).slice(1);
  const found = new Map<string, Section>();
  for (let index = 0; index < parts.length; index += 2) {
    found.set(parts[index] ?? '', {
      required: readLines(parts[index + 1] ?? '', /^([A-Z][A-Z\d_]*)=(.*)$/gm),
      optional: readLines(parts[index + 1] ?? '', /^# ([A-Z][A-Z\d_]*)=(.*)$/gm),
    });
  }
  return found;
}

function readLines(text: string, line: RegExp): Map<string, string> {
  return new Map(
    [...text.matchAll(line)].map(([, name = '', value = '']) => [name, value.replace(/^'(.*)'$/, '$1')]),
  );
}

function sectionOf(path: string): Section {
  const section = sections.get(path);
  if (section === undefined) throw new Error(`.env.example has no section ${path}`);
  return section;
}

async function readConfigOf(path: string): Promise<ReadConfig> {
  const { readConfig } = (await import(join(root, path))) as { readConfig: ReadConfig };
  return readConfig;
}

/** The variables that `readConfig` complains of. */
function refusedNames(readConfig: ReadConfig, env: Readonly<Record<string, unknown>>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    return [...(error as Error).message.matchAll(/→ at (\w+)/g)].map(([, name = '']) => name).sort();
  }
  return [];
}

/**
 * The variables that a process reads: each word that could be a name is given a value that no schema accepts, and the
 * complaint names those that were looked at.
 */
function namesRead(readConfig: ReadConfig, path: string): string[] {
  const sources = [
    path,
    'subgraphs/kit/src/subgraphEnv.ts',
    'gateway/src/admission/admissionConfig.ts',
    'gateway/src/audit/auditConfig.ts',
  ].map((file) => readFileSync(join(root, file), 'utf8'));
  const words = sources.join('\n').match(/\b[A-Z][A-Z\d_]+\b/g) ?? [];
  return refusedNames(readConfig, Object.fromEntries(words.map((word) => [word, {}])));
}

describe('.env.example', () => {
  it('has a section for each process and no other', () => {
    expect([...sections.keys()].sort()).toEqual([...configs, START].sort());
  });

  it.each(configs)('has every variable of %s and no other', async (path) => {
    const { required, optional } = sectionOf(path);
    const readConfig = await readConfigOf(path);
    expect([...required.keys(), ...optional.keys()].sort()).toEqual(namesRead(readConfig, path));
  });

  it.each(configs)('marks what %s cannot do without, and fills it in so that it starts', async (path) => {
    const { required } = sectionOf(path);
    const readConfig = await readConfigOf(path);
    expect([...required.keys()]).toEqual(expect.arrayContaining(refusedNames(readConfig, {})));
    expect(refusedNames(readConfig, filledIn(required))).toEqual([]);
  });

  it.each(configs)('shows the defaults of %s', async (path) => {
    const { required, optional } = sectionOf(path);
    const readConfig = await readConfigOf(path);
    const shown = [...optional].filter(([, value]) => value !== '');
    expect(readConfig({ ...filledIn(required), ...Object.fromEntries(shown) })).toEqual(
      readConfig(filledIn(required)),
    );
  });

  it('has every variable of npm start, with the default ports', () => {
    const { required, optional } = sectionOf(START);
    const source = readFileSync(join(root, START), 'utf8');
    const read = [...source.matchAll(/process\.env\.([A-Z_]+)|env: \{ ([A-Z_]+):/g)].map(
      ([, own, passedOn]) => own ?? passedOn,
    );
    expect(required.size).toBe(0);
    expect([...optional.keys()].sort()).toEqual(
      [...new Set([...read, ...processNames.map(portVariable)])].sort(),
    );
    expect(readPorts(Object.fromEntries(optional))).toEqual(defaultPorts);
    for (const name of processNames) {
      expect(optional.get(portVariable(name))).toBe(String(defaultPorts[name]));
    }
  });

  it('has a comment above every variable', () => {
    const lines = readFileSync(join(root, '.env.example'), 'utf8').split('\n');
    const isVariable = (line = '') => /^(# )?[A-Z][A-Z\d_]*=/.test(line);
    const bare = lines.filter(
      (line, index) =>
        isVariable(line) && (isVariable(lines[index - 1]) || !/^# [^-]/.test(lines[index - 1] ?? '')),
    );
    expect(bare).toEqual([]);
  });

  it('holds no secret', () => {
    for (const { required } of sections.values()) {
      for (const [name, value] of required) {
        if (/KEY$|PASSWORD|SECRET|_TOKEN$/.test(name)) expect(value).toMatch(/^$|^\w+=$|"d":"…"/);
      }
    }
  });
});

/** With secrets in the places for them. */
function filledIn(required: ReadonlyMap<string, string>): Record<string, string> {
  const fill = (value: string) => {
    if (value.includes('"d":"…"')) return PRIVATE_KEY;
    return /^(\w+=)?$/.test(value) ? value + SECRET : value;
  };
  return Object.fromEntries([...required].map(([name, value]) => [name, fill(value)]));
}
