import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { fromCursor, type Place, toCursor } from './cursor.ts';
import { numberKey } from './numberKey.ts';

/** Which cases a page is of. */
export interface CaseFilter {
  readonly status: readonly string[];
  /** Prefixes of region codes; empty: every region. */
  readonly regions: readonly string[];
  /** `openedAt` from here on, that instant included. */
  readonly openedFrom: string | null;
  /** `openedAt` before this instant. */
  readonly openedTo: string | null;
  /** Sealed cases are neither listed nor counted unless this is set (预防未成年人犯罪法 art. 59). */
  readonly includeSealed: boolean;
}

/** Finds the keys of cases; `createCaseReader` reads them. */
export interface CaseFinder {
  /** Newest first, from just after `place`. One more than `limit` is never read. */
  page(filter: CaseFilter, place: Place | null, limit: number): { places: Place[]; hasMore: boolean };
  count(filter: CaseFilter): number;
  /** Keys by number, numbers as they were asked; a number that no document bears is left out. */
  byNumbers(numbers: readonly string[]): Map<string, string[]>;
  /** The cases in which a person is a party or a party's agent, newest first. */
  byDocument(document: string, place: Place | null, limit: number): { places: Place[]; hasMore: boolean };
}

export function createCaseFinder(database: DatabaseSync): CaseFinder {
  const numbers = database.prepare(
    'SELECT number_key, case_key FROM case_number WHERE number_key IN (SELECT value FROM json_each(?))',
  );
  const byDocument = database.prepare(
    `SELECT opened_at AS at, key FROM aid_case WHERE key IN
       (SELECT case_key FROM case_party WHERE document = ?1 UNION
        SELECT case_key FROM case_party WHERE agent_document = ?1)
     AND (opened_at, key) < (?2, ?3) ORDER BY opened_at DESC, key DESC LIMIT ?4`,
  );
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string) => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };

  return {
    page(filter, place, limit) {
      const { where, values } = conditionOf(filter);
      const { at, key } = place ?? endOfTime;
      const rows = prepare(
        `SELECT opened_at AS at, key FROM aid_case WHERE ${where} AND (opened_at, key) < (?, ?)
         ORDER BY opened_at DESC, key DESC LIMIT ?`,
      ).all(...values, at, key, limit + 1) as unknown as Place[];
      return cut(rows, limit);
    },
    count(filter) {
      const { where, values } = conditionOf(filter);
      const row = prepare(`SELECT COUNT(*) AS n FROM aid_case WHERE ${where}`).get(...values);
      return (row as { n: number }).n;
    },
    byNumbers(asked) {
      const askedByKey = Map.groupBy(asked, numberKey);
      const rows = numbers.all(JSON.stringify([...askedByKey.keys()])) as unknown as {
        number_key: string;
        case_key: string;
      }[];
      const found = new Map<string, string[]>();
      for (const row of rows) {
        for (const number of askedByKey.get(row.number_key) ?? []) {
          found.set(number, [...(found.get(number) ?? []), row.case_key]);
        }
      }
      return found;
    },
    byDocument(document, place, limit) {
      const { at, key } = place ?? endOfTime;
      return cut(byDocument.all(document, at, key, limit + 1) as unknown as Place[], limit);
    },
  };
}

/** Reads the cursor of a request, or null where the list starts. @throws {RangeError} when it is no cursor of ours. */
export function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const place = fromCursor(cursor);
  if (place === null) throw new RangeError('cursor is not one that this system gave');
  return place;
}

/** The cursor after the last of `places`, or null where the list ends with them. */
export function nextCursorOf(found: { places: readonly Place[]; hasMore: boolean }): string | null {
  const last = found.places.at(-1);
  return found.hasMore && last !== undefined ? toCursor(last) : null;
}

const endOfTime: Place = { at: '9999-12-31T23:59:59+08:00', key: '~' };

function cut(rows: Place[], limit: number): { places: Place[]; hasMore: boolean } {
  return { places: rows.slice(0, limit), hasMore: rows.length > limit };
}

function conditionOf(filter: CaseFilter): { where: string; values: (string | number)[] } {
  const parts: string[] = ['1'];
  const values: (string | number)[] = [];
  const add = (sql: string, ...more: (string | number)[]) => {
    parts.push(sql);
    values.push(...more);
  };
  if (!filter.includeSealed) add('sealed = 0');
  if (filter.status.length > 0) {
    add('status IN (SELECT value FROM json_each(?))', JSON.stringify(filter.status));
  }
  if (filter.regions.length > 0) {
    // A range, not LIKE, so that the index on region serves.
    const ranges = filter.regions.map(() => '(region >= ? AND region < ?)').join(' OR ');
    add(`(${ranges})`, ...filter.regions.flatMap((prefix) => [prefix, `${prefix}:`]));
  }
  if (filter.openedFrom !== null) add('opened_at >= ?', filter.openedFrom);
  if (filter.openedTo !== null) add('opened_at < ?', filter.openedTo);
  return { where: parts.join(' AND '), values };
}
