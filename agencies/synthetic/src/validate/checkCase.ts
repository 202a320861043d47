import type { SyntheticCase } from '../syntheticWorld.ts';
import { WORLD_TODAY } from '../worldCalendar.ts';
import { worldCodes } from '../worldCodes.ts';

const secrecyMarks = [
  'tradeSecret',
  'privacy',
  'minor',
  'sealed',
  'willSecret',
  'protectedAddress',
  'mediationPrivate',
];
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/;
/** Statuses in which a clock may stand still. */
const pausable = ['SUPPLEMENT_REQUIRED', 'PAUSED', 'MATERIAL_PENDING', 'SUSPENDED'];

/** What is wrong with a case in itself: codes, shapes and times, whatever else the world holds. */
export function checkCase(one: SyntheticCase): string[] {
  const problems: string[] = [];
  const must = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem);
  };
  const oneOf = (codes: readonly string[], code: string, what: string) =>
    must(codes.includes(code), `${what} ${code}`);

  must(/^[0-9A-Z]{1,24}$/.test(one.key), 'a key has upper-case letters and digits only');
  must(/^48\d{4}$/.test(one.region), `region ${one.region}`);
  for (const party of one.parties) {
    must((party.person === null) !== (party.organization === null), 'a party is a person or a body');
    oneOf(worldCodes.partyRoles, party.role, 'party role');
  }
  must(one.parties.some(({ side }) => side === 'A') || one.parties.length > 1, 'nobody asks');
  for (const { role, from, to } of one.handlers) {
    oneOf(worldCodes.handlerRoles, role, 'handler role');
    must(to === null || from <= to, 'a handler leaves before coming');
  }
  for (const { actorRole, at } of one.events) {
    oneOf(worldCodes.actorRoles, actorRole, 'actor role');
    must(instant.test(at), `instant ${at}`);
  }
  for (const { issuedAt, kind, secrecy } of one.documents) {
    must(instant.test(issuedAt) && issuedAt.slice(0, 10) <= WORLD_TODAY, `${kind} of ${issuedAt}`);
    for (const mark of secrecy) oneOf(secrecyMarks, mark, 'secrecy mark');
  }
  for (const { ruleId, from, to } of one.pauses) {
    oneOf(worldCodes.clocks, ruleId, 'clock');
    must(to === null ? pausable.includes(one.status) : from < to, `pause from ${from} to ${to}`);
  }
  for (const { ruleId, length } of one.extensions) {
    oneOf(worldCodes.clocks, ruleId, 'clock');
    must(length > 0, 'an extension has a length');
  }
  for (const mark of one.secrecy) oneOf(secrecyMarks, mark, 'secrecy mark');
  problems.push(...checkDetails(one));
  return problems;
}

function checkDetails(one: SyntheticCase): string[] {
  switch (one.service) {
    case 'LEGAL_AID': {
      const { decision, assignments, application, hardshipCheck } = one.details;
      return [
        ...numbersOwn(one, [decision?.decisionNo, ...assignments.map(({ assignmentNo }) => assignmentNo)]),
        ...listed(worldCodes.hardshipResults, hardshipCheck.result),
        ...(application === null
          ? []
          : listed(worldCodes.jurisdictionGrounds, application.jurisdictionGround)),
      ];
    }
    case 'NOTARY': {
      const { certificate, enforcementCertificate, venueGround } = one.details;
      return [
        ...numbersOwn(one, [certificate?.certificateNo, enforcementCertificate?.certNo]),
        ...listed(worldCodes.venueGrounds, venueGround),
      ];
    }
    case 'FORENSIC_APPRAISAL':
      return [
        ...numbersOwn(one, [one.details.opinion?.opinionNo]),
        ...one.details.matters.flatMap((matter) => listed(worldCodes.appraisalMatters, matter)),
      ];
    case 'MEDIATION': {
      const { agreement, confirmation, organKind, source, disputeType } = one.details;
      return [
        ...numbersOwn(one, [agreement?.agreementNo, confirmation?.courtCaseNo]),
        ...listed(worldCodes.organKinds, organKind),
        ...listed(worldCodes.mediationSources, source),
        ...listed(worldCodes.disputeTypes, disputeType),
      ];
    }
  }
}

function numbersOwn(one: SyntheticCase, numbers: readonly (string | null | undefined)[]): string[] {
  const own = [one.caseNo, ...one.aliases];
  return numbers.flatMap((number) =>
    number === null || number === undefined || own.includes(number)
      ? []
      : [`${number} is not among the case's numbers`],
  );
}

function listed(codes: readonly string[], code: string): string[] {
  return codes.includes(code) ? [] : [`code ${code}`];
}
