import type { CaseFacts } from '@tongban/kit';
import { isBefore } from './period.ts';
import type { Rule } from './rule.ts';
import { day } from './say.ts';

/** What has to come first, and what after. */
interface Order {
  readonly first: string;
  readonly firstAt: string | null | undefined;
  readonly later: string;
  readonly laterAt: string | null | undefined;
}

interface Fault {
  readonly about: string;
  readonly fact: string;
}

/** Steps recorded out of order, or results dated before what they rest on. */
export const r17ReorderedEvents: Rule = {
  id: 'R-17',
  find: (trace) =>
    trace.cases.flatMap((one) =>
      [...ordersOf(one).flatMap(broken), ...backwards(one)].map(({ about, fact }) => ({
        cases: [one.id],
        about,
        facts: [`${one.id}: ${fact}`],
        confidence: 'HIGH' as const,
      })),
    ),
};

function ordersOf({ legalAid, notary, appraisal, mediation }: CaseFacts): Order[] {
  if (legalAid !== null) {
    const granted = legalAid.decisions.find(({ kind }) => kind === 'GRANT' || kind === 'PROVISIONAL');
    return [
      {
        first: 'application',
        firstAt: legalAid.application?.receivedAt,
        later: 'decision',
        laterAt: granted?.decidedAt,
      },
      {
        first: 'decision or notice',
        firstAt: granted?.decidedAt ?? legalAid.notice?.receivedAt,
        later: 'assignment',
        laterAt: legalAid.assignments[0]?.assignedAt,
      },
    ];
  }
  if (notary !== null) {
    const { certificate, enforcementCertificate } = notary;
    return [
      {
        first: 'acceptance',
        firstAt: notary.acceptedAt,
        later: 'certificate',
        laterAt: certificate?.issuedAt,
      },
      {
        first: 'certificate',
        firstAt: certificate?.issuedAt,
        later: 'enforcement certificate',
        laterAt: enforcementCertificate?.issuedAt,
      },
    ];
  }
  if (appraisal !== null) {
    const { commission, opinion } = appraisal;
    return [
      {
        first: 'commission received',
        firstAt: commission.receivedAt,
        later: 'in effect',
        laterAt: commission.effectiveAt,
      },
      {
        first: 'commission in effect',
        firstAt: commission.effectiveAt,
        later: 'opinion',
        laterAt: opinion?.issuedAt,
      },
    ];
  }
  const { agreement, confirmation, acceptedAt } = mediation ?? {};
  return [
    { first: 'acceptance', firstAt: acceptedAt, later: 'agreement', laterAt: agreement?.effectiveAt },
    {
      first: 'agreement',
      firstAt: agreement?.effectiveAt,
      later: 'request to the court',
      laterAt: confirmation?.filedAt,
    },
  ];
}

function broken({ first, firstAt, later, laterAt }: Order): Fault[] {
  if (firstAt == null || laterAt == null || !isBefore(laterAt, firstAt)) return [];
  return [{ about: later, fact: `${later} of ${day(laterAt)} is before ${first} of ${day(firstAt)}.` }];
}

/** Steps of the case's own lifecycle are recorded as they happen: the time of each is not before the one before. */
function backwards({ history }: CaseFacts): Fault[] {
  const own = history.filter(({ service }) => service === null);
  return own.flatMap(({ to, at }, index) => {
    const before = own[index - 1];
    return before === undefined || !isBefore(at, before.at)
      ? []
      : [
          {
            about: `${before.to} ${to}`,
            fact: `step ${to} of ${day(at)} stands after ${before.to} of ${day(before.at)}.`,
          },
        ];
  });
}
