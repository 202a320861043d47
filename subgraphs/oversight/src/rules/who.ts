import type { CaseFacts } from '@tongban/kit';

type Party = CaseFacts['parties'][number];

/** One key for a person or a body, to compare by and never to show. */
export function who({ subject, organization }: Pick<Party, 'subject' | 'organization'>): string {
  return subject ?? organization ?? '';
}

/** Keys of the parties of one side. */
export function side({ parties }: Pick<CaseFacts, 'parties'>, wanted: Party['side']): string[] {
  return parties.filter((party) => party.side === wanted).map(who);
}

/** What two lists have in common. */
export function shared(some: readonly string[], others: readonly string[]): string[] {
  return some.filter((one) => others.includes(one));
}

/** Natural persons who ask for a case or are its object, and so would pay its fee: not the other side, not a body. */
export function beneficiaries({ parties }: Pick<CaseFacts, 'parties'>): string[] {
  return parties.flatMap(({ side: stands, subject }) =>
    stands === 'A' && subject !== null ? [subject] : [],
  );
}
