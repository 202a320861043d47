import type { NotaryCase } from './notaryCase.ts';
import { numberKey } from './numberKey.ts';

/** What SQLite can hold in a column here. */
export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/** A table below `notary_case`: its columns after `case_id`, and the rows a case has in it. */
export interface CaseTable {
  readonly name: string;
  readonly columns: readonly string[];
  rowsOf(of: NotaryCase): readonly (readonly Cell[])[];
}

const flag = (value: boolean | null): number | null => (value === null ? null : Number(value));
const numbered = <Item>(items: readonly Item[], cells: (item: Item) => readonly Cell[]) =>
  items.map((item, position) => [position, ...cells(item)]);
const single = <Item>(item: Item | null, cells: (item: Item) => readonly Cell[]) =>
  item === null ? [] : [cells(item)];

/** Parents before children, so that rows may be written in this order and removed in the reverse of it. */
export const caseTables = [
  {
    name: 'case_number',
    columns: ['position', 'number_key', 'printed'],
    rowsOf: (of) => numbered([of.printedNo, ...of.otherNumbers], (printed) => [numberKey(printed), printed]),
  },
  {
    name: 'party',
    columns: ['position', 'role', 'side', 'person', 'body', 'agent_practitioner_no', 'agent'],
    rowsOf: (of) =>
      numbered(of.parties, (p) => [p.role, p.side, p.person, p.body, p.agentPractitionerNo, p.agent]),
  },
  {
    name: 'handler',
    columns: ['position', 'role', 'practitioner_no', 'name', 'office', 'from_at', 'to_at'],
    rowsOf: (of) => numbered(of.handlers, (h) => [h.role, h.practitionerNo, h.name, h.office, h.from, h.to]),
  },
  {
    name: 'history',
    columns: [
      'position',
      'service',
      'from_status',
      'to_status',
      'event',
      'at',
      'actor_role',
      'document_no',
      'reason',
    ],
    rowsOf: (of) =>
      numbered(of.history, (h) => [
        h.service,
        h.from,
        h.to,
        h.event,
        h.at,
        h.actorRole,
        h.documentNo,
        h.reason,
      ]),
  },
  {
    name: 'document',
    columns: ['position', 'kind', 'number', 'title', 'issued_at', 'issuer', 'secrecy'],
    rowsOf: (of) =>
      numbered(of.documents, (d) => [d.kind, d.number, d.title, d.issuedAt, d.issuer, d.secrecy.join(' ')]),
  },
  {
    name: 'pause',
    columns: ['position', 'rule_id', 'reason', 'from_at', 'to_at'],
    rowsOf: (of) => numbered(of.pauses, (p) => [p.ruleId, p.reason, p.from, p.to]),
  },
  {
    name: 'extension',
    columns: ['position', 'rule_id', 'length', 'approved_at', 'told_at'],
    rowsOf: (of) => numbered(of.extensions, (e) => [e.ruleId, e.length, e.approvedAt, e.toldAt]),
  },
  {
    name: 'verification',
    columns: ['position', 'at', 'what', 'result'],
    rowsOf: (of) => numbered(of.verifications, (v) => [v.at, v.what, v.result]),
  },
  {
    name: 'fee_reduction',
    columns: [
      'form',
      'standard_fee',
      'reduced_by',
      'basis',
      'basis_document_no',
      'basis_confirmed',
      'approved_at',
      'approved_by',
      'local_rule',
      'settled_by',
    ],
    rowsOf: (of) =>
      single(of.feeReduction, (f) => [
        f.form,
        f.standardFee,
        f.reducedBy,
        f.basis,
        f.basisDocumentNo,
        flag(f.basisConfirmed),
        f.approvedAt,
        f.approvedBy,
        f.localRule,
        f.settledBy,
      ]),
  },
  {
    name: 'certificate',
    columns: [
      'number',
      'issued_at',
      'kind',
      'series',
      'status',
      'language',
      'copies',
      'legalisation_kind',
      'legalisation_country',
    ],
    rowsOf: (of) =>
      single(of.certificate, (c) => [
        c.number,
        c.issuedAt,
        c.kind,
        c.series,
        c.status,
        c.language,
        c.copies,
        c.legalisation?.kind ?? null,
        c.legalisation?.country ?? null,
      ]),
  },
  {
    name: 'enforceability',
    columns: ['creditor', 'debtor', 'obligation', 'amount', 'due_dates', 'consent_clause'],
    rowsOf: (of) =>
      single(of.certificate?.enforceability ?? null, (e) => [
        e.creditor,
        e.debtor,
        e.obligation,
        e.amount,
        e.dueDates.join(' '),
        flag(e.consentClause),
      ]),
  },
  {
    name: 'enforcement_certificate',
    columns: ['number', 'requested_at', 'amount', 'issued_at', 'refused_at', 'reason'],
    rowsOf: (of) =>
      single(of.enforcementCertificate, (e) => [
        e.number,
        e.requestedAt,
        e.amount,
        e.issuedAt,
        e.refusedAt,
        e.reason,
      ]),
  },
  {
    name: 're_examination',
    columns: ['requested_by', 'requested_at', 'error_claimed', 'decided_at', 'result', 'carried_out_at'],
    rowsOf: (of) =>
      single(of.reExamination, (r) => [
        r.requestedBy,
        r.requestedAt,
        r.errorClaimed,
        r.decidedAt,
        r.result,
        r.carriedOutAt,
      ]),
  },
  {
    name: 'evidence',
    columns: ['object', 'method', 'place', 'started_at', 'digests', 'storage'],
    rowsOf: (of) =>
      single(of.evidence, (e) => [e.object, e.method, e.place, e.startedAt, e.digests.join(' '), e.storage]),
  },
  {
    name: 'will',
    columns: ['registered_at', 'custody'],
    rowsOf: (of) => single(of.will, (w) => [w.registeredAt, w.custody]),
  },
  {
    name: 'holding',
    columns: ['position', 'kind', 'giver', 'receiver', 'object', 'state'],
    rowsOf: (of) => numbered(of.holdings, (h) => [h.kind, h.giver, h.receiver, h.object, h.state]),
  },
  {
    name: 'auxiliary_task',
    columns: ['position', 'kind', 'court', 'court_case_no', 'entrusted_at', 'report'],
    rowsOf: (of) =>
      numbered(of.auxiliaryTasks, (t) => [t.kind, t.court, t.courtCaseNo, t.entrustedAt, t.report]),
  },
] as const satisfies readonly CaseTable[];

export type CaseTableName = (typeof caseTables)[number]['name'];

/** The rows that one case has in each table, in their order. */
export type CaseRows = Readonly<Record<CaseTableName, readonly Row[]>>;
