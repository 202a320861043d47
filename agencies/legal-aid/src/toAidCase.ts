import type { SyntheticLegalAidCase } from '@tongban/synthetic';
import { inChinaTime } from './instant.ts';
import { type AidStatus, aidStatuses } from './lifecycle/aidStatus.ts';
import { toWirePerson } from './store/toWireCase.ts';
import type { WireAidCase } from './wire/aidCase.ts';

type Details = SyntheticLegalAidCase['details'];

/**
 * Turns a legal aid case of the synthetic world into this system's own record. `nameOf` gives a person's name by
 * credential, null where the world has none. `cameFrom` is the status before the present one.
 */
export function toAidCase(
  one: SyntheticLegalAidCase,
  nameOf: (credential: string) => string | null,
): { record: WireAidCase; cameFrom: string | null } {
  const { details } = one;
  const personOf = (credential: string | null) =>
    credential === null ? null : toWirePerson(credential, nameOf(credential));
  const own = one.events.filter((event) => event.service === null);
  const record: WireAidCase = {
    key: one.key,
    version: Math.max(1, one.events.length),
    region: one.region,
    caseNo: one.caseNo,
    otherNumbers: [...one.aliases],
    agencyCode: one.agency,
    form: details.form as WireAidCase['form'],
    ground: details.ground as WireAidCase['ground'],
    status: one.status as AidStatus,
    statusName: aidStatuses[one.status as AidStatus]?.name ?? one.status,
    openedAt: inChinaTime(one.openedAt),
    closedAt: instantOrNull(one.closedAt),
    parties: one.parties.map((party) => ({
      role: party.role,
      side: party.side,
      person: personOf(party.person),
      organizationCode: party.organization,
      lawyerNo: party.agentPractitionerNo,
      agent: personOf(party.agent),
    })),
    handlers: one.handlers.map((handler) => ({
      role: handler.role,
      practitionerNo: handler.practitionerNo,
      name: handler.name,
      organizationCode: handler.organization,
      from: inChinaTime(handler.from),
      to: instantOrNull(handler.to),
    })),
    statusHistory: one.events.map((event) => ({
      ...event,
      // A step of legal aid does not start from a status of the consultation before it.
      from: event === own[0] ? null : event.from,
      at: inChinaTime(event.at),
    })),
    documents: one.documents.map((document) => ({
      kind: document.kind,
      number: document.number,
      title: document.title,
      issuedAt: inChinaTime(document.issuedAt),
      issuerCode: document.issuer,
      secrecyMarks: [...document.secrecy] as WireAidCase['secrecyMarks'],
    })),
    clockStops: one.pauses.map((pause) => ({
      ruleId: pause.ruleId,
      reason: pause.reason,
      from: inChinaTime(pause.from),
      to: instantOrNull(pause.to),
    })),
    extensions: one.extensions.map(({ ruleId, length, approvedAt }) => ({
      ruleId,
      length,
      approvedAt: inChinaTime(approvedAt),
    })),
    secrecyMarks: [...one.secrecy] as WireAidCase['secrecyMarks'],
    consultation: consultationOf(one),
    application: applicationOf(details, personOf),
    notice: noticeOf(details),
    hardshipCheck: hardshipOf(details),
    decisions: decisionsOf(one),
    assignments: assignmentsOf(one),
    replacements: [],
    objection: objectionOf(details),
    subsidies: details.subsidies.map(({ amount, paidAt, payee }) => ({
      standard: null,
      amountFen: amount,
      paidAt: inChinaTime(paidAt),
      payee,
    })),
    dutyLawyerSession: dutyLawyerSessionOf(one),
    progressReports: [],
    outcome: details.outcome,
    recoveredFen: details.recovered,
    qualityReviews:
      details.qualityGrade === null
        ? []
        : [{ method: null, grade: details.qualityGrade, reviewer: null, reviewedAt: null }],
  };
  return { record, cameFrom: own.at(-1)?.from ?? null };
}

function consultationOf(one: SyntheticLegalAidCase): WireAidCase['consultation'] {
  const consultation = one.details.consultation;
  if (consultation === null) return null;
  const answer = one.events.find((event) => event.service === 'CONSULTATION' && event.to === 'REPLIED');
  return {
    consultNo: consultation.consultNo,
    region: one.region,
    channel: consultation.channel as NonNullable<WireAidCase['consultation']>['channel'],
    askedAt: inChinaTime(consultation.askedAt),
    topic: consultation.topic,
    answeredBy: answer?.actorRole ?? null,
    answeredAt: instantOrNull(consultation.answeredAt),
    toldOfRight: consultation.toldOfRight,
    satisfaction: consultation.satisfaction,
    convertedTo: one.key,
  };
}

