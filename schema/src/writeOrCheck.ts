import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * Writes a generated file, or with `check` compares it and answers what is stale.
 * Answers null where the file is as it should be.
 */
export function writeOrCheck(
  file: string,
  content: string,
  options: { check: boolean; command: string },
): string | null {
  const current = existsSync(file) ? readFileSync(file, 'utf8') : null;
  if (current === content) return null;
  if (options.check)
    return `${relative(process.cwd(), file)} is stale: run \`npm run ${options.command}\` and commit it`;
  writeFileSync(file, content);
  return null;
}
