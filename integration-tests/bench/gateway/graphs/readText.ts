import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file that lies beside the module with this `import.meta.dirname`. */
export function readText(directory: string, file: string): string {
  return readFileSync(join(directory, file), 'utf8');
}
