/** A document number with its first and last character and asterisks between: 4****************3. */
export function maskIdNumber(number: string): string {
  const characters = Array.from(number);
  if (characters.length <= 2) return '*'.repeat(characters.length);
  return `${characters[0]}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`;
}