function applicationOf(
  details: Details,
  personOf: (credential: string) => ReturnType<typeof toWirePerson> | null,
): WireAidCase['application'] {
  const { application } = details;
  if (application === null) return null;
  type Application = NonNullable<WireAidCase['application']>;
  return {
    applicationNo: application.applicationNo,
    receivedAt: inChinaTime(application.receivedAt),
    receiptNo: application.receiptNo,
    jurisdictionGround: application.jurisdictionGround as Application['jurisdictionGround'],
    matterStage: null,
    urgent: application.urgent as Application['urgent'],
    caseFacts: application.caseFacts,
    opposingParties: details.opposingParties.map((party) =>
      party.includes(':')
        ? { person: personOf(party), organizationCode: null }
        : { person: null, organizationCode: party },
    ),
    supplement: application.supplement && {
      issuedAt: inChinaTime(application.supplement.issuedAt),
      items: [...application.supplement.items],
      answeredAt: instantOrNull(application.supplement.answeredAt),
    },
    redirectedTo: null,
  };
}

function noticeOf({ notice }: Details): WireAidCase['notice'] {
  return (
    notice && {
      noticeNo: notice.noticeNo,
      organCode: notice.organ,
      ground: notice.ground as NonNullable<WireAidCase['notice']>['ground'],
      foundAt: inChinaTime(notice.foundAt),
      receivedAt: inChinaTime(notice.receivedAt),
      detained: notice.detained,
      placeOfDetention: null,
    }
  );
}

function hardshipOf({ hardshipCheck }: Details): WireAidCase['hardshipCheck'] {
  return {
    mode: hardshipCheck.mode,
    exemptGround: hardshipCheck.exemptGround as WireAidCase['hardshipCheck']['exemptGround'],
    standard: null,
    householdIncomeFen: hardshipCheck.householdIncome,
    sourceAgency: hardshipCheck.sourceAgency,
    result: hardshipCheck.result as WireAidCase['hardshipCheck']['result'],
  };
}

const decisionEvents: Readonly<Record<string, WireAidCase['decisions'][number]['kind']>> = {
  GRANT: 'GRANT',
  REFUSE: 'REFUSE',
  TERMINATE: 'TERMINATE',
  PROVIDE_FIRST: 'PROVISIONAL',
};

/** The world tells one decision a case; the earlier ones (先行提供 before a grant, a grant before a termination) stand in the history. */
function decisionsOf(one: SyntheticLegalAidCase): WireAidCase['decisions'] {
  const told = one.details.decision;
  const earlier = one.events.flatMap((event) => {
    const kind = decisionEvents[event.event];
    if (kind === undefined || event.documentNo === null || event.documentNo === told?.decisionNo) return [];
    const { documentNo, at, reasonCode } = event;
    return [{ decisionNo: documentNo, kind, decidedAt: inChinaTime(at), reasonCode, servedAt: null }];
  });
  if (told === null) return earlier;
  const decision = {
    decisionNo: told.decisionNo,
    kind: told.kind,
    decidedAt: inChinaTime(told.decidedAt),
    reasonCode: told.reasonCode,
    servedAt: instantOrNull(told.servedAt),
  };
  return [...earlier, decision].toSorted((a, b) => a.decidedAt.localeCompare(b.decidedAt));
}

function assignmentsOf(one: SyntheticLegalAidCase): WireAidCase['assignments'] {
  return one.details.assignments.map((assignment) => ({
    assignmentNo: assignment.assignmentNo,
    assignedAt: inChinaTime(assignment.assignedAt),
    firmCode: assignment.firm,
    practitionerNo: assignment.practitionerNo,
    practitionerName:
      one.handlers.find(({ practitionerNo }) => practitionerNo === assignment.practitionerNo)?.name ?? null,
    mode: assignment.mode,
    conflictDeclaration: assignment.conflictDeclaration,
    yearsOfPractice: null,
    juvenileExperience: null,
    firmRepliedAt: null,
    agreementSignedAt: instantOrNull(assignment.agreementSignedAt),
  }));
}

function objectionOf({ objection, decision }: Details): WireAidCase['objection'] {
  return (
    objection && {
      againstDecisionNo: decision?.decisionNo ?? null,
      filedAt: inChinaTime(objection.filedAt),
      bureauCode: objection.bureau,
      decidedAt: instantOrNull(objection.decidedAt),
      result: objection.result,
    }
  );
}

function dutyLawyerSessionOf(one: SyntheticLegalAidCase): WireAidCase['dutyLawyerSession'] {
  const session = one.details.dutyLawyer;
  const forwarded = one.events.find(({ to }) => to === 'FORWARDED');
  return (
    session && {
      place: session.place,
      practitionerNo: session.practitionerNo,
      help: ['ADVICE'],
      startedAt: inChinaTime(session.startedAt),
      recordNo: null,
      applicationForwardedAt: instantOrNull(forwarded?.at ?? null),
    }
  );
}

function instantOrNull(instant: string | null): string | null {
  return instant === null ? null : inChinaTime(instant);
}
