import type { CasePartyRecord, CaseRecord } from '@tongban/kit';
import type { AppraisalCaseRecord, CommissionRecord, MaterialRecord } from './appraisalCaseRecord.ts';
import type { WireCase, WireCaseId, WireCaseSketch } from './wireCase.ts';

/** First part of every id of a forensic appraisal case. */
export const APPRAISAL_PREFIX = 'FA';
/** The agency's role of somebody who had to withdraw (通则 art. 20): a handler that was, not an appraiser. */
const APPRAISER = 'APPRAISER';

/** Turns the agency's case into the graph's words. */
export function toAppraisalCase(wire: WireCase): AppraisalCaseRecord {
  const { opinion, testimony, foreignReport, feeReduction, institution } = wire;
  return {
    ...toSketch(wire),
    status: wire.caseStatus,
    openedAt: wire.receivedTime,
    statusHistory: wire.events.map(({ fromStatus, toStatus, occurredTime, operatorRole, ...event }) => ({
      ...event,
      service: null,
      from: fromStatus,
      to: toStatus,
      at: occurredTime,
      actorRole: operatorRole,
    })),
    handlers: wire.staff.map(({ staffRole, certNo, name, institutionId, fromTime, toTime }) => ({
      role: staffRole,
      practitionerNo: certNo,
      name,
      organization: institutionId,
      from: fromTime,
      to: toTime,
    })),
    documents: wire.documents.map(({ docKind, docNo, title, issuedTime, issuerId, sm3, secrecyMarks }) => ({
      kind: docKind,
      number: docNo,
      title,
      issuedAt: issuedTime,
      issuer: issuerId,
      digest: sm3,
      secrecy: secrecyMarks,
    })),
    pauses: wire.pauses.map(({ fromTime, toTime, ...pause }) => ({ ...pause, from: fromTime, to: toTime })),
    extensions: wire.extensions.map(({ ruleId, days, approvedTime, clientToldTime }) => ({
      ruleId,
      length: days,
      approvedAt: approvedTime,
      clientToldAt: clientToldTime,
    })),
    unifiedCode: wire.unifiedCode,
    category: wire.category,
    matters: wire.matters,
    standards: wire.standards,
    examinedAt: wire.examinedTime,
    commission: toCommission(wire.commission),
    institution: {
      licenceNo: institution.licenceNo,
      licenceState: institution.licenceState,
      scope: institution.businessScope,
    },
    appraisers: wire.staff
      .filter(({ staffRole }) => staffRole === APPRAISER)
      .map(({ certNo, name, institutionId, licenceState, categories, fromTime, toTime }) => ({
        certNo,
        name,
        institution: institutionId,
        licenceState,
        categories,
        from: fromTime,
        to: toTime,
      })),
    materials: wire.materials.map(toMaterial),
    opinion: opinion && {
      opinionNo: opinion.opinionNo,
      issuedAt: opinion.issuedTime,
      conclusion: opinion.conclusion,
      signatures: opinion.signatures,
      correctedAt: opinion.correctedTime,
    },
    notAcceptGround: wire.notAcceptGround,
    terminateGround: wire.terminateGround,
    feeReduction: feeReduction && toFeeReduction(feeReduction),
    foreignReport: foreignReport && {
      element: foreignReport.element,
      reportedTo: foreignReport.reportedTo,
      reportedAt: foreignReport.reportedTime,
    },
    testimony: testimony && {
      court: testimony.courtId,
      noticeAt: testimony.noticeTime,
      appearedAt: testimony.appearedTime,
      mode: testimony.mode,
      absentReason: testimony.absentReason,
    },
  };
}

/**
 * The part of a case that decides who may know of it, and its numbers. Everything else is blank: good for `canSee`, for
 * nothing more.
 */
export function toSketch(wire: WireCaseSketch): CaseRecord {
  return {
    ref: toRef(wire),
    service: 'FORENSIC_APPRAISAL',
    caseNo: wire.caseNo,
    aliases: wire.otherNos,
    agency: wire.institution.institutionId,
    region: wire.regionCode,
    status: '',
    openedAt: '',
    closedAt: wire.closedTime,
    statusHistory: [],
    parties: withClient(wire),
    handlers: [],
    documents: [],
    pauses: [],
    extensions: [],
    secrecy: wire.secrecyMarks,
    client: wire.commission.clientOrgId,
  };
}

/** The graph id of a case. */
export function toRef({ regionCode, caseId }: WireCaseId): string {
  return `${APPRAISAL_PREFIX}-${regionCode}-${caseId}`;
}

/**
 * The parties; a natural person who commissioned the appraisal is among them as CLIENT, since the opinion is theirs
 * (通则 art. 11), even where the agency keeps them in the commission alone.
 */
function withClient({ parties, commission }: WireCaseSketch): CasePartyRecord[] {
  const known = parties.map(toParty);
  const client = toCredential(commission.clientIdType, commission.clientIdNo);
  if (client === null || known.some(({ role, credential }) => role === 'CLIENT' && credential === client))
    return known;
  const same = known.find(({ credential }) => credential === client);
  const plain = { organization: null, agentPractitionerNo: null, agentCredential: null };
  return [{ ...plain, ...same, role: 'CLIENT', side: same?.side ?? 'A', credential: client }, ...known];
}

function toParty(party: WireCaseSketch['parties'][number]): CasePartyRecord {
  return {
    role: party.partyRole,
    side: party.side,
    credential: toCredential(party.idType, party.idNo),
    organization: party.orgId,
    agentPractitionerNo: party.lawyerCertNo,
    agentCredential: toCredential(party.agentIdType, party.agentIdNo),
  };
}

function toCredential(type: string | null, number: string | null): string | null {
  return type === null || number === null ? null : `${type}:${number}`;
}

function toCommission(commission: WireCase['commission']): CommissionRecord {
  const { clientOrgId, clientIdType, clientIdNo, receivedTime, effectiveTime, ...rest } = commission;
  const { supplementsCaseId, repeatsCaseId, ...terms } = rest;
  return {
    ...terms,
    clientOrganization: clientOrgId,
    clientCredential: toCredential(clientIdType, clientIdNo),
    receivedAt: receivedTime,
    effectiveAt: effectiveTime,
    supplementsKey: supplementsCaseId,
    repeatsKey: repeatsCaseId,
  };
}

function toMaterial(material: WireCase['materials'][number]): MaterialRecord {
  const { materialNo, receivedTime, returnedTime, custody, ...rest } = material;
  return {
    ...rest,
    no: materialNo,
    receivedAt: receivedTime,
    returnedAt: returnedTime,
    custody: custody.map(({ handedTime, handedBy, takenBy, sm3 }) => ({
      at: handedTime,
      from: handedBy,
      to: takenBy,
      digest: sm3,
    })),
  };
}

function toFeeReduction({ approvedTime, ...fee }: NonNullable<WireCase['feeReduction']>) {
  return { ...fee, approvedAt: approvedTime };
}
