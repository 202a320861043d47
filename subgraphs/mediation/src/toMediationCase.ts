import type { CasePartyRecord, CaseRecord, SecrecyMark } from '@tongban/kit';
import type { AgreementRecord, ConfirmationRecord, MediationCaseRecord } from './mediationCaseRecord.ts';
import type { MediationShape, Sketch } from './mediationShape.ts';

/** First part of this service's case ids. */
export const PREFIX = 'ME';

/** Turns a mediation as the system sent it into the graph's words. */
export function toMediationCase(shape: MediationShape): MediationCaseRecord {
  return {
    ref: `${PREFIX}-${shape.region_code}-${shape.id}`,
    service: 'MEDIATION',
    caseNo: shape.register_no,
    aliases: numbersOf(shape),
    agency: shape.organization_id,
    region: shape.region_code,
    status: shape.status,
    openedAt: shape.registered_at,
    closedAt: shape.closed_at,
    statusHistory: shape.history.map(({ actor_role, document_no, ...step }) => ({
      ...step,
      actorRole: actor_role,
      documentNo: document_no,
    })),
    parties: shape.parties.map(toParty),
    handlers: shape.mediators.map(({ role, license_no, name, organization_id, from, to }) => ({
      role,
      practitionerNo: license_no,
      name,
      organization: organization_id,
      from,
      to,
    })),
    documents: shape.documents.map(({ kind, number, title, issued_at, issuer_id, secrecy }) => ({
      kind,
      number,
      title,
      issuedAt: issued_at,
      issuer: issuer_id,
      digest: null,
      secrecy,
    })),
    pauses: shape.pauses.map(({ from, to }) => ({ ruleId: termRule(shape), from, to })),
    extensions: shape.extensions.map(({ length, approved_at }) => ({
      ruleId: termRule(shape),
      length,
      approvedAt: approved_at,
    })),
    secrecy: shape.secrecy,
    client: null,
    source: shape.source,
    disputeType: shape.dispute_type,
    organKind: shape.organ_kind,
    isPublic: shape.is_public,
    escalationRisk: shape.escalation_risk,
    acceptedAt: shape.accepted_at,
    consents: shape.consents.map(({ party_no, at, agreed }) => ({ party: indexOf(party_no), at, agreed })),
    disclosures: shape.disclosures,
    sessions: shape.sessions.map(({ at, place, mode, undisputed_facts }) => ({
      at,
      place,
      mode,
      undisputedFacts: undisputed_facts,
    })),
    agreement: shape.agreement === null ? null : toAgreement(shape.agreement),
    confirmation: shape.confirmation === null ? null : toConfirmation(shape.confirmation),
    notarialCertificateNo: shape.notarial_certificate_no,
    followUps: shape.follow_ups,
  };
}

/** What can be known of a mediation that cannot be read: enough to decide who may learn of the fault. */
export function toSketch(sketch: Sketch): CaseRecord {
  return {
    ref: `${PREFIX}-${sketch.region_code}-${sketch.id}`,
    service: 'MEDIATION',
    caseNo: sketch.register_no,
    aliases: sketch.other_numbers,
    agency: sketch.organization_id,
    region: sketch.region_code,
    status: '',
    openedAt: '',
    closedAt: null,
    statusHistory: [],
    parties: sketch.parties.map((party) => ({
      role: '',
      side: party.side ?? 'NEUTRAL',
      credential: credentialOf(party.document_type, party.document_number),
      organization: null,
      agentPractitionerNo: party.lawyer_no,
      agentCredential: credentialOf(party.agent_document_type, party.agent_document_number),
    })),
    handlers: [],
    documents: [],
    pauses: [],
    extensions: [],
    // A mark that nobody knows hides the case as a seal does.
    secrecy: sketch.secrecy.map((mark): SecrecyMark => mark ?? 'sealed'),
    client: null,
  };
}

/**
 * The rule that the term of a mediation follows: a court sets 30 days before filing (委派) and 15 after it (委托), labour
 * disputes have 15 days before arbitration is open, people's mediation one month.
 */
export function termRule({ source, organ_kind }: Pick<MediationShape, 'source' | 'organ_kind'>): string {
  if (source === 'COURT_ENTRUSTED') return 'D-31a';
  if (source === 'COURT_DELEGATED' || organ_kind === 'COURT_INVITED') return 'D-31';
  return organ_kind === 'LABOUR' ? 'D-35' : 'D-30';
}

function numbersOf({ register_no, other_numbers, agreement, confirmation }: MediationShape): string[] {
  const numbers = [...other_numbers, agreement?.agreement_no, confirmation?.court_case_no];
  return [...new Set(numbers)].filter((one) => one !== undefined && one !== register_no) as string[];
}

function toParty(party: MediationShape['parties'][number]): CasePartyRecord {
  return {
    role: party.role,
    side: party.side,
    credential: credentialOf(party.document_type, party.document_number),
    organization: party.organization_id,
    agentPractitionerNo: party.lawyer_no,
    agentCredential: credentialOf(party.agent_document_type, party.agent_document_number),
  };
}

function credentialOf(type: string | null, number: string | null): string | null {
  return type === null || number === null ? null : `${type}:${number}`;
}

function indexOf(partyNo: number | null): number | null {
  return partyNo === null ? null : partyNo - 1;
}

function toAgreement(agreement: NonNullable<MediationShape['agreement']>): AgreementRecord {
  return {
    agreementNo: agreement.agreement_no,
    form: agreement.form,
    effectiveAt: agreement.effective_at,
    obligations: agreement.obligations.map((obligation) => ({
      obligationNo: obligation.obligation_no,
      debtor: indexOf(obligation.debtor_no),
      creditor: indexOf(obligation.creditor_no),
      what: obligation.what,
      amount: obligation.amount_yuan,
      dueDate: obligation.due_date,
      performedAt: obligation.performed_at,
    })),
    performance: agreement.performance.map(({ obligation_no, at, amount_yuan, evidence_no }) => ({
      obligationNo: obligation_no,
      at,
      amount: amount_yuan,
      evidenceNo: evidence_no,
    })),
  };
}

function toConfirmation(confirmation: NonNullable<MediationShape['confirmation']>): ConfirmationRecord {
  return {
    court: confirmation.court_id,
    courtCaseNo: confirmation.court_case_no,
    filedAt: confirmation.filed_at,
    acceptedAt: confirmation.accepted_at,
    decidedAt: confirmation.decided_at,
    result: confirmation.result,
    reason: confirmation.reason,
  };
}
