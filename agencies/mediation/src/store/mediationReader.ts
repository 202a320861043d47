import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { HistoryStep, MediationRecord, Party, Session } from '../mediationRecord.ts';
import type { DocumentType } from '../vocabulary.ts';
import { flagColumns, jsonColumns, mediationColumns } from './mediationColumns.ts';
import { numberKey } from './numberKey.ts';

/** An identity document, as the register writes it. */
export interface IdentityDocument {
  readonly document_type: DocumentType;
  readonly document_number: string;
}

/** Which mediations a list holds; what is absent does not narrow it. */
export interface ListFilter {
  /** Prefixes of region codes; a mediation fits when one of them fits. */
  readonly regions?: readonly string[];
  readonly statuses?: readonly string[];
  /** Times of the register; `from` included, `to` not. */
  readonly registeredFrom?: string;
  readonly registeredTo?: string;
  readonly withoutSealed?: boolean;
  /** Only mediations of which one of these is a party, or a party's agent. */
  readonly documents?: readonly IdentityDocument[];
}

/** The place in a list after one mediation; lists run from the newest registration to the oldest. */
export interface ListPosition {
  readonly registeredAt: string;
  readonly id: string;
}

type Row = Record<string, SQLInputValue> & { readonly id: string };

/** Reads whole mediations; never a statement. */
export function createMediationReader(database: DatabaseSync) {
  const rowsOf = (sql: string, values: readonly SQLInputValue[]): Row[] =>
    database.prepare(sql).all(...values) as Row[];

  function complete(rows: readonly Row[]): MediationRecord[] {
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return [];
    const some = `mediation_id IN (${marks(ids)})`;
    const parties = group(rowsOf(`SELECT * FROM party WHERE ${some} ORDER BY mediation_id, party_no`, ids));
    const sessions = group(
      rowsOf(
        `SELECT mediation_id, at, place, mode, undisputed_facts FROM session WHERE ${some}
         ORDER BY mediation_id, position`,
        ids,
      ),
    );
    const history = group(
      rowsOf(
        `SELECT mediation_id, service, from_status AS "from", to_status AS "to", event, at, actor_role, document_no,
           reason FROM history WHERE ${some} ORDER BY mediation_id, position`,
        ids,
      ),
    );
    return rows.map((row) => ({
      ...toMembers(row),
      parties: (parties.get(row.id) ?? []) as unknown as Party[],
      sessions: (sessions.get(row.id) ?? []) as unknown as Session[],
      history: (history.get(row.id) ?? []) as unknown as HistoryStep[],
    }));
  }

  return {
    /** Those that exist, in no order of the caller's. */
    findByIds: (ids: readonly string[]): MediationRecord[] =>
      complete(rowsOf(`SELECT ${columns} FROM mediation WHERE id IN (${marks(ids)})`, ids)),

    /** Mediations with one of these numbers printed on a document, whatever way the number is written. */
    findByNumbers(numbers: readonly string[]): MediationRecord[] {
      const keys = [...new Set(numbers.map(numberKey))];
      return complete(
        rowsOf(
          `SELECT ${columns} FROM mediation WHERE id IN
             (SELECT mediation_id FROM mediation_number WHERE number_key IN (${marks(keys)}))`,
          keys,
        ),
      );
    },

    /** At most `limit` mediations after `after` (null: from the newest). */
    list(filter: ListFilter, after: ListPosition | null, limit: number): MediationRecord[] {
      const where = conditionsOf(filter);
      if (after !== null) {
        where.push(['(registered_at, id) < (?, ?)', [after.registeredAt, after.id]]);
      }
      return complete(
        rowsOf(
          `SELECT ${columns} FROM mediation ${clauseOf(where)} ORDER BY registered_at DESC, id DESC LIMIT ?`,
          [...where.flatMap(([, values]) => values), limit],
        ),
      );
    },

    count(filter: ListFilter): number {
      const where = conditionsOf(filter);
      const values = where.flatMap(([, bound]) => bound);
      const [row] = rowsOf(`SELECT count(*) AS total FROM mediation ${clauseOf(where)}`, values);
      return Number(row?.total ?? 0);
    },
  };
}

export type MediationReader = ReturnType<typeof createMediationReader>;

const columns = mediationColumns.filter((column) => column !== 'sealed').join(', ');

type Condition = readonly [sql: string, values: readonly SQLInputValue[]];

function conditionsOf(filter: ListFilter): Condition[] {
  const conditions: Condition[] = [];
  if (filter.regions !== undefined) {
    const alternatives = filter.regions.map(
      (prefix): Condition =>
        prefix.length === 6
          ? ['region_code = ?', [prefix]]
          : ['(region_code >= ? AND region_code < ?)', [prefix, `${prefix}:`]],
    );
    conditions.push([
      `(${alternatives.map(([sql]) => sql).join(' OR ')})`,
      alternatives.flatMap(([, values]) => values),
    ]);
  }
  if (filter.statuses !== undefined) {
    conditions.push([`status IN (${marks(filter.statuses)})`, filter.statuses]);
  }
  if (filter.registeredFrom !== undefined) conditions.push(['registered_at >= ?', [filter.registeredFrom]]);
  if (filter.registeredTo !== undefined) conditions.push(['registered_at < ?', [filter.registeredTo]]);
  if (filter.withoutSealed === true) conditions.push(['sealed = 0', []]);
  if (filter.documents !== undefined) {
    const pairs = filter.documents.map(() => '(?, ?)').join(', ');
    const bound = filter.documents.flatMap((one) => [one.document_number, one.document_type]);
    conditions.push([
      `id IN (SELECT mediation_id FROM party WHERE (document_number, document_type) IN (VALUES ${pairs})
         UNION SELECT mediation_id FROM party WHERE (agent_document_number, agent_document_type) IN (VALUES ${pairs}))`,
      [...bound, ...bound],
    ]);
  }
  return conditions;
}

function clauseOf(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.map(([sql]) => sql).join(' AND ')}`;
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

/** Rows by their `mediation_id`, which is left out of them. */
function group(rows: readonly Row[]): Map<string, object[]> {
  const byId = new Map<string, object[]>();
  for (const { mediation_id, ...rest } of rows) {
    const id = String(mediation_id);
    const known = byId.get(id);
    if (known === undefined) byId.set(id, [rest]);
    else known.push(rest);
  }
  return byId;
}

function toMembers(row: Row): Omit<MediationRecord, 'parties' | 'sessions' | 'history'> {
  const members: Record<string, unknown> = { ...row };
  for (const column of flagColumns) members[column] = row[column] === 1;
  for (const column of jsonColumns) {
    const text = row[column];
    members[column] = typeof text === 'string' ? JSON.parse(text) : null;
  }
  return members as unknown as Omit<MediationRecord, 'parties' | 'sessions' | 'history'>;
}
