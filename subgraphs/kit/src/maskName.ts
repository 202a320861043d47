import { readCodes } from '@tongban/schema';

const compoundSurnames = new Set(readCodes().compoundSurnames);

/**
 * A name as those see it who need not know it: the surname stays, compound surnames whole, and at most two asterisks
 * stand for the rest: 张*, 张**, 欧阳**. Of a minor nothing stays: 某某. Of other scripts the first letter stays.
 */
export function maskName(name: string, options: { readonly minor?: boolean } = {}): string {
  if (options.minor === true) return '某某';
  const characters = Array.from(name.normalize('NFC').trim());
  if (characters.length === 0) return '';
  const shown = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1;
  const hidden = Math.min(Math.max(characters.length - shown, 1), 2);
  return characters.length === 1 ? '*' : characters.slice(0, shown).join('') + '*'.repeat(hidden);
}
