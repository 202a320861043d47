import { randomInt } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { createEventFeed } from '@tongban/agency-kit';
import { ApiError } from './apiError.ts';
import { inChinaTime, toChinaTime } from './instant.ts';
import { aidStatuses } from './lifecycle/aidStatus.ts';
import { createCaseReader } from './store/caseReader.ts';
import { createCaseSaver } from './store/caseSaver.ts';
import { createConsultations } from './store/consultations.ts';
import type { createNumbering } from './store/numbering.ts';
import type { Register } from './store/register.ts';
import type { WireAidCase, WireParty, WirePerson } from './wire/aidCase.ts';
import type { ApplicationInput, NoticeInput, PersonInput } from './wire/intake.ts';

const keyAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The two entries of legal aid (policy (九)): on application, and on notice of a case-handling organ. */
export interface CaseIntake {
  /** @throws {ApiError} BAD_REQUEST where the agency or the consultation named is unknown. */
  apply(input: ApplicationInput): WireAidCase;
  /** @throws {ApiError} BAD_REQUEST where the agency named is unknown. */
  notify(input: NoticeInput): WireAidCase;
}

/** Call its methods inside a transaction. */
export function createCaseIntake(options: {
  readonly database: DatabaseSync;
  readonly register: Register;
  readonly numbering: ReturnType<typeof createNumbering>;
  readonly now: () => Date;
}): CaseIntake {
  const { database, register, numbering, now } = options;
  const saver = createCaseSaver(database);
  const readCases = createCaseReader(database);
  const feed = createEventFeed(database);
  const consultations = createConsultations(database);

  const start = (record: WireAidCase): WireAidCase => {
    const agency = register.body(record.agencyCode);
    if (agency?.kind !== 'LEGAL_AID_AGENCY') {
      throw new ApiError('BAD_REQUEST', 'agencyCode names no legal aid agency of this register');
    }
    saver.insert(record, null);
    const { key, region, status, openedAt } = record;
    feed.append({
      caseKey: key,
      region,
      event: record.statusHistory[0]?.event ?? 'OPEN',
      status,
      at: openedAt,
    });
    const [stored] = readCases([key]);
    if (stored === undefined) throw new Error('a case vanished inside its own transaction');
    return stored;
  };
  const timeOf = (at: string | undefined): string => {
    const instant = at === undefined ? now() : new Date(at);
    if (instant.getTime() > now().getTime() + 60_000)
      throw new ApiError('BAD_REQUEST', 'at lies in the future');
    return toChinaTime(instant);
  };

  return {
    apply(input) {
      const at = timeOf(input.at);
      const applicationNo = numbering('法律援助申请表', at) ?? '';
      const consultation = input.consultNo === null ? null : consultations.byNumber(input.consultNo);
      if (input.consultNo !== null && consultation === null) {
        throw new ApiError('BAD_REQUEST', 'consultNo names no consultation of this system');
      }
      const record: WireAidCase = {
        ...blank(input, at, applicationNo),
        status: input.state,
        statusName: aidStatuses[input.state].name,
        parties: [partyOf('APPLICANT', input.applicant, input.agent)],
        statusHistory: [firstStep(input.state, eventOf[input.state], at, input.actorRole, applicationNo)],
        documents: [documentOf('法律援助申请表', applicationNo, at, input.agencyCode)],
        consultation,
        application: {
          applicationNo,
          receivedAt: at,
          receiptNo: null,
          jurisdictionGround: input.jurisdictionGround,
          matterStage: input.matterStage,
          urgent: input.urgent,
          caseFacts: input.caseFacts,
          opposingParties: input.opposingParties.map((opponent) =>
            'organizationCode' in opponent
              ? { person: null, organizationCode: opponent.organizationCode }
              : { person: personOf(opponent), organizationCode: null },
          ),
          supplement: null,
          redirectedTo: null,
        },
        hardshipCheck: input.hardshipCheck ?? { ...unchecked, mode: 'DATA_SHARING', result: 'PENDING' },
        dutyLawyerSession: input.dutyLawyerSession && {
          ...input.dutyLawyerSession,
          startedAt: inChinaTime(input.dutyLawyerSession.startedAt),
          applicationForwardedAt: input.state === 'FORWARDED' ? at : null,
        },
      };
      const stored = start(record);
      if (consultation !== null) consultations.convert(consultation.consultNo, stored.key);
      return { ...stored, consultation: consultation && { ...consultation, convertedTo: stored.key } };
    },

    notify(input) {
      const at = timeOf(input.at);
      return start({
        ...blank(input, at, input.noticeNo),
        status: 'PENDING_ASSIGNMENT',
        statusName: aidStatuses.PENDING_ASSIGNMENT.name,
        parties: [partyOf('RECIPIENT', input.recipient, input.guardian)],
        statusHistory: [
          firstStep('PENDING_ASSIGNMENT', 'RECEIVE_NOTICE', at, input.actorRole, input.noticeNo),
        ],
        documents: [documentOf('法律援助公函', input.noticeNo, at, input.organCode)],
        notice: {
          noticeNo: input.noticeNo,
          organCode: input.organCode,
          ground: input.ground,
          foundAt: inChinaTime(input.foundAt),
          receivedAt: at,
          detained: input.detained,
          placeOfDetention: input.placeOfDetention,
        },
        hardshipCheck: { ...unchecked, mode: 'NOT_APPLICABLE', result: 'NOT_REQUIRED' },
        secrecyMarks: input.ground === 'MINOR' ? ['minor'] : [],
        dutyLawyerSession: input.dutyLawyerSession && {
          ...input.dutyLawyerSession,
          startedAt: inChinaTime(input.dutyLawyerSession.startedAt),
          applicationForwardedAt: null,
        },
      });
    },
  };
}

