import { type Purpose, readPurposes } from '@tongban/kit';
import { serviceOfId } from '../services.ts';
import { type DataKind, dataKinds } from './dataKinds.ts';
import { atOnce, type Disclosure, disclosureOf } from './disclosureOf.ts';
import { isShown, type LoggedAccess, type LookedAtCase } from './loggedAccess.ts';
import { lookupOf } from './lookupOf.ts';
import type { PersonViewer, Viewer } from './viewer.ts';

/** A look as one viewer is shown it. */
export interface AccessEvent {
  readonly access: LoggedAccess;
  /** Null where what tells it has been erased. */
  readonly isSelf: boolean | null;
  readonly purpose: Purpose | null;
  readonly reference: string | null;
  readonly kinds: readonly DataKind[];
  readonly shown: 'FULL' | 'MASKED' | null;
  readonly disclosure: Disclosure;
}

const purposes: ReadonlyMap<string, Purpose> = new Map(readPurposes().map((one) => [one.code, one]));
/** The id of a case, a thread or an assignment; what a caller may have written instead is not handed on. */
const REFERENCE = /^[A-Z]{2,4}-[A-Za-z0-9-]{1,60}$/;

/**
 * What a viewer is shown of a look; null where it is none of the viewer's to know, for now or for ever: nothing of the person was
 * shown, all that was shown is of cases that the person may not see, or the rules of disclosure tell later.
 */
export function accessEventFor(viewer: Viewer, access: LoggedAccess, now: number): AccessEvent | null {
  return viewer.kind === 'auditor' ? forAuditor(access) : forPerson(viewer, access, now);
}

/** An auditor sees each look, and when the person is told of it. */
function forAuditor(access: LoggedAccess): AccessEvent {
  const { about, record } = access;
  const all = about?.cases ?? [];
  const { caseReference } = record;
  const isSelf = about?.isSelf ?? null;
  return {
    ...eventOf(access, {
      cases: all.filter(({ disclosure }) => disclosure !== 'HIDDEN'),
      person: isSelf === true || lookupOf(access, []) !== 'NONE',
    }),
    isSelf,
    reference: caseReference !== null && REFERENCE.test(caseReference) ? caseReference : null,
    disclosure:
      isSelf === true
        ? atOnce(access)
        : disclosureOf({
            access,
            cases: all,
            isOthersCase: isCase(caseReference) && !all.some(({ id }) => id === caseReference),
          }),
  };
}

function forPerson(viewer: PersonViewer, access: LoggedAccess, now: number): AccessEvent | null {
  const { about, record } = access;
  if (about === null) return null;
  const { shownCases } = viewer;
  const { caseReference } = record;
  const isSelf = about.isSelf || record.actor.id === viewer.account;
  const unseen = about.cases.filter(({ id }) => !shownCases.has(id));
  const cases = about.cases.filter(({ id, disclosure }) => disclosure !== 'HIDDEN' && shownCases.has(id));
  const lookup = isSelf ? 'KNOWN' : lookupOf(access, unseen);
  const isMixed = lookup === 'MIXED' && cases.length === 0;
  const event = eventOf(access, { cases, person: lookup === 'KNOWN' || isMixed });
  if (event.kinds.length === 0) return null;
  const isKnownCase = caseReference !== null && shownCases.has(caseReference);
  const disclosure = isSelf
    ? atOnce(access)
    : disclosureOf({ access, cases, isOthersCase: isMixed || (isCase(caseReference) && !isKnownCase) });
  // Without a set time it is told while the case is shown, and only cases that are shown have come here.
  if (disclosure.from !== null && disclosure.from > now) return null;
  const isAssignment =
    record.actor.role === 'AUDITOR' && REFERENCE.test(caseReference ?? '') && !isCase(caseReference);
  return { ...event, isSelf, reference: isKnownCase || isAssignment ? caseReference : null, disclosure };
}

function eventOf(
  access: LoggedAccess,
  { cases, person }: { cases: readonly LookedAtCase[]; person: boolean },
): Pick<AccessEvent, 'access' | 'purpose' | 'kinds' | 'shown'> {
  const { record, about } = access;
  const services = new Set(cases.flatMap(({ id }) => serviceOfId(id)?.service ?? []));
  const identity = isShown(about?.register ?? null) && (person || cases.length > 0);
  const kinds = record.disclosure === 'none' ? [] : dataKinds(record.fields, { services, person, identity });
  const levels = [
    ...cases.map(({ disclosure }) => disclosure),
    ...(identity ? [about?.register ?? null] : []),
  ];
  return {
    access,
    purpose: purposes.get(record.purpose ?? '') ?? null,
    kinds,
    shown: kinds.length === 0 ? null : levels.includes('FULL') ? 'FULL' : 'MASKED',
  };
}

function isCase(reference: string | null): boolean {
  return reference !== null && serviceOfId(reference) !== null;
}
