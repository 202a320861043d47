import type { DatabaseSync } from 'node:sqlite';
import { numberKey } from './numberKey.ts';

/** Narrows the list page. Secret wills and sealed cases are left out unless asked for. */
export interface ListFilter {
  /** Any of them; empty: every status. */
  readonly statuses: readonly string[];
  /** Prefixes of region codes; empty: every region. */
  readonly regionPrefixes: readonly string[];
  /** `YYYY-MM-DD HH:MM`, inclusive. */
  readonly openedFrom: string | null;
  /** `YYYY-MM-DD HH:MM`, exclusive. */
  readonly openedBefore: string | null;
  /** The office whose secret wills are in the list; null: none are. */
  readonly willsOfOffice: string | null;
  readonly withSealed: boolean;
}

/** Where a page goes on: after this case in the list's order. */
export interface ListPosition {
  readonly openedAt: string;
  readonly region: string;
  readonly acceptanceNo: string;
}

/** Finds acceptance numbers; the reader brings the cases. */
export interface CaseFinder {
  /** Cases that print one of the numbers, oldest acceptance number first. */
  byNumbers(numbers: readonly string[]): string[];
  /** Cases that have one of the persons (credentials) as a party, oldest acceptance number first. */
  byPersons(credentials: readonly string[]): string[];
  /** Newest first, then by region and acceptance number; `total` is of the whole list. */
  page(
    filter: ListFilter,
    after: ListPosition | null,
    limit: number,
  ): { total: number; acceptanceNos: string[]; hasMore: boolean };
  isNumberTaken(printed: string): boolean;
}

export function createCaseFinder(database: DatabaseSync): CaseFinder {
  const byKeys = database.prepare(
    `SELECT DISTINCT acceptance_no FROM case_number JOIN notary_case ON id = case_id
     WHERE number_key IN (SELECT value FROM json_each(?)) ORDER BY acceptance_no`,
  );
  const byPersons = database.prepare(
    `SELECT DISTINCT acceptance_no FROM party JOIN notary_case ON id = case_id
     WHERE person IN (SELECT value FROM json_each(?)) ORDER BY acceptance_no`,
  );
  const taken = database.prepare('SELECT 1 FROM case_number WHERE number_key = ?');

  return {
    byNumbers: (numbers) => nosIn(byKeys.all(JSON.stringify(numbers.map(numberKey)))),
    byPersons: (credentials) => nosIn(byPersons.all(JSON.stringify(credentials))),
    isNumberTaken: (printed) => taken.get(numberKey(printed)) !== undefined,
    page(filter, after, limit) {
      const { sql, values } = conditionsOf(filter);
      const { total } = database
        .prepare(`SELECT count(*) AS total FROM notary_case${where(sql)}`)
        .get(...values) as {
        total: number;
      };
      const position =
        after === null ? null : [after.openedAt, after.openedAt, after.region, after.acceptanceNo];
      const rows = database
        .prepare(
          `SELECT acceptance_no FROM notary_case${where([
            ...sql,
            ...(position === null
              ? []
              : ['(opened_at < ? OR (opened_at = ? AND (region, acceptance_no) > (?, ?)))']),
          ])} ORDER BY opened_at DESC, region, acceptance_no LIMIT ?`,
        )
        .all(...values, ...(position ?? []), limit + 1);
      return { total, acceptanceNos: nosIn(rows.slice(0, limit)), hasMore: rows.length > limit };
    },
  };
}

function conditionsOf(filter: ListFilter): { sql: string[]; values: string[] } {
  const sql: string[] = [];
  const values: string[] = [];
  const add = (condition: string, ...bound: string[]) => {
    sql.push(condition);
    values.push(...bound);
  };
  if (filter.willsOfOffice === null) add('will_secret = 0');
  else add('(will_secret = 0 OR office = ?)', filter.willsOfOffice);
  if (!filter.withSealed) add('sealed = 0');
  if (filter.statuses.length > 0) {
    add(`status IN (${filter.statuses.map(() => '?').join(', ')})`, ...filter.statuses);
  }
  if (filter.openedFrom !== null) add('opened_at >= ?', filter.openedFrom);
  if (filter.openedBefore !== null) add('opened_at < ?', filter.openedBefore);
  if (filter.regionPrefixes.length > 0) {
    const choices = filter.regionPrefixes.map(() => "region LIKE ? || '%'").join(' OR ');
    add(`(${choices})`, ...filter.regionPrefixes);
  }
  return { sql, values };
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}

function nosIn(rows: readonly unknown[]): string[] {
  return (rows as readonly { acceptance_no: string }[]).map(({ acceptance_no }) => acceptance_no);
}
