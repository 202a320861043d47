import { grantOf, isAided, isSameApplication, opponents, recipients } from './aid.ts';
import { type AidCase, aidCases } from './caseKinds.ts';
import { pairsSharing } from './pairs.ts';
import { daysBetween } from './period.ts';
import type { Observation, Rule } from './rule.ts';
import { count, day, list } from './say.ts';
import { shared } from './who.ts';

const SAME_MATTER_DAYS = 60;

/**
 * The same recipient and the same ground within sixty days: the exact key. The same recipient and opponents on another
 * ground: the fingerprint. Where both name opponents and none is shared the matters differ. One application in two records
 * is no second aid; what is paid for it is rule R-24's.
 */
export const r01SameMatterAidedTwice: Rule = {
  id: 'R-01',
  find: (trace) =>
    pairsSharing(aidCases(trace).filter(isAided), recipients).flatMap(([one, other]) => look(one, other)),
};

function look(one: AidCase, other: AidCase): Observation[] {
  const apart = daysBetween(one.openedAt, other.openedAt);
  if (apart > SAME_MATTER_DAYS || isSameApplication(one, other)) return [];
  const [ours, theirs] = [opponents(one), opponents(other)];
  const common = shared(ours, theirs);
  if (ours.length > 0 && theirs.length > 0 && common.length === 0) return [];
  const sameGround = one.legalAid.ground === other.legalAid.ground;
  if (!sameGround && common.length === 0) return [];
  return [
    {
      cases: [one.id, other.id],
      facts: [
        `${list([one, other].map(describe))} are of one recipient.`,
        `They were opened ${count(apart, 'day', 'days')} apart, ${one.agency === other.agency ? 'at one agency' : 'at two agencies'}.`,
        sameGround
          ? `Both rest on the ground ${one.legalAid.ground}.`
          : 'The grounds differ, the opponents are the same.',
        ...(common.length > 0
          ? [`They name ${count(common.length, 'opponent', 'opponents')} in common.`]
          : []),
      ],
      confidence: sameGround ? 'HIGH' : 'MEDIUM',
    },
  ];
}

function describe(one: AidCase): string {
  const grant = grantOf(one);
  return grant === null
    ? `${one.id} (on notice of ${day(one.openedAt)})`
    : `${one.id} (decision ${grant.decisionNo} of ${day(grant.decidedAt)})`;
}
