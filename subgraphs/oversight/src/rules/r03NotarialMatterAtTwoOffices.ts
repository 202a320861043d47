import { type NotaryMatter, notaryMatters } from './caseKinds.ts';
import { pairsSharing } from './pairs.ts';
import { overlap } from './period.ts';
import type { Observation, Rule } from './rule.ts';
import { count, day } from './say.ts';
import { beneficiaries, shared, who } from './who.ts';

/** One applicant, one matter, two offices at the same time; others in the matter have to be shared where there are any. */
export const r03NotarialMatterAtTwoOffices: Rule = {
  id: 'R-03',
  find: (trace) =>
    pairsSharing(notaryMatters(trace), beneficiaries).flatMap(([one, other]) => look(one, other)),
};

function look(one: NotaryMatter, other: NotaryMatter): Observation[] {
  if (one.agency === other.agency || one.notary.matter !== other.notary.matter || !overlap(one, other))
    return [];
  const [ours, theirs] = [others(one), others(other)];
  const common = shared(ours, theirs);
  if (ours.length + theirs.length > 0 && common.length === 0) return [];
  return [
    {
      cases: [one.id, other.id],
      facts: [
        `${one.id} (opened ${day(one.openedAt)}) and ${other.id} (opened ${day(other.openedAt)}) are of one applicant, at two offices, and were open at the same time.`,
        `Both are matters of the kind ${one.notary.matter}${common.length > 0 ? `, with ${count(common.length, 'other party', 'other parties')} in common` : ''}.`,
      ],
      confidence: common.length > 0 ? 'HIGH' : 'LOW',
    },
  ];
}

function others({ parties }: NotaryMatter): string[] {
  return parties.filter(({ side }) => side !== 'A').map(who);
}
