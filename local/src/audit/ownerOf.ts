import type { Terminal } from './auditOptions.ts';

/** Who owns the tables of the log, by AUDIT_OWNER_URL: a URL with a password does not stand on a command line. Null: it is not set. */
export function ownerOf(schema: string, terminal: Terminal): { url: string; schema: string } | null {
  const url = terminal.env.AUDIT_OWNER_URL;
  if (url !== undefined && url !== '') return { url, schema };
  terminal.progress('Set AUDIT_OWNER_URL to a postgresql:// URL of who owns the tables of the log.');
  return null;
}
