import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** Code lists of `schema/codes/`. */
export interface Codes {
  /** Codes of IdentityDocumentType with their Chinese names. */
  readonly identityDocumentTypes: readonly { readonly type: string; readonly name: string }[];
  /** First two digits of region codes in use (GB/T 2260). */
  readonly provinces: readonly string[];
  /** Surnames of two characters. */
  readonly compoundSurnames: readonly string[];
}

/**
 * Reads the code lists of `schema/codes/`.
 *
 * @throws Error naming every mistake in a file.
 */
export function readCodes(): Codes {
  return {
    identityDocumentTypes: read(
      'identity-document-types.yaml',
      z.array(z.strictObject({ type: z.string().regex(/^[A-Z0-9_]+$/), name: z.string().min(1) })),
    ),
    provinces: read('provinces.yaml', z.array(z.string().regex(/^\d{2}$/))),
    compoundSurnames: read('compound-surnames.yaml', z.array(z.string().regex(/^\p{Script=Han}{2}$/u))),
  };
}

function read<T>(name: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parse(readFileSync(new URL(`../codes/${name}`, import.meta.url), 'utf8')));
  if (!parsed.success) throw new Error(`schema/codes/${name}:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
