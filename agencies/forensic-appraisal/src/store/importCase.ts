import type { DatabaseSync } from 'node:sqlite';
import type { SyntheticAppraisalCase } from '@tongban/synthetic';
import { type CodeTable, codeTables, toNumber } from '../wire/codeTables.ts';
import { splitCredential } from './identityDocument.ts';
import { normaliseCaseNo } from './normaliseCaseNo.ts';

/**
 * A function that stores one synthetic case with everything under it. Statements are prepared once; call inside a
 * transaction. `nameOf` gives the printed name of a credential, or null.
 */
export function createCaseImporter(database: DatabaseSync, nameOf: (credential: string) => string | null) {
  const into = (table: string, columns: number) =>
    database.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`);
  const insertCase = database.prepare(
    `INSERT OR IGNORE INTO appraisal_case VALUES (${Array(33).fill('?').join(', ')}, 1)`,
  );
  const insertNumber = database.prepare('INSERT OR IGNORE INTO case_number VALUES (?, ?)');
  const insertParty = into('party', 11);
  const insertStaff = into('staff', 8);
  const insertEvent = into('case_event', 9);
  const insertDocument = into('document', 9);
  const insertMaterial = into('material', 11);
  const insertCustody = into('custody', 7);
  const insertPause = into('pause', 6);
  const insertExtension = into('extension', 6);
  const insertOpinion = into('opinion', 6);
  const insertTestimony = into('testimony', 6);
  const insertForeign = into('foreign_related_report', 4);
  const insertFee = into('fee_reduction', 11);

  return (one: SyntheticAppraisalCase): void => {
    const { key, details } = one;
    const { commission, opinion, testimony, foreignRelatedReport, feeReduction } = details;
    const client = commission.clientKind === 'PARTY' ? splitCredential(commission.client) : null;
    const { changes } = insertCase.run(
      key,
      one.caseNo,
      JSON.stringify(one.aliases),
      one.region,
      one.agency,
      known('caseStatus', one.status),
      known('category', details.category),
      JSON.stringify(details.matters.map((matter) => known('matter', matter))),
      JSON.stringify(details.standards),
      toMs(one.openedAt),
      toMsOrNull(one.closedAt),
      toMsOrNull(details.examinedAt),
      commission.commissionNo,
      known('clientKind', commission.clientKind),
      client === null ? commission.client : null,
      client?.type ?? null,
      client?.no ?? null,
      toMs(commission.receivedAt),
      toMsOrNull(commission.effectiveAt),
      commission.purpose,
      null,
      Number(commission.isReappraisal),
      commission.agreedTermDays,
      commission.fee,
      null,
      details.notAcceptGround === null ? null : known('notAcceptGround', details.notAcceptGround),
      terminateGroundOf(one),
      null,
      null,
      null,
      null,
      JSON.stringify(one.secrecy),
      Number(one.secrecy.includes('sealed')),
    );
    if (changes === 0) return;

    for (const printed of [one.caseNo, ...one.aliases]) insertNumber.run(normaliseCaseNo(printed), key);
    one.parties.forEach((party, seq) => {
      const document = splitCredential(party.person);
      const agent = splitCredential(party.agent);
      insertParty.run(
        key,
        seq,
        party.role,
        known('side', party.side),
        party.person === null ? null : nameOf(party.person),
        document?.type ?? null,
        document?.no ?? null,
        party.organization,
        party.agentPractitionerNo,
        agent?.type ?? null,
        agent?.no ?? null,
      );
    });
    one.handlers.forEach((staff, seq) => {
      const { role, practitionerNo, name, organization, from, to } = staff;
      insertStaff.run(key, seq, role, practitionerNo, name, organization, toMs(from), toMsOrNull(to));
    });
    one.events.forEach((event, seq) => {
      const { from, to, at, actorRole, documentNo, reasonCode } = event;
      if (from !== null) known('caseStatus', from);
      insertEvent.run(
        key,
        seq,
        from,
        known('caseStatus', to),
        event.event,
        toMs(at),
        actorRole,
        documentNo,
        reasonCode,
      );
    });
    one.documents.forEach((document, seq) => {
      const { kind, number, title, issuedAt, issuer, secrecy } = document;
      insertDocument.run(
        key,
        seq,
        kind,
        number,
        title,
        toMs(issuedAt),
        issuer,
        null,
        JSON.stringify(secrecy),
      );
    });
    details.materials.forEach((material, seq) => {
      const { no, name, receivedAt, returnedAt, custody } = material;
      insertMaterial.run(
        key,
        seq,
        no,
        name,
        null,
        null,
        null,
        null,
        1,
        toMs(receivedAt),
        toMsOrNull(returnedAt),
      );
      custody.forEach(({ at, from, to, digest }, step) => {
        insertCustody.run(key, seq, step, toMs(at), from, to, digest);
      });
    });
    one.pauses.forEach(({ ruleId, reason, from, to }, seq) => {
      insertPause.run(key, seq, ruleId, reason, toMs(from), toMsOrNull(to));
    });
    one.extensions.forEach(({ ruleId, length, approvedAt, clientToldAt }, seq) => {
      insertExtension.run(key, seq, ruleId, length, toMs(approvedAt), toMsOrNull(clientToldAt));
    });
    if (opinion !== null) {
      const signatures = opinion.signedBy.map((certNo) => ({ certNo, dissent: null }));
      const correctedAt = toMsOrNull(opinion.correctedAt);
      const issuedAt = toMs(opinion.issuedAt);
      insertOpinion.run(
        key,
        opinion.opinionNo,
        issuedAt,
        opinion.conclusion,
        JSON.stringify(signatures),
        correctedAt,
      );
    }
    if (testimony !== null) {
      const appearedAt = toMsOrNull(testimony.appearedAt);
      insertTestimony.run(key, testimony.court, toMs(testimony.noticeAt), appearedAt, null, null);
    }
    if (foreignRelatedReport !== null) {
      const { element, reportedTo, reportedAt } = foreignRelatedReport;
      insertForeign.run(key, element, reportedTo, toMs(reportedAt));
    }
    if (feeReduction !== null) {
      insertFee.run(
        key,
        known('feeForm', feeReduction.form),
        feeReduction.standardFee,
        feeReduction.reducedBy,
        known('feeBasis', feeReduction.basis),
        feeReduction.basisDocumentNo,
        feeReduction.basisConfirmed === null ? null : Number(feeReduction.basisConfirmed),
        toMs(feeReduction.approvedAt),
        feeReduction.approvedBy,
        feeReduction.localRule,
        feeReduction.settledBy,
      );
    }
  };
}

/** The ground of a termination travels as the event's reason; a reason outside the dictionary counts as OTHER. */
function terminateGroundOf({ status, events }: SyntheticAppraisalCase): string | null {
  if (status !== 'TERMINATED') return null;
  const reason = events.findLast(({ to }) => to === 'TERMINATED')?.reasonCode ?? 'OTHER';
  return reason in codeTables.terminateGround ? reason : 'OTHER';
}

function known(table: CodeTable, word: string): string {
  toNumber(table, word);
  return word;
}

function toMs(instant: string): number {
  return Date.parse(instant);
}

function toMsOrNull(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}
