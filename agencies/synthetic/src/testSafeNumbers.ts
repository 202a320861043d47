/**
 * Numbers that look real and belong to nobody: GB/T 2260 has not assigned the province digits 48, so no resident, body
 * or lawyer can hold them. Check digits are valid. A production graph refuses the prefix.
 */

/** Province digits of everything synthetic. */
export const TEST_PROVINCE = '48';

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Check character of a 17-digit identity number (GB 11643, ISO 7064 MOD 11-2): `0`…`9` or `X`. */
export function identityCheck(first17: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += digitAt(first17, index) * (identityWeights[index] ?? 0);
  return '10X98765432'.charAt(sum % 11);
}

/**
 * An 18-character identity number (GB 11643). `birthDate` is `YYYY-MM-DD`; `sequence` 1 to 999, odd for men.
 * @throws RangeError when the region is outside the test province or the sequence does not fit.
 */
export function createIdentityNumber(region: string, birthDate: string, sequence: number): string {
  requireTestRegion(region);
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 999) {
    throw new RangeError(`an identity number's sequence is 1 to 999, got ${sequence}`);
  }
  const first17 = `${region}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return first17 + identityCheck(first17);
}

/** Whether the last character of an 18-character identity number is right. Says nothing about region or date. */
export function hasIdentityCheck(number: string): boolean {
  return /^\d{17}[\dX]$/.test(number) && identityCheck(number) === number.charAt(17);
}

/** Check character of an organisation code's first eight characters (GB 11714). */
export function organisationCheck(first8: string): string {
  let sum = 0;
  for (let index = 0; index < 8; index += 1) {
    sum += organisationAlphabet.indexOf(first8.charAt(index)) * (organisationWeights[index] ?? 0);
  }
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : String(check % 11);
}

/** Check character of a unified social credit code's first 17 characters (GB 32100). */
export function creditCheck(first17: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) {
    sum += creditAlphabet.indexOf(first17.charAt(index)) * (creditWeights[index] ?? 0);
  }
  return creditAlphabet.charAt((31 - (sum % 31)) % 31);
}

/**
 * A unified social credit code whose organisation part starts with TEAT. `kind` is the registering department and
 * category (`31` law firm, `32` notary office, `34` forensic institution, `11` organ, `12` public institution,
 * `91` enterprise); `serial` 1 to 9999, unique within kind and region.
 * @throws RangeError when the region is outside the test province or the serial does not fit.
 */
export function createCreditCode(kind: string, region: string, serial: number): string {
  requireTestRegion(region);
  if (!Number.isInteger(serial) || serial < 1 || serial > 9999) {
    throw new RangeError(`a body's serial is 1 to 9999, got ${serial}`);
  }
  const organisation = `TEAT${String(serial).padStart(4, '0')}`;
  const first17 = `${kind}${region}${organisation}${organisationCheck(organisation)}`;
  return first17 + creditCheck(first17);
}

/** Whether both checks of a unified social credit code are right: the code's own and its organisation part's. */
export function hasCreditCheck(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  return (
    organisationCheck(code.slice(8, 16)) === code.charAt(16) &&
    creditCheck(code.slice(0, 17)) === code.charAt(17)
  );
}

/** Id of a people's mediation committee, which has no credit code: town region (9 digits) and serial. */
export function createCommitteeId(town: string, serial: number): string {
  requireTestRegion(town.slice(0, 6));
  return `MC-${town}-${String(serial).padStart(3, '0')}`;
}

/**
 * A lawyer's 17-digit licence number: certificate kind, province and city, year of first practice, category (1: full
 * time), sex (0 male, 1 female) and serial.
 */
export function createLawyerNo(
  city: string,
  firstPracticeYear: number,
  sex: 'MALE' | 'FEMALE',
  serial: number,
): string {
  requireTestRegion(`${city}00`);
  return `1${city}${firstPracticeYear}1${sex === 'MALE' ? 0 : 1}${String(serial).padStart(6, '0')}`;
}

/** A telephone number that is never dialled: `1990000` and four digits; repeats after 10,000. */
export function createPhone(serial: number): string {
  return `1990000${String(serial % 10_000).padStart(4, '0')}`;
}

function digitAt(text: string, index: number): number {
  return text.charCodeAt(index) - 48;
}

function requireTestRegion(region: string): void {
  if (!/^48\d{4}$/.test(region))
    throw new RangeError(`synthetic numbers belong to province ${TEST_PROVINCE}, got ${region}`);
}
