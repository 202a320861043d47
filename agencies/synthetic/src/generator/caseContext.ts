import type {
  SyntheticHandler,
  SyntheticParty,
  SyntheticPerson,
  SyntheticPractitioner,
} from '../syntheticWorld.ts';
import { CaseHistory } from './caseHistory.ts';
import { toDate } from './instants.ts';
import type { Office } from './office.ts';
import type { Random } from './random.ts';

/** What every builder of a case is given. */
export interface CaseContext {
  readonly random: Random;
  readonly office: Office;
  /** When the case begins, in milliseconds. */
  readonly startMs: number;
  /** Nothing after this has happened. */
  readonly todayMs: number;
  /** A number that no other case of the world has. */
  nextSerial(): number;
}

/** The native key of a case: `G` and its serial. Keys of the scenarios begin otherwise. */
export function createKey(serial: number): string {
  return `G${String(serial).padStart(8, '0')}`;
}

export function createHistory({ startMs, todayMs, random }: CaseContext): CaseHistory {
  return new CaseHistory(startMs, todayMs, random);
}

/** The year in which a case begins, as printed in its numbers. */
export function yearOf({ startMs }: CaseContext): string {
  return toDate(startMs).slice(0, 4);
}

export function createParty(
  who: SyntheticPerson | { readonly id: string },
  role: string,
  side: SyntheticParty['side'],
  agentPractitionerNo: string | null = null,
): SyntheticParty {
  const isPerson = 'credential' in who;
  return {
    person: isPerson ? who.credential : null,
    organization: isPerson ? null : who.id,
    role,
    side,
    agentPractitionerNo,
    agent: isPerson ? who.guardian : null,
  };
}

export function createHandler(role: string, who: SyntheticPractitioner, from: string): SyntheticHandler {
  return {
    role,
    practitionerNo: who.practitionerNo,
    name: who.name,
    organization: who.organization,
    from,
    to: null,
  };
}
