import type { CasePartyRecord, CaseRecord } from '@tongban/kit';
import type { HardshipCheckRecord, LegalAidCaseRecord } from './legalAidCaseRecord.ts';
import type { RestCase, RestCaseId, RestCaseSketch } from './legalAidRest.ts';

/** First part of every id of a legal aid case. */
export const LEGAL_AID_PREFIX = 'LA';

/** Turns the agency's case into the graph's words. */
export function toLegalAidCase(rest: RestCase): LegalAidCaseRecord {
  return {
    ...toSketch(rest),
    service: 'LEGAL_AID',
    caseNo: rest.caseNo,
    aliases: rest.otherNumbers,
    status: rest.status,
    openedAt: rest.openedAt,
    statusHistory: rest.statusHistory,
    documents: rest.documents.map(({ issuerCode, secrecyMarks, ...document }) => ({
      ...document,
      issuer: issuerCode,
      digest: null,
      secrecy: secrecyMarks,
    })),
    pauses: rest.clockStops,
    extensions: rest.extensions,
    form: rest.form,
    ground: rest.ground,
    application: rest.application && {
      ...rest.application,
      opposingParties: rest.application.opposingParties.map(({ person, organizationCode }) => ({
        credential: person && toCredential(person),
        organization: organizationCode,
      })),
    },
    consultation: rest.consultation,
    hardshipCheck: toHardshipCheck(rest.hardshipCheck),
    decisions: rest.decisions,
    notice: rest.notice && { ...rest.notice, organ: rest.notice.organCode },
    assignments: rest.assignments.map(({ firmCode, ...assignment }) => ({ ...assignment, firm: firmCode })),
    replacements: rest.replacements.map(({ result, ...replacement }) => ({
      ...replacement,
      approved: result === null ? null : result === 'APPROVED',
    })),
    objection: rest.objection && { ...rest.objection, bureau: rest.objection.bureauCode },
    subsidies: rest.subsidies.map(({ amountFen, ...subsidy }) => ({ ...subsidy, amount: amountFen })),
    dutyLawyer: rest.dutyLawyerSession,
    progressReports: rest.progressReports,
    outcome: rest.outcome,
    recovered: rest.recoveredFen,
    qualityReviews: rest.qualityReviews,
  };
}

/**
 * The part of a case that decides who may know of it. Everything else is blank: good for `canSee`, for nothing more.
 */
export function toSketch(rest: RestCaseSketch): CaseRecord {
  return {
    ref: toRef(rest),
    service: 'LEGAL_AID',
    caseNo: '',
    aliases: [],
    agency: rest.agencyCode,
    region: rest.region,
    status: '',
    openedAt: '',
    closedAt: rest.closedAt,
    statusHistory: [],
    parties: rest.parties.map(toParty),
    handlers: rest.handlers.map(({ organizationCode, ...handler }) => ({
      ...handler,
      organization: organizationCode,
    })),
    documents: [],
    pauses: [],
    extensions: [],
    secrecy: rest.secrecyMarks,
    // The organ that gave notice gets what a client gets: it must know who was assigned (法律援助法 art. 36).
    client: rest.notice?.organCode ?? null,
  };
}

/** The graph id of a case. */
export function toRef({ region, key }: RestCaseId): string {
  return `${LEGAL_AID_PREFIX}-${region}-${key}`;
}

function toParty(party: RestCaseSketch['parties'][number]): CasePartyRecord {
  return {
    role: party.role,
    side: party.side,
    credential: party.person && toCredential(party.person),
    organization: party.organizationCode,
    agentPractitionerNo: party.lawyerNo,
    agentCredential: party.agent && toCredential(party.agent),
  };
}

function toCredential(person: { documentType: string; documentNumber: string }): string {
  return `${person.documentType}:${person.documentNumber}`;
}

/** The agency keeps the grounds of arts 32 and 42 in one field; their legal effects differ, so the graph has two. */
function toHardshipCheck(rest: RestCase['hardshipCheck']): HardshipCheckRecord {
  const { exemptGround, standard, householdIncomeFen, ...check } = rest;
  return {
    ...check,
    exemptGround: check.mode === 'EXEMPT_FROM_CHECK' ? exemptGround : null,
    notLimitedGround: check.mode === 'NOT_LIMITED' ? exemptGround : null,
    standard: standard && {
      region: standard.region,
      amount: standard.amountFen,
      validFrom: standard.validFrom,
      validTo: standard.validTo,
    },
    householdIncome: householdIncomeFen,
  };
}
