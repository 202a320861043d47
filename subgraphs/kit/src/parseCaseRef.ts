import { normaliseNumber } from './normaliseNumber.ts';

/** What a case reference asks for: one case by id, or whichever case has the number on a document. */
export type CaseRef =
  | { readonly kind: 'id'; readonly region: string; readonly key: string }
  | { readonly kind: 'number'; readonly number: string };

const LONGEST_NUMBER = 80;

/**
 * Reads `<prefix>-<region>-<agency key>` or `no:<number>`; the number comes back normalised. Null for everything else,
 * another service's prefix too, so that a stranger's id costs no call.
 */
export function parseCaseRef(ref: string, prefix: string): CaseRef | null {
  if (ref.startsWith('no:')) {
    if (ref.length > LONGEST_NUMBER) return null;
    const number = normaliseNumber(ref.slice(3));
    return /\d/.test(number) ? { kind: 'number', number } : null;
  }
  const match = /^([A-Z]{2})-(\d{6})-([0-9A-Za-z][0-9A-Za-z_-]{0,63})$/.exec(ref);
  const [, foundPrefix, region, key] = match ?? [];
  if (foundPrefix !== prefix || region === undefined || key === undefined) return null;
  return { kind: 'id', region, key };
}
