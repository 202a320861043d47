import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse as parseYaml } from 'yaml';
import { DeclaredBreakingChanges, undeclaredBreakingChanges } from './breakingChanges.ts';
import { compose } from './compose.ts';
import { disclosureDocs } from './disclosureDocs.ts';
import { readDisclosureRules } from './disclosureRules.ts';
import { errorCodes } from './errorCodes.ts';
import { errorDocs } from './errorDocs.ts';
import { generateCaseFacts } from './generateCaseFacts.ts';
import { generateServiceCases } from './generateServiceCases.ts';
import { runLints } from './lints/runLints.ts';
import { purposeDocs } from './purposeDocs.ts';
import { readPurposes } from './purposes.ts';
import { readManifests, readSubgraphs } from './readSubgraphs.ts';
import { signSupergraph } from './signSupergraph.ts';
import { writeOrCheck } from './writeOrCheck.ts';

const HELP = `Usage: npm run compose [-- --check]   lint, compose, write schema/supergraph.graphql and schema/api.graphql
       npm run codegen [-- --check]   write generated SDL, docs/errors.md, docs/purposes.md and docs/disclosure.md

       npm run compose -- sign --key FILE --out FILE   sign schema/supergraph.graphql for gateways with SUPERGRAPH_KEY

  --check      write nothing; fail when a file is stale
  --key FILE   a private Ed25519 key as JWK
  --out FILE   where the signed supergraph goes
`;

const schemaDirectory = join(import.meta.dirname, '..');
const root = join(schemaDirectory, '..');
const subgraphsDirectory = join(root, 'subgraphs');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    key: { type: 'string' },
    out: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
// `npm run compose -- sign` comes as two words.
const command = positionals.at(-1);
if (values.help || (command !== 'compose' && command !== 'codegen' && command !== 'sign')) {
  console.log(HELP);
  process.exitCode = values.help ? 0 : 2;
} else {
  try {
    const problems =
      command === 'sign'
        ? runSign(values)
        : command === 'compose'
          ? await runCompose(values.check)
          : runCodegen(values.check);
    for (const problem of problems) console.error(`✖ ${problem}`);
    if (problems.length > 0) process.exitCode = 1;
    else console.log(`✔ ${command}${values.check ? ': nothing is stale' : ''}`);
  } catch (error) {
    console.error(`✖ ${(error as Error).message}`);
    process.exitCode = 1;
  }
}

function runSign({ key, out }: { key?: string | undefined; out?: string | undefined }): string[] {
  if (key === undefined || out === undefined) return ['sign takes --key FILE and --out FILE'];
  const sdl = readFileSync(join(schemaDirectory, 'supergraph.graphql'), 'utf8');
  const signed = signSupergraph(sdl, JSON.parse(readFileSync(key, 'utf8')) as object, new Date());
  // A gateway that watches the file must never see half of it.
  writeFileSync(`${out}.new`, signed);
  renameSync(`${out}.new`, out);
  return [];
}

async function runCompose(check: boolean): Promise<string[]> {
  const subgraphs = readSubgraphs(subgraphsDirectory);
  const breaches = runLints(subgraphs);
  if (breaches.length > 0) return breaches;
  const { supergraph, api } = compose(subgraphs);
  const broken = await findBreakingChanges(api, check);
  if (broken.length > 0) return broken;
  return [
    writeOrCheck(join(schemaDirectory, 'supergraph.graphql'), supergraph, { check, command: 'compose' }),
    writeOrCheck(join(schemaDirectory, 'api.graphql'), api, { check, command: 'compose' }),
  ].filter((problem) => problem !== null);
}

/** Compares with the file on disk and, when checking, with the last commit, which a stale file cannot hide. */
async function findBreakingChanges(api: string, check: boolean): Promise<string[]> {
  const apiFile = join(schemaDirectory, 'api.graphql');
  const declaredFile = join(schemaDirectory, 'declared-breaking-changes.yaml');
  const declared = DeclaredBreakingChanges.parse(parseYaml(readFileSync(declaredFile, 'utf8')) ?? []);
  const baselines = [
    existsSync(apiFile) ? readFileSync(apiFile, 'utf8') : null,
    check ? committedApi() : null,
  ];
  const problems = new Set<string>();
  for (const baseline of baselines) {
    if (baseline === null) continue;
    for (const { path, message } of await undeclaredBreakingChanges(baseline, api, declared)) {
      problems.add(
        `breaking change at ${path}: ${message}. Keep it, deprecate it, or declare it in schema/declared-breaking-changes.yaml`,
      );
    }
  }
  return [...problems];
}

function committedApi(): string | null {
  try {
    return execFileSync('git', ['show', 'HEAD:schema/api.graphql'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return null;
  }
}

function runCodegen(check: boolean): string[] {
  const generatedFor = (subgraph: string, file: string) =>
    join(subgraphsDirectory, subgraph, 'generated', file);
  const manifests = readManifests(subgraphsDirectory);
  const files: [file: string, content: string][] = [
    [generatedFor('one-network', 'serviceCases.graphql'), generateServiceCases(manifests)],
    [generatedFor('one-network', 'services.json'), `${JSON.stringify(manifests, null, 2)}\n`],
    [generatedFor('oversight', 'caseFacts.graphql'), generateCaseFacts(manifests)],
    [generatedFor('oversight', 'services.json'), `${JSON.stringify(manifests, null, 2)}\n`],
    [join(root, 'docs', 'errors.md'), errorDocs(errorCodes)],
    [join(root, 'docs', 'purposes.md'), purposeDocs(readPurposes())],
    [join(root, 'docs', 'disclosure.md'), disclosureDocs(readDisclosureRules())],
  ];
  return files
    .map(([file, content]) => {
      mkdirSync(dirname(file), { recursive: true });
      return writeOrCheck(file, content, { check, command: 'codegen' });
    })
    .filter((problem) => problem !== null);
}
