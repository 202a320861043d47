import type { SyntheticMediationCase, SyntheticParty } from '@tongban/synthetic';
import { inChinaTime } from '../chinaTime.ts';
import { withDueDate } from '../lifecycle/dueDate.ts';
import { toYuan } from '../lifecycle/yuan.ts';
import type { Agreement, MediationRecord, Party } from '../mediationRecord.ts';
import type { DocumentType } from '../vocabulary.ts';
import { eventWords } from './eventWords.ts';
import {
  actorRoleWords,
  clockWords,
  disputeTypeWords,
  documentTypeWords,
  organKindWords,
  partyRoleWords,
  resultWords,
  secrecyWords,
  serviceWords,
  sourceWords,
  statusWords,
  wordFor,
} from './worldWords.ts';

const sideWords = { A: '甲方', B: '乙方', NEUTRAL: '中立' } as const;
const modeWords = { ON_SITE: '现场', VIDEO: '视频' } as const;
const formWords = { WRITTEN: '书面', ORAL: '口头' } as const;

/**
 * A case of the synthetic world as the register keeps it.
 * @param nameOf the name that the world gives to a credential or body id, or null
 */
export function toRecord(of: SyntheticMediationCase, nameOf: (id: string) => string | null): MediationRecord {
  const { details } = of;
  const partyNoOf = (id: string) => {
    const index = of.parties.findIndex(
      (party) => party.person === id || party.organization === id || party.agent === id,
    );
    return index === -1 ? null : index + 1;
  };
  return withDueDate({
    id: of.key,
    version: 1,
    region_code: of.region,
    register_no: of.caseNo,
    other_numbers: of.aliases,
    organization_id: of.agency,
    organ_kind: wordFor('organ kind', organKindWords, details.organKind),
    status: wordFor('status', statusWords, of.status),
    source: wordFor('source', sourceWords, details.source),
    dispute_type: wordFor('dispute type', disputeTypeWords, details.disputeType),
    is_public: details.isPublic,
    escalation_risk: false,
    registered_at: inChinaTime(of.openedAt),
    accepted_at: toTimeOrNull(details.acceptedAt),
    due_date: null,
    closed_at: toTimeOrNull(of.closedAt),
    parties: of.parties.map((party, index) => toParty(party, index + 1, nameOf)),
    consents: details.consents.map(({ party, at, agreed }) => ({
      party_no: partyNoOf(party),
      at: inChinaTime(at),
      agreed,
    })),
    mediators: of.handlers.map((handler) => ({
      role: wordFor('handler role', actorRoleWords, handler.role),
      license_no: handler.practitionerNo,
      name: handler.name,
      organization_id: handler.organization,
      from: inChinaTime(handler.from),
      to: toTimeOrNull(handler.to),
    })),
    disclosures: details.disclosures.map(({ at, text, consented }) => ({
      at: inChinaTime(at),
      text,
      consented,
    })),
    sessions: details.sessions.map(({ at, place, mode, undisputedFacts }) => ({
      at: inChinaTime(at),
      place,
      mode: modeWords[mode],
      undisputed_facts: undisputedFacts,
    })),
    agreement: toAgreement(details.agreement, partyNoOf),
    confirmation: toConfirmation(details.confirmation),
    notarial_certificate_no: null,
    follow_ups: details.followUps.map(({ at, performed, satisfaction }) => ({
      at: inChinaTime(at),
      performed,
      satisfaction,
      new_risk: null,
    })),
    documents: of.documents.map((document) => ({
      kind: document.kind,
      number: document.number,
      title: document.title,
      issued_at: inChinaTime(document.issuedAt),
      issuer_id: document.issuer,
      secrecy: document.secrecy.map((mark) => wordFor('secrecy mark', secrecyWords, mark)),
    })),
    pauses: of.pauses.map((pause) => ({
      clock: wordFor('clock', clockWords, pause.ruleId),
      reason: pause.reason,
      from: inChinaTime(pause.from),
      to: toTimeOrNull(pause.to),
    })),
    extensions: of.extensions.map((extension) => ({
      clock: wordFor('clock', clockWords, extension.ruleId),
      length: extension.length,
      approved_at: inChinaTime(extension.approvedAt),
    })),
    secrecy: of.secrecy.map((mark) => wordFor('secrecy mark', secrecyWords, mark)),
    history: of.events.map((event) => ({
      service: event.service === null ? null : wordFor('service', serviceWords, event.service),
      from: event.from === null ? null : wordFor('status', statusWords, event.from),
      to: wordFor('status', statusWords, event.to),
      event: wordFor('event', eventWords, event.event),
      at: inChinaTime(event.at),
      actor_role: wordFor('actor role', actorRoleWords, event.actorRole),
      document_no: event.documentNo,
      reason: event.reasonCode,
    })),
  });
}

function toParty(party: SyntheticParty, party_no: number, nameOf: (id: string) => string | null): Party {
  const [document_type, document_number] = toDocument(party.person);
  const [agent_document_type, agent_document_number] = toDocument(party.agent);
  return {
    party_no,
    role: wordFor('party role', partyRoleWords, party.role),
    side: sideWords[party.side],
    name: nameOf(party.person ?? party.organization ?? ''),
    document_type,
    document_number,
    organization_id: party.organization,
    lawyer_no: party.agentPractitionerNo,
    agent_document_type,
    agent_document_number,
  };
}

/** `RIC:480101…` as the register's two words. */
function toDocument(credential: string | null): readonly [DocumentType, string] | readonly [null, null] {
  if (credential === null) return [null, null];
  const colon = credential.indexOf(':');
  const type = wordFor('document type', documentTypeWords, credential.slice(0, colon));
  return [type, credential.slice(colon + 1)];
}

function toAgreement(
  agreement: SyntheticMediationCase['details']['agreement'],
  partyNoOf: (id: string) => number | null,
): Agreement | null {
  if (agreement === null) return null;
  const obligations = agreement.obligations.map((obligation, index) => ({
    obligation_no: index + 1,
    debtor_no: partyNoOf(obligation.debtor),
    creditor_no: partyNoOf(obligation.creditor),
    what: obligation.what,
    amount_yuan: obligation.amount === null ? null : toYuan(obligation.amount),
    due_date: obligation.dueDate.slice(0, 10),
    performed_at: toTimeOrNull(obligation.performedAt),
  }));
  return {
    agreement_no: agreement.agreementNo,
    form: formWords[agreement.form],
    effective_at: inChinaTime(agreement.effectiveAt),
    obligations,
    performance: obligations.flatMap(({ obligation_no, amount_yuan, performed_at }) =>
      performed_at === null ? [] : [{ obligation_no, at: performed_at, amount_yuan, evidence_no: null }],
    ),
  };
}

function toConfirmation(confirmation: SyntheticMediationCase['details']['confirmation']) {
  if (confirmation === null) return null;
  return {
    court_id: confirmation.court,
    court_case_no: confirmation.courtCaseNo,
    filed_at: inChinaTime(confirmation.filedAt),
    accepted_at: toTimeOrNull(confirmation.acceptedAt),
    decided_at: toTimeOrNull(confirmation.decidedAt),
    result:
      confirmation.result === null ? null : wordFor('confirmation result', resultWords, confirmation.result),
    reason: confirmation.reason,
  };
}

function toTimeOrNull(instant: string | null): string | null {
  return instant === null ? null : inChinaTime(instant);
}
