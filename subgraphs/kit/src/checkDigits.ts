/** The check character of the first 17 digits by ISO 7064 MOD 11-2, as GB 11643 uses it. */
export function mod112(digits: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += Number(digits[index]) * (2 ** (17 - index) % 11);
  return '10X98765432'[sum % 11] ?? '';
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check character of the first 17 characters by MOD 31, as GB 32100 uses it. */
export function mod31(characters: string): string {
  let sum = 0;
  let weight = 1;
  for (let index = 0; index < 17; index += 1) {
    sum += ALPHABET.indexOf(characters[index] ?? '') * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
}
