import { parseCredential } from './identityDocument.ts';

/**
 * The digits of the region where an identity document was first issued, as its number has them: six for a resident identity
 * number (GB 11643), four or two for foreigners' permanent residence cards of the old and the new kind. Null for documents
 * whose numbers tell no region.
 */
export function regionOfDocument(credential: string): string | null {
  const document = parseCredential(credential);
  switch (document?.type) {
    case 'RIC':
      return document.number.slice(0, 6);
    case 'FPR_OLD':
      return document.number.slice(3, 7);
    case 'FPR_2023':
      return document.number.slice(1, 3);
    default:
      return null;
  }
}
