import type { SyntheticLegalAidCase, SyntheticNotaryCase, SyntheticPerson } from '../syntheticWorld.ts';
import { buildFeeReduction } from './buildFeeReduction.ts';
import {
  type CaseContext,
  createHandler,
  createHistory,
  createKey,
  createParty,
  yearOf,
} from './caseContext.ts';

const matters = {
  POA: 30,
  DECLARATION: 20,
  INHERITANCE: 15,
  KINSHIP: 10,
  CONTRACT: 10,
  EVIDENCE: 8,
  ENFORCEABLE_DEBT: 5,
  WILL: 2,
};

/** A notary matter (Notary Law arts 25 to 39), from the application to wherever it stands today. */
export function buildNotaryCase(
  context: CaseContext,
  applicant: SyntheticPerson,
  other: SyntheticPerson | null,
  aid: SyntheticLegalAidCase | null,
): SyntheticNotaryCase {
  const { random, office } = context;
  const serial = context.nextSerial();
  const year = yearOf(context);
  const matter =
    other === null
      ? random.weighted(matters)
      : random.pick(['INHERITANCE', 'CONTRACT', 'ENFORCEABLE_DEBT'] as const);
  const certificateNo = `（${year}）测证内民证字第${serial}号`;
  const notary = random.pick(office.notaries);
  const agency = office.notaryOffice.id;
  const fee = random.int(2, 40) * 5_000;
  const history = createHistory(context);

  const openedAt = history.take({ event: 'SUBMIT', to: 'SUBMITTED', actorRole: 'APPLICANT', after: [0, 0] });
  const acceptedAt = history.take({ event: 'ACCEPT', to: 'ACCEPTED', actorRole: 'NOTARY', after: [0, 3] });
  if (acceptedAt !== null) history.file('受理通知单', null, agency);
  history.take({ event: 'EXAMINE', to: 'UNDER_EXAMINATION', actorRole: 'NOTARY', after: [0, 2] });
  if (random.chance(0.25)) {
    history.pause(
      'D-10',
      'VERIFY_FACTS',
      { event: 'VERIFY_FACTS', to: 'PAUSED', actorRole: 'NOTARY', after: [1, 3] },
      { event: 'RESUME', to: 'UNDER_EXAMINATION', actorRole: 'NOTARY', after: [3, 20] },
    );
  }
  const isRefused = matter !== 'WILL' && random.chance(0.06);
  const end = isRefused
    ? history.take({
        event: 'REFUSE',
        to: 'REFUSED',
        actorRole: 'HEAD',
        after: [1, 8],
        reasonCode: 'INSUFFICIENT',
      })
    : null;
  if (end !== null) history.file('不予办理公证决定书', null, agency);
  if (!isRefused)
    history.take({ event: 'SUBMIT_DRAFT', to: 'PENDING_APPROVAL', actorRole: 'NOTARY', after: [1, 6] });
  const issuedAt = isRefused
    ? null
    : history.take({
        event: 'APPROVE',
        to: 'ISSUED',
        actorRole: 'APPROVER',
        after: random.chance(0.93) ? [0, 3] : [14, 25],
        documentNo: certificateNo,
      });
  if (issuedAt !== null) history.file('公证书', certificateNo, agency);
  history.take({ event: 'ARCHIVE', to: 'ARCHIVED', actorRole: 'NOTARY', after: [20, 90] });
  const isEnforceable = matter === 'ENFORCEABLE_DEBT';

  return {
    service: 'NOTARY',
    key: createKey(serial),
    region: office.region,
    caseNo: `（${year}）测公证受字第${serial}号`,
    aliases: issuedAt === null ? [] : [certificateNo],
    agency,
    status: history.status,
    openedAt: openedAt ?? history.now,
    closedAt: issuedAt ?? end,
    parties: [
      createParty(applicant, matter === 'WILL' ? 'TESTATOR' : isEnforceable ? 'CREDITOR' : 'APPLICANT', 'A'),
      ...(other === null
        ? []
        : [createParty(other, isEnforceable ? 'DEBTOR' : 'APPLICANT', isEnforceable ? 'B' : 'A')]),
    ],
    handlers: acceptedAt === null ? [] : [createHandler('NOTARY', notary, acceptedAt)],
    events: history.events,
    documents: history.documents,
    pauses: history.pauses,
    extensions: [],
    secrecy: matter === 'WILL' ? ['privacy', 'willSecret'] : ['privacy'],
    details: {
      matter,
      purpose: '在国内使用',
      placeOfUse: '中国',
      venueGround: 'DOMICILE',
      handlingMode: random.weighted({ COUNTER: 70, ONLINE: 20, ON_SITE: 5, HOME_VISIT: 5 }),
      applicationNo: `SQ${year}${serial}`,
      acceptedAt,
      fee,
      feeReduction: buildFeeReduction(aid, fee, acceptedAt, notary.practitionerNo),
      refuseGround: end === null ? null : 'INSUFFICIENT',
      verifications: history.pauses.map(({ from }) => ({
        at: from,
        what: '向登记机关核实',
        result: '已核实',
      })),
      certificate:
        issuedAt === null
          ? null
          : {
              certificateNo,
              issuedAt,
              kind: '公证书',
              status: 'VALID',
              language: 'zh-CN',
              copies: random.int(1, 4),
              enforceability:
                isEnforceable && other !== null
                  ? {
                      creditor: applicant.credential,
                      debtor: other.credential,
                      obligation: '分期给付欠款',
                      amount: random.int(1, 90) * 100_000,
                      dueDates: [`${Number(issuedAt.slice(0, 4)) + 1}${issuedAt.slice(4, 7)}-01`],
                      consentClause: true,
                    }
                  : null,
              legalisation: null,
            },
      enforcementCertificate: null,
      reExamination: null,
      evidence: null,
      will: matter === 'WILL' && issuedAt !== null ? { registeredAt: issuedAt, custody: '公证处保管' } : null,
    },
  };
}
