import { type Appraisal, appraisals } from './caseKinds.ts';
import { pairsSharing } from './pairs.ts';
import { overlap } from './period.ts';
import type { Observation, Rule } from './rule.ts';
import { day, list } from './say.ts';
import { shared } from './who.ts';

/** Two institutions took the same matters of the same person, or of the same client where no person is examined, at once. */
export const r07TwoAppraisalsAtOnce: Rule = {
  id: 'R-07',
  find: (trace) =>
    pairsSharing(appraisals(trace).filter(isTaken), objectOf).flatMap(([one, other]) => look(one, other)),
};

/** Accepted, and on its own: a supplement or a repetition goes with another appraisal by law. */
function isTaken({ appraisal: { commission, notAcceptGround } }: Appraisal): boolean {
  const { effectiveAt, isReappraisal, isSupplement } = commission;
  return effectiveAt !== null && notAcceptGround === null && !isReappraisal && !isSupplement;
}

function objectOf({ parties, client }: Appraisal): string[] {
  const examined = parties.filter(({ role, subject }) => role === 'SUBJECT' && subject !== null);
  if (examined.length > 0) return examined.map(({ subject }) => `of ${subject}`);
  const opposite = parties.find(({ side }) => side === 'B');
  const against = opposite?.subject ?? opposite?.organization ?? '';
  return client === null ? [] : [`for ${client} against ${against}`];
}

function look(one: Appraisal, other: Appraisal): Observation[] {
  const matters = shared(one.appraisal.matters, other.appraisal.matters);
  if (one.agency === other.agency || one.appraisal.category !== other.appraisal.category) return [];
  if (matters.length === 0 || !overlap(one, other)) return [];
  return [
    {
      cases: [one.id, other.id],
      facts: [
        `${list([one, other].map(describe))} are at two institutions, and were open at the same time.`,
        `Both are to answer ${list(matters)} (${one.appraisal.category}) of the same ${one.parties.some(({ role }) => role === 'SUBJECT') ? 'person' : 'client'}.`,
      ],
      confidence: 'HIGH',
    },
  ];
}

function describe({ id, appraisal: { commission } }: Appraisal): string {
  return `${id} (commission ${commission.commissionNo} of ${day(commission.receivedAt)})`;
}
