import type { SyntheticNotaryCase } from '@tongban/synthetic';
import { feeBasisWords, feeFormWords, neighbourWords, secrecyWords } from '../wire/caseWords.ts';
import { toMinute } from '../wire/chineseTime.ts';
import {
  certificateStatusWords,
  handlingModeWords,
  legalisationWords,
  matterWords,
  reExaminationWords,
  refuseGroundWords,
  statusWords,
  terminateGroundWords,
  venueWords,
} from '../wire/notaryWords.ts';
import type { WordTable } from '../wire/wordTable.ts';
import type { Certificate, NotaryCase } from './notaryCase.ts';
import { seriesOf } from './seriesOf.ts';

const minuteOrNull = (instant: string | null) => (instant === null ? null : toMinute(instant));

/**
 * A synthetic case in this system's own words. Times lose their seconds, as this system keeps none.
 *
 * @throws where a code is not in this system's lists.
 */
export function fromSynthetic(one: SyntheticNotaryCase): NotaryCase {
  const { details } = one;
  const known = <Code extends string>(words: WordTable<Code>, code: string): Code => {
    if (!words.has(code))
      throw new Error(`notary case ${one.key}: the code ${code} is not in this system's list`);
    return code;
  };
  const termination = one.events.findLast(({ to }) => to === 'TERMINATED');
  return {
    acceptanceNo: one.key,
    region: one.region,
    printedNo: one.caseNo,
    otherNumbers: one.aliases.filter((alias) => alias !== one.caseNo),
    office: one.agency,
    status: known(statusWords, one.status),
    openedAt: toMinute(one.openedAt),
    closedAt: minuteOrNull(one.closedAt),
    application: {
      applicationNo: details.applicationNo,
      matter: known(matterWords, details.matter),
      purpose: details.purpose,
      placeOfUse: details.placeOfUse,
      venueGround: known(venueWords, details.venueGround),
      handlingMode: known(handlingModeWords, details.handlingMode),
      acceptedAt: minuteOrNull(details.acceptedAt),
      informedAt: minuteOrNull(details.acceptedAt),
    },
    fee: details.fee,
    feeReduction:
      details.feeReduction === null
        ? null
        : {
            ...details.feeReduction,
            form: known(feeFormWords, details.feeReduction.form),
            basis: known(feeBasisWords, details.feeReduction.basis),
            approvedAt: toMinute(details.feeReduction.approvedAt),
          },
    refuseGround: details.refuseGround === null ? null : known(refuseGroundWords, details.refuseGround),
    terminateGround:
      termination === undefined
        ? null
        : terminateGroundWords.has(termination.reasonCode ?? '')
          ? known(terminateGroundWords, termination.reasonCode ?? '')
          : 'OTHER',
    parties: one.parties.map((p) => ({
      role: p.role,
      side: p.side,
      person: p.person,
      body: p.organization,
      agentPractitionerNo: p.agentPractitionerNo,
      agent: p.agent,
    })),
    handlers: one.handlers.map((h) => ({
      role: h.role,
      practitionerNo: h.practitionerNo,
      name: h.name,
      office: h.organization,
      from: toMinute(h.from),
      to: minuteOrNull(h.to),
    })),
    history: one.events.map((e) => ({
      service: e.service === null ? null : known(neighbourWords, e.service),
      from: e.from,
      to: e.service === null ? known(statusWords, e.to) : e.to,
      event: e.event,
      at: toMinute(e.at),
      actorRole: e.actorRole,
      documentNo: e.documentNo,
      reason: e.reasonCode,
    })),
    documents: one.documents.map((d) => ({
      kind: d.kind,
      number: d.number,
      title: d.title,
      issuedAt: toMinute(d.issuedAt),
      issuer: d.issuer,
      secrecy: d.secrecy.map((mark) => known(secrecyWords, mark)),
    })),
    pauses: one.pauses.map((p) => ({
      ruleId: p.ruleId,
      reason: p.reason,
      from: toMinute(p.from),
      to: minuteOrNull(p.to),
    })),
    extensions: one.extensions.map((e) => ({
      ruleId: e.ruleId,
      length: e.length,
      approvedAt: toMinute(e.approvedAt),
      toldAt: minuteOrNull(e.clientToldAt),
    })),
    verifications: details.verifications.map((v) => ({ ...v, at: toMinute(v.at) })),
    certificate: certificateOf(details.certificate, known),
    enforcementCertificate:
      details.enforcementCertificate === null
        ? null
        : {
            number: details.enforcementCertificate.certNo,
            requestedAt: toMinute(details.enforcementCertificate.requestedAt),
            amount: details.enforcementCertificate.amount,
            issuedAt: minuteOrNull(details.enforcementCertificate.issuedAt),
            refusedAt: minuteOrNull(details.enforcementCertificate.refusedAt),
            reason: details.enforcementCertificate.reason,
          },
    reExamination:
      details.reExamination === null
        ? null
        : {
            requestedBy: details.reExamination.requestedBy,
            requestedAt: toMinute(details.reExamination.requestedAt),
            errorClaimed: details.reExamination.errorClaimed,
            decidedAt: minuteOrNull(details.reExamination.decidedAt),
            result:
              details.reExamination.result === null
                ? null
                : known(reExaminationWords, details.reExamination.result),
            carriedOutAt: minuteOrNull(details.reExamination.carriedOutAt),
          },
    evidence:
      details.evidence === null
        ? null
        : { ...details.evidence, startedAt: toMinute(details.evidence.startedAt) },
    will:
      details.will === null ? null : { ...details.will, registeredAt: toMinute(details.will.registeredAt) },
    holdings: [],
    auxiliaryTasks: [],
    secrecy: one.secrecy.map((mark) => known(secrecyWords, mark)),
  };
}

function certificateOf(
  certificate: SyntheticNotaryCase['details']['certificate'],
  known: <Code extends string>(words: WordTable<Code>, code: string) => Code,
): Certificate | null {
  if (certificate === null) return null;
  return {
    number: certificate.certificateNo,
    issuedAt: toMinute(certificate.issuedAt),
    kind: certificate.kind,
    series: seriesOf(certificate.certificateNo),
    status: known(certificateStatusWords, certificate.status),
    language: certificate.language,
    copies: certificate.copies,
    enforceability: certificate.enforceability,
    legalisation:
      certificate.legalisation === null
        ? null
        : { ...certificate.legalisation, kind: known(legalisationWords, certificate.legalisation.kind) },
  };
}
