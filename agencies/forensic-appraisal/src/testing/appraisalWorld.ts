import { cast, type SyntheticAppraisalCase, type WorldSlice } from '@tongban/synthetic';

const { forensicInstitution1: institution, townshipCommittee: committee, court } = cast.bodies;
const { clinicalAppraiser1, clinicalAppraiser2 } = cast.practitioners;
export const SUBJECT = cast.persons.zhang.credential;

function event(from: string | null, to: string, name: string, at: string, documentNo: string | null = null) {
  return { from, to, event: name, at, actorRole: 'APPRAISER', documentNo, reasonCode: null, service: null };
}

function handler({ practitionerNo, name }: { practitionerNo: string; name: string }, from: string) {
  return { role: 'APPRAISER', practitionerNo, name, organization: institution.id, from, to: null };
}

/** An issued case with everything a case can hold, like that of SC-1: materials missing for eight days. */
export function issuedCase(
  key: string,
  change: Partial<SyntheticAppraisalCase> = {},
): SyntheticAppraisalCase {
  return {
    service: 'FORENSIC_APPRAISAL',
    key,
    region: '480101',
    caseNo: `测安司鉴所[2026]临鉴字第${key}号`,
    aliases: [`测安司鉴所[2026]临意字第${key}号`],
    agency: institution.id,
    status: 'ISSUED',
    openedAt: '2026-03-02T09:00:00+08:00',
    closedAt: '2026-04-20T16:00:00+08:00',
    parties: [
      {
        person: SUBJECT,
        organization: null,
        role: 'SUBJECT',
        side: 'A',
        agentPractitionerNo: null,
        agent: null,
      },
      {
        person: null,
        organization: committee.id,
        role: 'CLIENT',
        side: 'NEUTRAL',
        agentPractitionerNo: null,
        agent: null,
      },
    ],
    handlers: [
      handler(clinicalAppraiser1, '2026-03-06T09:00:00+08:00'),
      handler(clinicalAppraiser2, '2026-03-06T09:00:00+08:00'),
    ],
    events: [
      event(null, 'COMMISSIONED', 'COMMISSION', '2026-03-02T09:00:00+08:00'),
      event('COMMISSIONED', 'ACCEPTANCE_REVIEW', 'REVIEW', '2026-03-03T09:00:00+08:00'),
      event('ACCEPTANCE_REVIEW', 'ACCEPTED', 'SIGN_COMMISSION', '2026-03-05T09:00:00+08:00'),
      event('ACCEPTED', 'ASSIGNED', 'ASSIGN_APPRAISERS', '2026-03-06T09:00:00+08:00'),
      event('ASSIGNED', 'EXAMINING', 'START_EXAMINATION', '2026-03-09T09:00:00+08:00'),
      event('EXAMINING', 'MATERIAL_PENDING', 'REQUEST_MATERIAL', '2026-03-16T09:00:00+08:00'),
      event('MATERIAL_PENDING', 'EXAMINING', 'RECEIVE_MATERIAL', '2026-03-24T09:00:00+08:00'),
      event('EXAMINING', 'INTERNAL_REVIEW', 'SUBMIT_DRAFT', '2026-04-17T09:00:00+08:00'),
      event(
        'INTERNAL_REVIEW',
        'ISSUED',
        'ISSUE',
        '2026-04-20T16:00:00+08:00',
        `测安司鉴所[2026]临意字第${key}号`,
      ),
    ],
    documents: [
      {
        kind: '司法鉴定意见书',
        number: `测安司鉴所[2026]临意字第${key}号`,
        title: '伤残等级及三期鉴定意见书',
        issuedAt: '2026-04-20T16:00:00+08:00',
        issuer: institution.id,
        secrecy: ['privacy'],
      },
    ],
    pauses: [
      {
        ruleId: 'D-21',
        reason: 'MATERIAL_PENDING',
        from: '2026-03-16T09:00:00+08:00',
        to: '2026-03-24T09:00:00+08:00',
      },
    ],
    extensions: [],
    secrecy: ['privacy'],
    details: {
      category: 'CLINICAL',
      matters: ['DISABILITY_GRADE', 'LOSS_OF_WORK_PERIODS'],
      commission: {
        commissionNo: `测调委托[2026]${key}`,
        clientKind: 'MEDIATION_BODY',
        client: committee.id,
        receivedAt: '2026-03-02T09:00:00+08:00',
        effectiveAt: '2026-03-05T09:00:00+08:00',
        purpose: '调解',
        isReappraisal: false,
        agreedTermDays: null,
        fee: 260_000,
      },
      notAcceptGround: null,
      standards: ['人体损伤致残程度分级'],
      materials: [
        {
          no: 'M1',
          name: 'X线片',
          receivedAt: '2026-03-05T09:00:00+08:00',
          returnedAt: '2026-04-20T16:00:00+08:00',
          custody: [
            { at: '2026-03-05T09:00:00+08:00', from: 'CLIENT', to: 'INSTITUTION', digest: 'a'.repeat(64) },
            { at: '2026-04-20T16:00:00+08:00', from: 'INSTITUTION', to: 'CLIENT', digest: 'a'.repeat(64) },
          ],
        },
      ],
      opinion: {
        opinionNo: `测安司鉴所[2026]临意字第${key}号`,
        issuedAt: '2026-04-20T16:00:00+08:00',
        conclusion: '构成十级伤残',
        signedBy: [clinicalAppraiser1.practitionerNo, clinicalAppraiser2.practitionerNo],
        correctedAt: null,
      },
      feeReduction: {
        form: 'WAIVED',
        standardFee: 260_000,
        reducedBy: 260_000,
        basis: 'LEGAL_AID',
        basisDocumentNo: '(2026)测援决字第1号',
        basisConfirmed: true,
        approvedAt: '2026-03-05T10:00:00+08:00',
        approvedBy: 'HEAD',
        localRule: null,
        settledBy: null,
      },
      foreignRelatedReport: {
        element: '被鉴定人为外国人',
        reportedTo: '司法局',
        reportedAt: '2026-03-04T09:00:00+08:00',
      },
      testimony: { court: court.id, noticeAt: '2026-05-06T09:00:00+08:00', appearedAt: null },
      examinedAt: '2026-03-09T09:00:00+08:00',
    },
    ...change,
  };
}

/** A slice with the cast's bodies and practitioners, Zhang, and the cases given. */
export function appraisalSlice(cases: readonly SyntheticAppraisalCase[]): WorldSlice {
  return {
    persons: Object.values(cast.persons).flat(),
    bodies: Object.values(cast.bodies),
    practitioners: Object.values(cast.practitioners),
    cases,
    threads: [],
    links: [],
  };
}
