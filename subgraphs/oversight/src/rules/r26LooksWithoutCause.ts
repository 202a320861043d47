import type { AccessEvent } from './accessEvent.ts';
import type { Observation, Rule } from './rule.ts';
import { count, day, list, some } from './say.ts';
import type { TraceFacts } from './traceFacts.ts';

/** Those who look at cases of others by office. */
const OFFICIAL = new Set([
  'STAFF',
  'AUDITOR',
  'SERVICE_ACCOUNT',
  'SYSTEM_ADMINISTRATOR',
  'SECURITY_ADMINISTRATOR',
]);
/** How often one account may read of persons in a day before a look at why. */
const MANY_PERSONS = 200;
const CASE_ID = /^[A-Z]{2}-\d{6}-/;

/** Looks by office without purpose or case, at sealed or secret matters, for a case that is not the person's, or at very many. */
export const r26LooksWithoutCause: Rule = {
  id: 'R-26',
  find(trace) {
    const official = trace.accesses.filter(
      ({ decision, actor }) => decision === 'allowed' && OFFICIAL.has(actor.role),
    );
    return [
      ...withoutCause(official),
      ...atSecrets(official),
      ...forOtherCases(official, trace),
      ...manyPersons(official.filter((look) => !isAudit(look))),
    ];
  },
};

function withoutCause(events: readonly AccessEvent[]): Observation[] {
  const found = events.filter(
    ({ purpose, caseReference, disclosure }) =>
      disclosure !== 'none' && (purpose === null || caseReference === null),
  );
  return byActor(found).map((looks) => ({
    ...about('no cause', looks),
    facts: [`${say(looks)} named no purpose or no case.`],
    confidence: 'HIGH',
  }));
}

/** An auditor under an assignment and a lawful query have a ground of their own to be there: LOW. */
function atSecrets(events: readonly AccessEvent[]): Observation[] {
  const found = events.filter(({ cases }) => cases.some(isSecretShown));
  return byActor(found).map((looks) => {
    const marks = looks.flatMap(({ cases }) => cases.filter(isSecretShown).flatMap((one) => one.marks));
    const hasGround = looks.every(({ purpose }) => purpose === 'LAWFUL_QUERY' || purpose === 'AUDIT');
    return {
      ...about('secrets', looks),
      facts: [
        `${say(looks)} was shown cases marked ${list([...new Set(marks)].toSorted())}.`,
        `Purposes named: ${list([...new Set(looks.map(({ purpose }) => purpose ?? 'none'))])}.`,
      ],
      confidence: hasGround ? 'LOW' : 'MEDIUM',
    };
  });
}

function isSecretShown({ disclosure, marks }: AccessEvent['cases'][number]): boolean {
  return disclosure !== 'HIDDEN' && marks.length > 0;
}

/** The case named as the reason is none of the person's: perhaps a neighbour, perhaps one not yet linked. */
function forOtherCases(events: readonly AccessEvent[], { cases }: TraceFacts): Observation[] {
  const own = new Set(cases.map(({ id }) => id));
  const found = events.filter(
    ({ actor, caseReference }) =>
      actor.role === 'STAFF' &&
      caseReference !== null &&
      CASE_ID.test(caseReference) &&
      !own.has(caseReference),
  );
  return byActor(found).map((looks) => ({
    ...about('other case', looks),
    facts: [
      `${say(looks)} named ${some([...new Set(looks.map(({ caseReference }) => caseReference ?? ''))])}, which is no case of this person or thread.`,
    ],
    confidence: 'LOW',
  }));
}

/** Whoever ordered an audit has said how many it is about. */
function isAudit({ actor, purpose, caseReference }: AccessEvent): boolean {
  return actor.role === 'AUDITOR' && purpose === 'AUDIT' && caseReference !== null;
}

/** A record says how many persons it is about, not which others: one who is met twice counts twice. */
function manyPersons(events: readonly AccessEvent[]): Observation[] {
  const byDay = Map.groupBy(events, ({ actor, at }) => `${actor.id}\n${day(at)}`);
  return [...byDay.values()].flatMap((looks): Observation[] => {
    const persons = looks.reduce((sum, { subjects }) => sum + subjects, 0);
    if (persons <= MANY_PERSONS) return [];
    const on = day(looks[0]?.at ?? '');
    return [
      {
        ...about(`many on ${on}`, looks),
        facts: [`${say(looks)} touched persons ${persons} times on ${on}, this one among them.`],
        confidence: 'LOW',
      },
    ];
  });
}

/** What the finding is of: the cases that were shown, the pattern and the account. */
function about(pattern: string, looks: readonly AccessEvent[]): Pick<Observation, 'cases' | 'about'> {
  const shown = looks.flatMap(({ cases }) => cases.filter(({ disclosure }) => disclosure !== 'HIDDEN'));
  return {
    cases: [...new Set(shown.map(({ id }) => id))],
    about: `${pattern} ${looks[0]?.actor.id ?? ''}`,
  };
}

function byActor(events: readonly AccessEvent[]): AccessEvent[][] {
  return [...Map.groupBy(events, ({ actor }) => actor.id).values()];
}

/** The account itself is no part of a sentence: whoever decides finds it in the records named. */
function say(looks: readonly AccessEvent[]): string {
  const [first] = looks;
  const who = `${first?.actor.role ?? 'Somebody'}${first?.actor.organisation ? ` of ${first.actor.organisation}` : ''}`;
  return `${who}, in ${count(looks.length, 'record', 'records')} (${some(looks.map(({ index }) => String(index)))}) of the access log,`;
}
