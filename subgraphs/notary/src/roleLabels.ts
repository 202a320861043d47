import { roleWords } from './wire/caseWords.ts';

/** Chinese labels of the roles of parties and handlers. */
export const roleLabels: Readonly<Record<string, string>> = Object.fromEntries(
  roleWords.codes.map((code) => [code, roleWords.wordOf(code)]),
);
