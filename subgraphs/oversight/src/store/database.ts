import type { Generated } from 'kysely';

/** The tables. What persons decided about findings, how far the access log was seen, and nothing of cases. */
export interface Database {
  finding_decision: FindingDecisionTable;
  log_head: LogHeadTable;
}

interface LogHeadTable {
  id: Generated<string | number>;
  /** By which it was signed (C2SP signed-note). */
  verifier_key: string;
  /** Entries; PostgreSQL gives it as text. */
  size: number | string;
  /** Hexadecimal. */
  root: string;
}

interface FindingDecisionTable {
  /** Grows: the order in which decisions were made. */
  id: Generated<string | number>;
  /** Id of the finding, a keyed digest. */
  finding: string;
  /** RFC 3339, UTC. */
  decided_at: string;
  /** Account of the auditor, opaque. */
  decided_by: string;
  /** The assignment. */
  basis: string;
  verdict: 'CONFIRMED' | 'DISMISSED' | 'NEEDS_MORE';
  reason: string;
}
