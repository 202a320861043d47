import { opponents, recipients } from './aid.ts';
import { type AidCase, aidCases } from './caseKinds.ts';
import { pairs, pairsSharing } from './pairs.ts';
import { daysBetween, isBefore } from './period.ts';
import type { Observation, Rule } from './rule.ts';
import { day, yuan } from './say.ts';
import { shared } from './who.ts';

const SAME_MATTER_DAYS = 60;

/** A subsidy twice for one recipient's matter to one payee, before the file passed review, or for advice alone. */
export const r24SubsidyPaidTwice: Rule = {
  id: 'R-24',
  find: (trace) => [
    ...pairsSharing(aidCases(trace), recipients).flatMap(([one, other]) => overTwoCases(one, other)),
    ...aidCases(trace).flatMap(inOneCase),
  ],
};

function overTwoCases(one: AidCase, other: AidCase): Observation[] {
  if (one.legalAid.ground !== other.legalAid.ground) return [];
  if (daysBetween(one.openedAt, other.openedAt) > SAME_MATTER_DAYS) return [];
  if (opponents(one).length > 0 && shared(opponents(one), opponents(other)).length === 0) return [];
  const payees = shared(payeesOf(one), payeesOf(other));
  if (payees.length === 0) return [];
  return [
    {
      cases: [one.id, other.id],
      facts: [
        `${one.id} and ${other.id} are of one recipient on the ground ${one.legalAid.ground}.`,
        ...[one, other].flatMap(({ id, legalAid }) =>
          legalAid.subsidies.map(({ amount, paidAt }) => `${id}: ${yuan(amount)} paid on ${day(paidAt)}.`),
        ),
        'The payee is the same.',
      ],
      confidence: 'HIGH',
    },
  ];
}

function inOneCase(one: AidCase): Observation[] {
  const { subsidies, form } = one.legalAid;
  const reviewedAt = one.history.find(({ service, to }) => service === null && to === 'FILE_REVIEWED')?.at;
  const early = subsidies.filter(({ paidAt }) => reviewedAt === undefined || isBefore(paidAt, reviewedAt));
  const twice = pairs(subsidies).filter(
    ([first, second]) => first.payee === second.payee && first.amount === second.amount,
  );
  return [
    ...twice.map(
      ([first, second]): Observation => ({
        cases: [one.id],
        about: `again ${day(second.paidAt)}`,
        facts: [
          `${one.id}: ${yuan(first.amount)} paid on ${day(first.paidAt)} and again on ${day(second.paidAt)}, to the same payee.`,
        ],
        confidence: 'MEDIUM',
      }),
    ),
    ...early.map(
      ({ amount, paidAt }): Observation => ({
        cases: [one.id],
        about: `early ${day(paidAt)}`,
        facts: [
          `${one.id}: ${yuan(amount)} paid on ${day(paidAt)}; the file ${reviewedAt === undefined ? 'has not passed review' : `passed review on ${day(reviewedAt)}`}.`,
        ],
        confidence: 'HIGH',
      }),
    ),
    ...(form === 'CONSULTATION' && subsidies.length > 0
      ? [
          {
            cases: [one.id],
            about: 'advice',
            facts: [`${one.id}: a subsidy was paid for advice alone.`],
            confidence: 'MEDIUM' as const,
          },
        ]
      : []),
  ];
}

function payeesOf({ legalAid }: AidCase): string[] {
  return legalAid.subsidies.map(({ payee }) => payee);
}
