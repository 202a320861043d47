import type { SyntheticBody, SyntheticMediationCase, SyntheticPerson } from '../syntheticWorld.ts';
import {
  type CaseContext,
  createHandler,
  createHistory,
  createKey,
  createParty,
  yearOf,
} from './caseContext.ts';
import { toDate } from './instants.ts';

const disputes = {
  NEIGHBOUR: 25,
  MARRIAGE_FAMILY: 20,
  DAMAGE: 15,
  TRAFFIC: 15,
  CONTRACT: 10,
  LABOUR: 8,
  PROPERTY_MGMT: 7,
};
const DAY_MS = 86_400_000;

/** A people's mediation (人民调解法 arts 17 to 33), from the register to wherever it stands today. */
export function buildMediationCase(
  context: CaseContext,
  applicant: SyntheticPerson,
  opponent: SyntheticPerson | SyntheticBody,
  agentPractitionerNo: string | null,
): SyntheticMediationCase {
  const { random, office } = context;
  const serial = context.nextSerial();
  const year = yearOf(context);
  const committee = random.pick(office.committees);
  const mediator =
    office.mediators.find(({ organization }) => organization === committee.id) ??
    random.pick(office.mediators);
  const agreementNo = `（${year}）测人调字第${serial}号`;
  const courtCaseNo = `（${year}）测0101诉前调确${serial}号`;
  const history = createHistory(context);
  const opponentId = 'credential' in opponent ? opponent.credential : opponent.id;
  const amount = random.int(5, 400) * 50_000;

  const openedAt = history.take({
    event: 'REGISTER',
    to: 'REGISTERED',
    actorRole: 'MEDIATOR',
    after: [0, 0],
  });
  const askedAt = history.take({
    event: 'ASK_OTHER_SIDE',
    to: 'CONSENT_PENDING',
    actorRole: 'MEDIATOR',
    after: [0, 2],
  });
  const isDeclined = random.chance(0.1);
  const declinedAt = isDeclined
    ? history.take({ event: 'REFUSE', to: 'PARTY_REFUSED', actorRole: 'RESPONDENT', after: [1, 4] })
    : null;
  const acceptedAt = isDeclined
    ? null
    : history.take({ event: 'CONSENT', to: 'ACCEPTED', actorRole: 'MEDIATOR', after: [1, 4] });
  if (acceptedAt !== null) history.file('人民调解受理登记表', null, committee.id);
  const mediatingAt = isDeclined
    ? null
    : history.take({ event: 'START', to: 'MEDIATING', actorRole: 'MEDIATOR', after: [0, 2] });

  const fails = random.chance(0.2);
  const failedAt =
    isDeclined || !fails
      ? null
      : history.take({ event: 'FAIL', to: 'FAILED', actorRole: 'MEDIATOR', after: [5, 28] });
  const effectiveAt =
    isDeclined || fails
      ? null
      : history.take({
          event: 'REACH_AGREEMENT',
          to: 'AGREED',
          actorRole: 'PARTIES',
          after: [3, 27],
          documentNo: agreementNo,
        });
  if (effectiveAt !== null) history.file('人民调解协议书', agreementNo, committee.id);

  const isConfirmed = effectiveAt !== null && random.chance(0.4);
  const court = { actorRole: 'COURT', documentNo: courtCaseNo, service: 'JUDICIAL_CONFIRMATION' } as const;
  const filedAt = isConfirmed
    ? history.take({
        ...court,
        event: 'FILE_CONFIRMATION',
        to: 'CONFIRMATION_FILED',
        actorRole: 'PARTIES',
        after: [2, 25],
      })
    : null;
  const courtAcceptedAt = isConfirmed
    ? history.take({ ...court, event: 'ACCEPT_CONFIRMATION', to: 'CONFIRMATION_ACCEPTED', after: [1, 3] })
    : null;
  const confirmedAt = isConfirmed
    ? history.take({ ...court, event: 'CONFIRM', to: 'CONFIRMED', after: [3, 14] })
    : null;
  if (confirmedAt !== null) history.file('民事裁定书', courtCaseNo, office.court.id);
  const performedAt =
    effectiveAt === null || isConfirmed
      ? null
      : history.take({ event: 'PERFORM', to: 'PERFORMED', actorRole: 'PARTIES', after: [10, 60] });

  return {
    service: 'MEDIATION',
    key: createKey(serial),
    region: office.region,
    caseNo: `（${year}）测受调字第${serial}号`,
    aliases: [...(effectiveAt === null ? [] : [agreementNo]), ...(filedAt === null ? [] : [courtCaseNo])],
    agency: committee.id,
    status: history.status,
    openedAt: openedAt ?? history.now,
    closedAt: declinedAt ?? failedAt ?? performedAt,
    parties: [
      createParty(applicant, 'APPLICANT', 'A', agentPractitionerNo),
      createParty(opponent, 'RESPONDENT', 'B'),
    ],
    handlers: mediatingAt === null ? [] : [createHandler('MEDIATOR', mediator, mediatingAt)],
    events: history.events,
    documents: history.documents,
    pauses: [],
    extensions: [],
    secrecy: random.chance(0.3) ? ['mediationPrivate'] : [],
    details: {
      organKind: committee === office.committees[0] ? 'TOWNSHIP' : 'SECTOR',
      source: random.weighted({
        PARTY: 60,
        PROACTIVE: 15,
        POLICE: 10,
        PETITION: 5,
        HOTLINE_12348: 5,
        LEGAL_AID: 5,
      }),
      disputeType: random.weighted(disputes),
      isPublic: random.chance(0.5),
      consents:
        askedAt === null
          ? []
          : [
              { party: applicant.credential, at: askedAt, agreed: true },
              ...((acceptedAt ?? declinedAt) === null
                ? []
                : [{ party: opponentId, at: acceptedAt ?? declinedAt ?? askedAt, agreed: !isDeclined }]),
            ],
      acceptedAt,
      sessions:
        mediatingAt === null
          ? []
          : [
              {
                at: mediatingAt,
                place: committee.name,
                mode: random.chance(0.8) ? 'ON_SITE' : 'VIDEO',
                statements: '双方陈述记录，不得外传',
                undisputedFacts: '双方对事实经过无争议',
              },
            ],
      disclosures: [],
      agreement:
        effectiveAt === null
          ? null
          : {
              agreementNo,
              form: random.chance(0.9) ? 'WRITTEN' : 'ORAL',
              effectiveAt,
              obligations: [
                {
                  debtor: opponentId,
                  creditor: applicant.credential,
                  what: '赔偿损失',
                  amount,
                  dueDate: toDate(Date.parse(effectiveAt) + 60 * DAY_MS),
                  performedAt,
                },
              ],
            },
      confirmation:
        filedAt === null
          ? null
          : {
              courtCaseNo,
              court: office.court.id,
              filedAt,
              acceptedAt: courtAcceptedAt,
              decidedAt: confirmedAt,
              result: confirmedAt === null ? null : 'CONFIRMED',
              reason: null,
            },
      followUps:
        performedAt === null ? [] : [{ at: performedAt, performed: true, satisfaction: random.int(3, 5) }],
    },
  };
}
