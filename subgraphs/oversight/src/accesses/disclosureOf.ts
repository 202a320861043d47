import { type DisclosureRule, readDisclosureRules } from '@tongban/kit';
import type { LoggedAccess, LookedAtCase } from './loggedAccess.ts';

/** Whether and when a person is told of a look. */
export interface Disclosure {
  readonly state: 'IMMEDIATE' | 'DELAYED' | 'WITHHELD';
  /** In words and by law; null where the person is told at once. */
  readonly ground: string | null;
  /** Milliseconds since the epoch; null: when the person may see the case, at no set time. */
  readonly from: number | null;
}

/** What the rules look at. */
export interface DisclosureFacts {
  readonly access: LoggedAccess;
  /** The person's cases that were looked at. */
  readonly cases: readonly LookedAtCase[];
  /** Whether a case caused the look that the person may not know of. */
  readonly isOthersCase: boolean;
}

const DAY_MS = 86_400_000;
const rules = readDisclosureRules();

/** By `schema/disclosure-rules.yaml`: the rule that tells last, or at once where none holds. */
export function disclosureOf(facts: DisclosureFacts): Disclosure {
  const at = Date.parse(facts.access.record.time);
  const holding = rules.filter((rule) => holds(rule, facts)).map((rule) => stateBy(rule, at));
  const [first, ...rest] = holding;
  if (first === undefined) return atOnce(facts.access);
  return rest.reduce((last, next) => (tellsLater(next, last) ? next : last), first);
}

/** What nobody need wait for: the person's own looks among them. */
export function atOnce({ record }: LoggedAccess): Disclosure {
  return { state: 'IMMEDIATE', ground: null, from: Date.parse(record.time) };
}

function holds({ when }: DisclosureRule, { access, cases, isOthersCase }: DisclosureFacts): boolean {
  const { actor, purpose } = access.record;
  const service = actor.service ?? null;
  return (
    (when.purposes === undefined || (purpose !== null && when.purposes.includes(purpose))) &&
    (when.services === undefined || service === null || when.services.includes(service)) &&
    (when.marks === undefined ||
      cases.some(({ marks }) => when.marks?.some((mark) => marks.includes(mark)))) &&
    (when.cause === undefined || isOthersCase)
  );
}

function stateBy({ disclosure, label, law, days }: DisclosureRule, at: number): Disclosure {
  return {
    state: disclosure,
    ground: `${label.en} ${label.zh} (${law})`,
    from: days === null ? null : at + days * DAY_MS,
  };
}

/** No set time is later than any. */
function tellsLater(a: Disclosure, b: Disclosure): boolean {
  if (b.from === null) return false;
  return a.from === null || a.from > b.from;
}
