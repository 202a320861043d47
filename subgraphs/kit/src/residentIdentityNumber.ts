import { mod112 } from './checkDigits.ts';
import { chinaDay, dayOf, isDate } from './chinaTime.ts';
import { hasProvince, type SyntheticOption } from './regionCode.ts';

/**
 * Whether the text is a citizen identity number (GB 11643): 18 characters, province in use, a birth date that has been,
 * check by MOD 11-2. A lower-case x is accepted. A leading 9 is a foreigner's number, 81 to 83 a residence permit: not this.
 */
export function isResidentIdentityNumber(number: string, options: SyntheticOption = {}): boolean {
  const upper = number.toUpperCase();
  return (
    hasCheckedForm(upper) &&
    !upper.startsWith('8') &&
    hasProvince(upper, options) &&
    isPastDate(birthDateIn(upper))
  );
}

/** 17 digits and their MOD 11-2 check, which Chinese identity documents of 18 characters share. */
export function hasCheckedForm(number: string): boolean {
  return /^\d{17}[\dX]$/.test(number) && mod112(number) === number[17];
}

/** `YYYY-MM-DD` from characters 7 to 14. */
export function birthDateIn(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

/** Whether the calendar has the day, from 1800 until today. */
export function isPastDate(date: string): boolean {
  return isDate(date) && date >= '1800-01-01' && dayOf(date) <= chinaDay(Date.now());
}
