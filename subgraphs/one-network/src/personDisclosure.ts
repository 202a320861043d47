import { type Caller, chinaDay, dateOf, maskIdNumber, maskName, parseCredential } from '@tongban/kit';
import { isSelf, type Person } from './person.ts';

const CASE_ROLES: ReadonlySet<Caller['role']> = new Set(['CITIZEN', 'REPRESENTATIVE', 'STAFF', 'AUDITOR']);
const ADULT_AGE_YEARS = 18;

/**
 * The name as this caller may see it: in full for the person and for staff who handle a case; masked for others who have
 * to do with cases, and 某某 for minors; null for accounts that run the system, and where nobody is registered.
 */
export function shownName(caller: Caller, person: Person, now: Date): string | null {
  const { record } = person;
  if (record === null || !CASE_ROLES.has(caller.role)) return null;
  if (isSelf(caller, person) || (caller.role === 'STAFF' && caller.purpose === 'CASE_HANDLING'))
    return record.name;
  return maskName(record.name, { minor: isMinor(record.birthDate, now) });
}

/** First and last character; null for another citizen, to whom the number says nothing they need. */
export function shownIdNumber(caller: Caller, person: Person): string | null {
  if (!CASE_ROLES.has(caller.role) || (caller.role === 'CITIZEN' && !isSelf(caller, person))) return null;
  return maskedDocument(person.credential)?.number ?? null;
}

/** Sex and former documents are for the person, and for staff and auditors who say why they ask. */
export function seesRegister(caller: Caller, person: Person): boolean {
  const onDuty = (caller.role === 'STAFF' || caller.role === 'AUDITOR') && caller.purpose !== null;
  return isSelf(caller, person) || onDuty;
}

/** `type IdentityDocument`; null where the text is no credential. */
export function maskedDocument(credential: string): { type: string; number: string } | null {
  const document = parseCredential(credential);
  return document === null ? null : { type: document.type, number: maskIdNumber(document.number) };
}

/** Under 18 (Civil Code art. 17), by the register's date of birth, on the day it is in China. */
function isMinor(birthDate: string, now: Date): boolean {
  const [year = '', monthAndDay = ''] = [birthDate.slice(0, 4), birthDate.slice(4)];
  return dateOf(chinaDay(now.getTime())) < `${Number(year) + ADULT_AGE_YEARS}${monthAndDay}`;
}
