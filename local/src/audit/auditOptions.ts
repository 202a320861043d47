import { resolve } from 'node:path';
import type { parseArgs } from 'node:util';

/** Options of all verbs, as `parseArgs` takes them. */
export const auditOptions = {
  person: { type: 'string' },
  type: { type: 'string', default: 'RIC' },
  tags: { type: 'string' },
  all: { type: 'boolean', default: false },
  out: { type: 'string' },
  policy: { type: 'string' },
  seen: { type: 'string' },
  actor: { type: 'string' },
  organisation: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  writer: { type: 'string' },
  schema: { type: 'string', default: 'access_log' },
  days: { type: 'string' },
  as: { type: 'string', default: 'auditor:case' },
  purpose: { type: 'string', default: 'AUDIT' },
  basis: { type: 'string', default: 'AUD-2026-001' },
  gateway: { type: 'string' },
  issuer: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

export type AuditValues = ReturnType<
  typeof parseArgs<{ allowPositionals: true; options: typeof auditOptions }>
>['values'];

export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The result. */
  print(text: string): void;
  /** One line about what is going on. */
  progress(text: string): void;
}

/** Does one verb; answers the exit status. */
export type RunVerb = (
  values: AuditValues,
  positionals: readonly string[],
  terminal: Terminal,
) => Promise<number>;

/** A path as it was meant: npm runs scripts in the root of the repository, wherever one stands. */
export function meantPath(path: string, { env }: Terminal): string {
  return resolve(env.INIT_CWD ?? '.', path);
}
