import type { DatabaseSync } from 'node:sqlite';
import { type CaseDto, toCaseDto } from '../wire/caseDto.ts';
import { normaliseCaseNo } from './normaliseCaseNo.ts';
import type * as rows from './rows.ts';

export interface PageFilter {
  /** Words of the dictionary; empty: every status. */
  readonly statuses: readonly string[];
  /** Digits a region code may begin with; empty: everywhere. */
  readonly regionPrefixes: readonly string[];
  /** Epoch milliseconds, from inclusive, to exclusive. */
  readonly receivedFrom: number | null;
  readonly receivedTo: number | null;
  readonly institutionId: string | null;
  readonly withSealed: boolean;
}

export interface Page {
  readonly total: number;
  readonly cases: CaseDto[];
}

const CASE = `
  SELECT c.*, i.name AS institution_name, i.licence_no, i.licence_state, i.scope, b.name AS client_name
  FROM appraisal_case c
  LEFT JOIN institution i ON i.institution_id = c.institution_id
  LEFT JOIN body b ON b.body_id = c.client_body_id`;
const IN_LIST = '(SELECT value FROM json_each(?))';
/** Reads cases, whole, in the system's wire shape. Fourteen statements for any number of cases. */
export function createCaseReader(database: DatabaseSync) {
  const byIds = database.prepare(`${CASE} WHERE c.case_id IN ${IN_LIST}`);
  const idsByNumbers = database.prepare(
    `SELECT DISTINCT case_id FROM case_number WHERE number IN ${IN_LIST}`,
  );
  const idsByDocuments = database.prepare(`
    WITH document AS (SELECT value ->> 'no' AS no, value ->> 'type' AS type FROM json_each(?))
    SELECT c.case_id FROM appraisal_case c WHERE c.case_id IN (
      SELECT p.case_id FROM document d JOIN party p ON p.id_no = d.no AND p.id_type = d.type
      UNION
      SELECT p.case_id FROM document d JOIN party p ON p.agent_id_no = d.no AND p.agent_id_type = d.type)
    ORDER BY c.received_at DESC, c.case_id`);
  const children = prepareChildren(database);

  function read(caseIds: readonly string[]): CaseDto[] {
    if (caseIds.length === 0) return [];
    const list = JSON.stringify(caseIds);
    const found = new Map((byIds.all(list) as unknown as rows.CaseRow[]).map((row) => [row.case_id, row]));
    const of = children(list);
    return caseIds.flatMap((id) => {
      const row = found.get(id);
      return row === undefined ? [] : [toCaseDto(row, of(id))];
    });
  }

  return {
    /** One case as its rows, or null when the id is unknown. */
    rowsOf(caseId: string): rows.CaseRows | null {
      const list = JSON.stringify([caseId]);
      const row = byIds.get(list) as unknown as rows.CaseRow | undefined;
      return row === undefined ? null : { case: row, ...children(list)(caseId) };
    },
    /** In the order asked; unknown ids are left out. */
    byIds: (caseIds: readonly string[]): CaseDto[] => read([...new Set(caseIds)]),
    /** Every case on whose documents one of the numbers is printed, in any spelling `normaliseCaseNo` evens out. */
    byNumbers(numbers: readonly string[]): CaseDto[] {
      const list = JSON.stringify(numbers.map(normaliseCaseNo));
      return read((idsByNumbers.all(list) as { case_id: string }[]).map(({ case_id }) => case_id));
    },
    /** Cases in which one of the documents is that of a party, or of a party's guardian or agent; newest first. */
    byDocuments(
      documents: readonly { readonly type: string; readonly no: string }[],
      offset: number,
      limit: number,
    ) {
      const ids = (idsByDocuments.all(JSON.stringify(documents)) as { case_id: string }[]).map(
        (row) => row.case_id,
      );
      return { total: ids.length, cases: read(ids.slice(offset, offset + limit)) } satisfies Page;
    },
    /** Newest first. An offset beyond the end gives no cases and the same total. */
    page(filter: PageFilter, offset: number, limit: number): Page {
      const { where, values } = pageCondition(filter);
      const count = database.prepare(`SELECT count(*) AS total FROM appraisal_case WHERE ${where}`);
      const { total } = count.get(...values) as { total: number };
      if (offset >= total) return { total, cases: [] };
      const ids = database.prepare(
        `SELECT case_id FROM appraisal_case WHERE ${where} ORDER BY received_at DESC, case_id LIMIT ? OFFSET ?`,
      );
      const found = ids.all(...values, limit, offset) as { case_id: string }[];
      return { total, cases: read(found.map(({ case_id }) => case_id)) };
    },
  };
}

