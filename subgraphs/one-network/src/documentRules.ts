const rules: Readonly<Record<string, string>> = {
  RIC: 'a resident identity number has 18 characters, a date of birth that the calendar has, and a check character that follows from the rest (GB 11643-1999)',
  HMT_RP:
    'a residence permit number has 18 characters, begins with 810000, 820000 or 830000, and its date and check character are right',
  FPR_2023:
    'a foreign permanent resident identity card issued since December 2023 has 18 characters, begins with 9, and its check character is right',
  FPR_OLD: 'an older foreign permanent resident identity card has 3 letters and 12 digits',
  HM_PASS: 'a mainland travel permit for Hong Kong and Macao residents has H or M and 8 or 10 digits',
  TW_PASS: 'a mainland travel permit for Taiwan residents has 8 or 10 digits',
  PASSPORT: 'a passport number has 5 to 20 letters and digits',
  MILITARY: 'a military card number has 1 to 30 letters, digits, brackets and hyphens',
  NONE: 'a temporary number has 1 to 30 letters, digits, brackets and hyphens',
};

/** What a number of this kind of document must be like, for a message that does not repeat the number. */
export function documentRules(type: string): string {
  return rules[type] ?? 'this kind of document is not known';
}
