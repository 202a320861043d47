import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { peersDirectory } from './gatewayCommands.ts';

/**
 * Installs the gateways of `peers/package.json`, about 700 MB, unless they are there. No lock file is kept: what is
 * compared is pinned, and the thousand packages below it would have to be updated for nobody.
 */
export async function installPeers(onProgress: (message: string) => void): Promise<void> {
  if (areInstalled()) return;
  onProgress('installing the gateways to compare with (once, about a minute)');
  const flags = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawn('npm', ['install', '--prefix', peersDirectory, ...flags], {
    cwd: peersDirectory,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(npm, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`npm install in ${peersDirectory} ended with ${code}`);
}

function areInstalled(): boolean {
  const modules = join(peersDirectory, 'node_modules');
  // npm writes this file last: without it an install was interrupted.
  if (!existsSync(join(modules, '.package-lock.json'))) return false;
  const { dependencies } = readPackage(peersDirectory);
  return Object.entries(dependencies ?? {}).every(([name, version]) => {
    const directory = join(modules, name);
    return existsSync(directory) && readPackage(directory).version === version;
  });
}

function readPackage(directory: string): { version?: string; dependencies?: Record<string, string> } {
  return JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as {
    version?: string;
    dependencies?: Record<string, string>;
  };
}
