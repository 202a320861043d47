import { formatInstant } from '@tongban/kit';
import { sql } from 'kysely';
import type { Store } from './openStore.ts';

/** A link as one of its ends sees it. */
export interface LinkRecord {
  readonly direction: 'OUTGOING' | 'INCOMING';
  /** Id of the case at the other end. */
  readonly other: string;
  readonly kind: string;
  readonly confidence: number;
  readonly evidence: {
    readonly kind: string;
    readonly documentNo: string | null;
    /** Organization id. */
    readonly assertedBy: string;
    /** RFC 3339 with +08:00. */
    readonly assertedAt: string;
    readonly confirmedAt: string | null;
  };
  readonly mandate: {
    readonly mandateNo: string;
    /** Organization ids. */
    readonly grantedBy: readonly string[];
    readonly grantedAt: string;
    readonly legalBasis: string;
  };
}

interface LinkRow {
  readonly case: string;
  readonly other: string;
  readonly direction: 'OUTGOING' | 'INCOMING';
  readonly kind: string;
  readonly confidence: number;
  readonly evidence_kind: string;
  readonly evidence_no: string | null;
  readonly asserted_by: string;
  readonly asserted_at: Date;
  readonly confirmed_at: Date | null;
  readonly mandate_no: string;
  readonly granted_by: string[];
  readonly granted_at: Date;
  readonly legal_basis: string;
}

/** The links of each case, both directions, in the order in which they were recorded; cases without any are left out. */
export async function findLinks(
  { database }: Pick<Store, 'database'>,
  caseIds: readonly string[],
): Promise<Map<string, LinkRecord[]>> {
  const ids = [...caseIds];
  const { rows } = await sql<LinkRow>`
    select "end".*, link.kind, link.confidence, link.evidence_kind, link.evidence_no, link.asserted_by,
      link.asserted_at, link.confirmed_at, mandate.mandate_no, mandate.granted_by, mandate.granted_at, mandate.legal_basis
    from (
      select id, from_case as "case", to_case as other, 'OUTGOING' as direction
      from link where from_case = any(${ids}::text[])
      union all
      select id, to_case, from_case, 'INCOMING' from link where to_case = any(${ids}::text[])
    ) as "end"
    join link on link.id = "end".id
    join mandate on mandate.mandate_no = link.mandate_no
    order by "end".id, direction`.execute(database);
  const byCase = Map.groupBy(rows, (row) => row.case);
  return new Map([...byCase].map(([caseId, links]) => [caseId, links.map(toLinkRecord)]));
}

function toLinkRecord(row: LinkRow): LinkRecord {
  return {
    direction: row.direction,
    other: row.other,
    kind: row.kind,
    confidence: row.confidence,
    evidence: {
      kind: row.evidence_kind,
      documentNo: row.evidence_no,
      assertedBy: row.asserted_by,
      assertedAt: formatInstant(row.asserted_at.getTime()),
      confirmedAt: row.confirmed_at === null ? null : formatInstant(row.confirmed_at.getTime()),
    },
    mandate: {
      mandateNo: row.mandate_no,
      grantedBy: row.granted_by,
      grantedAt: formatInstant(row.granted_at.getTime()),
      legalBasis: row.legal_basis,
    },
  };
}
