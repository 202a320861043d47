import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { meantPath, type RunVerb, type Terminal } from './auditOptions.ts';

const VERIFIER = join(import.meta.dirname, '..', '..', '..', 'gateway/src/audit/verify/main.ts');

export const runVerify: RunVerb = async ({ policy, seen }, positionals, terminal) => {
  const [directory, ...more] = positionals;
  if (directory === undefined || more.length > 0) {
    terminal.progress('Give one folder: npm run -s audit -- verify DIR');
    return 2;
  }
  return await verifyFolder(meantPath(directory, terminal), { policy, seen }, terminal);
};

/** Runs the verifier, which knows nothing of the rest of us, as a process of its own. Answers its exit status. */
export async function verifyFolder(
  directory: string,
  { policy, seen }: { readonly policy: string | undefined; readonly seen: string | undefined },
  terminal: Terminal,
): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      VERIFIER,
      directory,
      ...(policy === undefined ? [] : ['--policy', meantPath(policy, terminal)]),
      ...(seen === undefined ? [] : ['--seen', meantPath(seen, terminal)]),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  child.stdout.on('data', (text: Buffer) => terminal.print(text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}