const eventOf = { DRAFT: 'DRAFT', SUBMITTED: 'SUBMIT', FORWARDED: 'FORWARD' } as const;

const unchecked = {
  exemptGround: null,
  standard: null,
  householdIncomeFen: null,
  sourceAgency: null,
} as const;

function blank(input: ApplicationInput | NoticeInput, at: string, caseNo: string): WireAidCase {
  return {
    key: newKey(at),
    version: 1,
    region: input.region,
    caseNo,
    otherNumbers: [],
    agencyCode: input.agencyCode,
    form: input.form,
    ground: input.ground,
    status: 'SUBMITTED',
    statusName: aidStatuses.SUBMITTED.name,
    openedAt: at,
    closedAt: null,
    parties: [],
    handlers: [],
    statusHistory: [],
    documents: [],
    clockStops: [],
    extensions: [],
    secrecyMarks: [],
    consultation: null,
    application: null,
    notice: null,
    hardshipCheck: { ...unchecked, mode: 'DATA_SHARING', result: 'PENDING' },
    decisions: [],
    assignments: [],
    replacements: [],
    objection: null,
    subsidies: [],
    dutyLawyerSession: null,
    progressReports: [],
    outcome: null,
    recoveredFen: null,
    qualityReviews: [],
  };
}

/** `N`, the second of intake and 50 random bits: nothing personal, and unlike the keys of older systems. */
function newKey(at: string): string {
  const seconds = Math.floor(Date.parse(at) / 1000)
    .toString(36)
    .toUpperCase();
  const random = Array.from({ length: 10 }, () => keyAlphabet[randomInt(keyAlphabet.length)]).join('');
  return `N${seconds}${random}`;
}

function personOf(input: PersonInput): WirePerson {
  return { documentType: input.document.type, documentNumber: input.document.number, name: input.name };
}

function partyOf(role: string, person: PersonInput, agent: PersonInput | null): WireParty {
  return {
    role,
    side: 'A',
    person: personOf(person),
    organizationCode: null,
    lawyerNo: null,
    agent: agent === null ? null : personOf(agent),
  };
}

function firstStep(to: string, event: string, at: string, actorRole: string, documentNo: string) {
  return { service: null, from: null, to, event, at, actorRole, documentNo, reasonCode: null };
}

function documentOf(kind: string, number: string, at: string, issuerCode: string) {
  return { kind, number, title: kind, issuedAt: at, issuerCode, secrecyMarks: [] };
}
