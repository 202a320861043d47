import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { peersDirectory } from './gatewayCommands.ts';

/** Installs the other gateways, about 700 MB, unless they are there. No lock file: their versions are pinned, and it is 1,000 lines of noise. */
export async function installPeers(onProgress: (message: string) => void): Promise<void> {
  if (existsSync(join(peersDirectory, 'node_modules'))) return;
  onProgress('installing the gateways to compare with (once, about a minute)');
  const flags = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawn('npm', ['install', '--prefix', peersDirectory, ...flags], {
    cwd: peersDirectory,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(npm, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`npm install in ${peersDirectory} ended with ${code}`);
}
