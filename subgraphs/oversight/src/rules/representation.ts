import type { CaseFacts } from '@tongban/kit';
import { assignedLawyers, opponents, recipients } from './aid.ts';
import { aidCases } from './caseKinds.ts';
import type { TraceFacts } from './traceFacts.ts';
import { side, who } from './who.ts';

/** A lawyer acts for somebody in a case. Keys are for comparing only. */
export interface Representation {
  readonly one: CaseFacts;
  readonly lawyer: string;
  /** The lawyer's firm, where any case tells it. */
  readonly firm: string | null;
  readonly client: string;
  readonly against: readonly string[];
}

/**
 * Who acts for whom, by assignments of legal aid and by parties' lawyers. A lawyer who stands on both sides of one case is
 * left out: that is rule R-23's, not a conflict between two cases.
 */
export function representations(trace: TraceFacts): Representation[] {
  const firms = new Map(
    aidCases(trace).flatMap(({ handlers }) =>
      handlers.map(({ practitionerNo, organization }) => [practitionerNo, organization] as const),
    ),
  );
  const byAssignment = aidCases(trace).flatMap((one) =>
    assignedLawyers(one).flatMap((lawyer) =>
      recipients(one).map((client) => ({ one, lawyer, client, against: opponents(one) })),
    ),
  );
  const byParty = trace.cases
    .filter(({ legalAid }) => legalAid === null)
    .flatMap((one) =>
      one.parties.flatMap((party) =>
        party.lawyer === null || party.side === 'NEUTRAL' || isOnBothSides(one, party.lawyer)
          ? []
          : [
              {
                one,
                lawyer: party.lawyer,
                client: who(party),
                against: side(one, party.side === 'A' ? 'B' : 'A'),
              },
            ],
      ),
    );
  return [...byAssignment, ...byParty].map((act) => ({ ...act, firm: firms.get(act.lawyer) ?? null }));
}

/** Whether a lawyer acts for parties of both sides of this case. */
export function isOnBothSides({ parties }: Pick<CaseFacts, 'parties'>, lawyer: string): boolean {
  const sides = new Set(parties.filter((party) => party.lawyer === lawyer).map((party) => party.side));
  return sides.has('A') && sides.has('B');
}
