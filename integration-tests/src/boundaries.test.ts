import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { cruise, type ICruiseOptions, type IReporterOutput } from 'dependency-cruiser';

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
const folders: string[] = [];

/** The rules that a tree of the given files breaks. */
async function brokenRules(files: Record<string, string>): Promise<string[]> {
  const baseDir = mkdtempSync(join(tmpdir(), 'boundaries-'));
  folders.push(baseDir);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(baseDir, path)), { recursive: true });
    writeFileSync(join(baseDir, path), content);
  }
  const result: IReporterOutput = await cruise(
    ['.'],
    { ...options, baseDir, validate: true, ruleSet: { forbidden } } satisfies ICruiseOptions,
    options.enhancedResolveOptions,
  );
  if (typeof result.output === 'string') throw new Error('expected the result as an object');
  return [...new Set(result.output.summary.violations.map(({ rule }) => rule.name))];
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the boundaries between the rooms', () => {
  it('let a subgraph use the kit', async () => {
    expect(
      await brokenRules({
        'subgraphs/notary/src/a.ts': "import { kit } from '../../kit/src/kit.ts'; export const a = kit;",
        'subgraphs/kit/src/kit.ts': 'export const kit = 1;',
      }),
    ).toEqual([]);
  });

  it.each([
    [
      'a subgraph that imports another',
      'subgraphs/notary/src/a.ts',
      'subgraphs/mediation/src/b.ts',
      'subgraphs-are-islands',
    ],
    [
      'a subgraph that imports the gateway',
      'subgraphs/notary/src/a.ts',
      'gateway/src/b.ts',
      'subgraphs-are-islands',
    ],
    [
      'a subgraph that imports an agency system',
      'subgraphs/notary/src/a.ts',
      'agencies/notary/src/b.ts',
      'subgraphs-are-islands',
    ],
    [
      'a subgraph that reads the contract itself',
      'subgraphs/notary/src/a.ts',
      'schema/src/b.ts',
      'only-the-kit-reads-the-contract',
    ],
    [
      'an agency system that imports a subgraph',
      'agencies/notary/src/a.ts',
      'subgraphs/notary/src/b.ts',
      'agencies-know-no-graphql',
    ],
    [
      'an agency system that imports another',
      'agencies/notary/src/a.ts',
      'agencies/mediation/src/b.ts',
      'agencies-are-islands',
    ],
    [
      'a gateway that imports a subgraph',
      'gateway/src/a.ts',
      'subgraphs/kit/src/b.ts',
      'the-gateway-knows-no-domain',
    ],
    [
      'a verifier of the access log that imports what writes it',
      'gateway/src/audit/verify/a.ts',
      'gateway/src/audit/b.ts',
      'the-verifier-shares-nothing',
    ],
    ['a contract that imports code', 'schema/src/a.ts', 'gateway/src/b.ts', 'the-contract-imports-no-code'],
    [
      'code that imports the integration tests',
      'local/src/a.ts',
      'integration-tests/src/b.ts',
      'nobody-imports-the-proof',
    ],
  ])('stop %s', async (_what, from, to, rule) => {
    const way = `${'../'.repeat(from.split('/').length - 1)}${to}`;
    expect(
      await brokenRules({
        [from]: `import { b } from '${way}'; export const a = b;`,
        [to]: 'export const b = 1;',
      }),
    ).toEqual([rule]);
  });

  it('stop a circle and an import of what is not there', async () => {
    expect(
      await brokenRules({
        'gateway/src/a.ts': "import { b } from './b.ts'; export const a = () => b;",
        'gateway/src/b.ts': "import { a } from './a.ts'; export const b = () => a;",
        'gateway/src/c.ts': "import { d } from './missing.ts'; export const c = d;",
      }),
    ).toEqual(expect.arrayContaining(['no-circular', 'not-to-unresolvable']));
  });
});
