import type { SyntheticDocument } from '../syntheticCaseBase.ts';
import { toInstant } from './createHistory.ts';

/** A document of a case; `number` null for kinds that carry none. The title is the kind unless given. */
export function createDocument(
  kind: string,
  number: string | null,
  issuedAt: string,
  issuer: { readonly id: string },
  { title = kind, secrecy = [] }: { readonly title?: string; readonly secrecy?: readonly string[] } = {},
): SyntheticDocument {
  return { kind, number, title, issuedAt: toInstant(issuedAt), issuer: issuer.id, secrecy };
}