export type CaseReader = ReturnType<typeof createCaseReader>;

/** The SQL of a filter and its values; only what is asked is compared, so that large tables stay quick. */
function pageCondition(filter: PageFilter): { where: string; values: (string | number)[] } {
  const { statuses, regionPrefixes, receivedFrom, receivedTo, institutionId, withSealed } = filter;
  const conditions: [sql: string, ...values: (string | number)[]][] = [];
  if (!withSealed) conditions.push(['is_sealed = 0']);
  if (statuses.length > 0)
    conditions.push([`status IN (${statuses.map(() => '?').join(', ')})`, ...statuses]);
  if (institutionId !== null) conditions.push(['institution_id = ?', institutionId]);
  if (receivedFrom !== null) conditions.push(['received_at >= ?', receivedFrom]);
  if (receivedTo !== null) conditions.push(['received_at < ?', receivedTo]);
  if (regionPrefixes.length > 0) {
    const ranges = regionPrefixes.map(() => 'region BETWEEN ? AND ?').join(' OR ');
    const bounds = regionPrefixes.flatMap((prefix) => [prefix.padEnd(6, '0'), prefix.padEnd(6, '9')]);
    conditions.push([`(${ranges})`, ...bounds]);
  }
  return {
    where: ['1 = 1', ...conditions.map(([sql]) => sql)].join(' AND '),
    values: conditions.flatMap(([, ...values]) => values),
  };
}

function prepareChildren(database: DatabaseSync): (list: string) => (caseId: string) => rows.CaseChildren {
  const many = <Row extends { readonly case_id: string }>(sql: string) => {
    const statement = database.prepare(sql);
    return (list: string) => Map.groupBy(statement.all(list) as unknown as Row[], (row) => row.case_id);
  };
  const all = <Row extends { readonly case_id: string }>(table: string, order: string) =>
    many<Row>(`SELECT * FROM ${table} WHERE case_id IN ${IN_LIST} ORDER BY ${order}`);
  const select = {
    parties: all<rows.PartyRow>('party', 'case_id, seq'),
    staff: many<rows.StaffRow>(
      `SELECT s.*, a.licence_state, a.categories FROM staff s LEFT JOIN appraiser a ON a.cert_no = s.cert_no
       WHERE s.case_id IN ${IN_LIST} ORDER BY s.case_id, s.seq`,
    ),
    events: all<rows.EventRow>('case_event', 'case_id, seq'),
    documents: all<rows.DocumentRow>('document', 'case_id, seq'),
    materials: all<rows.MaterialRow>('material', 'case_id, seq'),
    custody: all<rows.CustodyRow>('custody', 'case_id, material_seq, seq'),
    pauses: all<rows.PauseRow>('pause', 'case_id, seq'),
    extensions: all<rows.ExtensionRow>('extension', 'case_id, seq'),
    opinion: all<rows.OpinionRow>('opinion', 'case_id'),
    testimony: all<rows.TestimonyRow>('testimony', 'case_id'),
    foreignReport: all<rows.ForeignReportRow>('foreign_related_report', 'case_id'),
    feeReduction: all<rows.FeeReductionRow>('fee_reduction', 'case_id'),
  };

  return (list) => {
    const parties = select.parties(list);
    const staff = select.staff(list);
    const events = select.events(list);
    const documents = select.documents(list);
    const materials = select.materials(list);
    const custody = select.custody(list);
    const pauses = select.pauses(list);
    const extensions = select.extensions(list);
    const opinion = select.opinion(list);
    const testimony = select.testimony(list);
    const foreignReport = select.foreignReport(list);
    const feeReduction = select.feeReduction(list);
    return (id) => ({
      parties: parties.get(id) ?? [],
      staff: staff.get(id) ?? [],
      events: events.get(id) ?? [],
      documents: documents.get(id) ?? [],
      materials: materials.get(id) ?? [],
      custody: custody.get(id) ?? [],
      pauses: pauses.get(id) ?? [],
      extensions: extensions.get(id) ?? [],
      opinion: opinion.get(id)?.[0] ?? null,
      testimony: testimony.get(id)?.[0] ?? null,
      foreignReport: foreignReport.get(id)?.[0] ?? null,
      feeReduction: feeReduction.get(id)?.[0] ?? null,
    });
  };
}
