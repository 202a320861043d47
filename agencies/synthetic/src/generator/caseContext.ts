import type { SyntheticHandler } from '../syntheticCaseBase.ts';
import type { SyntheticPractitioner } from '../syntheticRegister.ts';
import { toDate } from '../worldCalendar.ts';
import type { Office } from './office.ts';
import type { Random } from './random.ts';

/** What every builder of a case is given. Days count from 1970-01-01. */
export interface CaseContext {
  readonly random: Random;
  readonly office: Office;
  /** The day on which the case begins, or the next working day. */
  readonly startDay: number;
  /** Nothing after this day has happened. */
  readonly today: number;
  /** A number that no other case of the world has. */
  nextSerial(): number;
}

/** Numbers of one case: its key, and what the body prints on its documents. */
export interface CaseNumbers {
  readonly key: string;
  /** `（2026）<word>第6001号`. */
  print(word: string): string;
  /** `<word>[2026]<kind>第6001号`, as forensic institutions print. */
  printBracketed(word: string, kind: string): string;
  readonly year: string;
  readonly serial: number;
}

/** Takes a serial. Keys begin with G; those of the scenarios begin otherwise. */
export function createNumbers({ startDay, nextSerial }: CaseContext): CaseNumbers {
  const serial = nextSerial();
  const year = toDate(startDay).slice(0, 4);
  return {
    key: `G${String(serial).padStart(8, '0')}`,
    print: (word) => `（${year}）${word}第${serial}号`,
    printBracketed: (word, kind) => `${word}[${year}]${kind}第${serial}号`,
    year,
    serial,
  };
}

/** Those who handle the case since `from`; nobody where that has not come. */
export function handledBy(
  role: string,
  who: readonly SyntheticPractitioner[],
  from: string | null,
): SyntheticHandler[] {
  if (from === null) return [];
  return who.map(({ practitionerNo, name, organization }) => ({
    role,
    practitionerNo,
    name,
    organization,
    from,
    to: null,
  }));
}
