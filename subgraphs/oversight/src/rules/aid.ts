import type { AidCase } from './caseKinds.ts';
import { who } from './who.ts';

/** Persons who receive the aid. */
export function recipients({ parties }: AidCase): string[] {
  return parties.flatMap(({ side, subject }) => (side === 'A' && subject !== null ? [subject] : []));
}

/** Keys of those whom the recipient stands against. */
export function opponents({ legalAid }: AidCase): string[] {
  return legalAid.opposingParties.map(who);
}

/** The first decision that gave aid, a provisional one included; null where none did. */
export function grantOf({ legalAid }: AidCase): AidCase['legalAid']['decisions'][number] | null {
  return legalAid.decisions.find(({ kind }) => kind === 'GRANT' || kind === 'PROVISIONAL') ?? null;
}

/** Whether aid was given, on application or on an organ's notice. */
export function isAided(one: AidCase): boolean {
  return grantOf(one) !== null || (one.legalAid.notice !== null && one.legalAid.assignments.length > 0);
}

/** Licence numbers of the lawyers assigned; those on duty only helped. */
export function assignedLawyers({ handlers }: AidCase): string[] {
  return handlers
    .filter(({ role }) => role === 'ASSIGNED_LAWYER')
    .map(({ practitionerNo }) => practitionerNo);
}

/** One application in two records: the same agency at the same moment. */
export function isSameApplication(one: AidCase, other: AidCase): boolean {
  return one.agency === other.agency && Date.parse(one.openedAt) === Date.parse(other.openedAt);
}
