import { hasProvince, type SyntheticOption } from './regionCode.ts';
import {
  birthDateIn,
  hasCheckedForm,
  isPastDate,
  isResidentIdentityNumber,
} from './residentIdentityNumber.ts';

/** The codes of IdentityDocumentType (`schema/codes/identity-document-types.yaml`). */
export type IdentityDocumentType =
  | 'RIC'
  | 'HMT_RP'
  | 'FPR_2023'
  | 'FPR_OLD'
  | 'HM_PASS'
  | 'TW_PASS'
  | 'PASSPORT'
  | 'MILITARY'
  | 'NONE';

/** A document with its number in the one form that is compared: no spaces, upper case. */
export interface IdentityDocument {
  readonly type: IdentityDocumentType;
  readonly number: string;
}

const OLDEST_REAL_YEAR = '1900';

/** Real numbers of the two last types have no rule; 30 characters keep nonsense out. */
const rules: Readonly<Record<IdentityDocumentType, (number: string, options: SyntheticOption) => boolean>> = {
  RIC: (number, options) => isResidentIdentityNumber(number, options),
  HMT_RP: (number, { allowSynthetic = true }) =>
    /^8[123]0000/.test(number) &&
    hasCheckedForm(number) &&
    isPastDate(birthDateIn(number)) &&
    (allowSynthetic || birthDateIn(number) >= OLDEST_REAL_YEAR),
  FPR_2023: (number, { allowSynthetic = true }) =>
    number.startsWith('9') && hasCheckedForm(number) && (allowSynthetic || !number.startsWith('948')),
  FPR_OLD: (number, options) =>
    /^[A-Z]{3}\d{12}$/.test(number) &&
    (options.allowSynthetic !== false || hasProvince(number.slice(3), options)),
  HM_PASS: (number) => /^[HM]\d{8}(\d{2})?$/.test(number),
  TW_PASS: (number) => /^\d{8}(\d{2})?$/.test(number),
  PASSPORT: (number) => /^[0-9A-Z]{5,20}$/.test(number),
  MILITARY: (number) => /^[\p{L}\p{N}()-]{1,30}$/u.test(number),
  NONE: (number) => /^[\p{L}\p{N}()-]{1,30}$/u.test(number),
};

/** Whether the text is a code of IdentityDocumentType. */
export function isIdentityDocumentType(type: string): type is IdentityDocumentType {
  return Object.hasOwn(rules, type);
}

/**
 * Reads a document number as people write it: full-width characters, spaces and lower case are put right. Null when the
 * type is unknown or the number cannot belong to such a document.
 */
export function parseIdentityDocument(
  type: string,
  number: string,
  options: SyntheticOption = {},
): IdentityDocument | null {
  if (!isIdentityDocumentType(type) || number.length > 60) return null;
  const normalised = number.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  return rules[type](normalised, options) ? { type, number: normalised } : null;
}

/** `TYPE:NUMBER`, by which agencies and the graph know a person; never shown to a client. */
export function formatCredential({ type, number }: IdentityDocument): string {
  return `${type}:${number}`;
}

/** Reads `TYPE:NUMBER`; null where the document could not be. */
export function parseCredential(credential: string, options: SyntheticOption = {}): IdentityDocument | null {
  const colon = credential.indexOf(':');
  return colon < 0
    ? null
    : parseIdentityDocument(credential.slice(0, colon), credential.slice(colon + 1), options);
}
