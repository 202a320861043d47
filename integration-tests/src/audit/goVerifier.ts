import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a verifier says of a bundle. */
export interface Opinion {
  readonly isProven: boolean;
  /** Codes and places of what is wrong; may be empty where it is only said that something is. */
  readonly faults: readonly string[];
}

/** Where Debian puts Go and the module of the tree (`golang-1.19-go`, `golang-golang-x-mod-dev`). */
const MODULES = '/usr/share/gocode';
const SOURCES = join(import.meta.dirname, '..', '..', 'verifier');

/** The verifier in Go, built into `directory`; null where there is no Go on this machine. */
export function buildGoVerifier(
  directory: string,
): ((bundle: string, policy: string) => Promise<Opinion>) | null {
  const [go] = [...globSync('/usr/lib/go-*/bin/go'), '/usr/local/go/bin/go'].filter((path) =>
    existsSync(path),
  );
  if (go === undefined || !existsSync(join(MODULES, 'src/golang.org/x/mod/sumdb/tlog'))) return null;
  const program = join(directory, 'verifier');
  execFileSync(go, ['build', '-o', program, '.'], {
    cwd: SOURCES,
    env: { GO111MODULE: 'off', GOPATH: MODULES, GOCACHE: join(tmpdir(), 'tongban-go-cache'), GOFLAGS: '' },
  });
  return async (bundle, policy) => {
    const { status, stdout, stderr } = spawnSync(program, [bundle, policy], { encoding: 'utf8' });
    if (status !== 0 && status !== 1) throw new Error(`the verifier did not run: ${stderr}`);
    const faults = stdout
      .split('\n')
      .filter((line) => /^[A-Z_]+ /.test(line))
      .map((line) => line.slice(0, line.indexOf(':')));
    return { isProven: status === 0, faults };
  };
}
