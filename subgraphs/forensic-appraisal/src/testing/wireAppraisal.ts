/** A case as the agency sends it, before anything reads it; see docs/agencies/forensic-appraisal.md. */
export type WireAppraisal = ReturnType<typeof wireAppraisal>;

export const ZHANG = 'RIC:480101198503121013';
export const CONTRACTOR = 'RIC:480101197904152158';
export const LAWYER = '14801201210000001';
export const COMMITTEE = 'MC-480101001-001';
export const INSTITUTION = '34480101TEAT000583';
export const DECISION = '（2026）测援给字第0001号';

const at = (text: string) => Date.parse(`${text}+08:00`);
const noAgent = { lawyerCertNo: null, agentIdType: null, agentIdNo: null };
const party = (partyRole: string, side: number, credential: string | null, orgId: string | null = null) => ({
  partyRole,
  side,
  name: null,
  idType: credential === null ? null : 1,
  idNo: credential === null ? null : credential.slice('RIC:'.length),
  orgId,
  ...noAgent,
});
const appraiser = (certNo: string) => ({
  staffRole: 'APPRAISER',
  certNo,
  name: '许测鉴',
  institutionId: INSTITUTION,
  licenceState: 1,
  categories: ['CLINICAL'],
  fromTime: at('2026-03-27T09:00:00'),
  toTime: null,
});
const event = (
  fromStatus: number | null,
  toStatus: number,
  name: string,
  time: string,
  documentNo: string | null,
) => ({
  fromStatus,
  toStatus,
  event: name,
  occurredTime: at(time),
  operatorRole: 'APPRAISER',
  documentNo,
  reasonCode: null,
});

/** An issued appraisal like that of SC-1: eight working days without an X-ray, the fee waived on legal aid. */
export function wireAppraisal(caseId: string, regionCode = '480101') {
  const opinionNo = `测安所[2026]临鉴字第${caseId}号`;
  return {
    caseId,
    caseNo: `测安所[2026]受鉴字第${caseId}号`,
    otherNos: [opinionNo],
    unifiedCode: null,
    version: 1,
    regionCode,
    caseStatus: 70,
    category: 101,
    matters: [1002, 1003],
    receivedTime: at('2026-03-23T10:00:00'),
    closedTime: at('2026-05-18T15:00:00') as number | null,
    examinedTime: at('2026-03-31T09:30:00'),
    institution: {
      institutionId: INSTITUTION,
      name: '测州测安司鉴所',
      licenceNo: '4801000005',
      licenceState: 1,
      businessScope: ['CLINICAL'],
    },
    commission: {
      commissionNo: `（2026）测山委鉴字第${caseId}号`,
      clientKind: 3,
      clientOrgId: COMMITTEE as string | null,
      clientName: '测山镇人民调解委员会',
      clientIdType: null as number | null,
      clientIdNo: null as string | null,
      receivedTime: at('2026-03-23T10:00:00'),
      effectiveTime: at('2026-03-26T15:00:00') as number | null,
      purpose: '人身损害赔偿调解',
      requirement: null,
      isReappraisal: false,
      reappraisalGround: null as number | null,
      supplementsCaseId: null as string | null,
      repeatsCaseId: null as string | null,
      agreedTermDays: null as number | null,
      fee: 280_000,
      consumptionConsent: null,
    },
    notAcceptGround: null as number | null,
    terminateGround: null as number | null,
    standards: ['《人体损伤致残程度分级》'],
    parties: [
      party('CLIENT', 3, null, COMMITTEE),
      { ...party('SUBJECT', 1, ZHANG), lawyerCertNo: LAWYER },
      party('OPPOSING_PARTY', 2, CONTRACTOR),
    ],
    staff: [appraiser('480101000001'), appraiser('480101000002')],
    materials: [
      {
        materialNo: '1',
        name: '住院病历复印件',
        kind: null,
        quantity: null,
        condition: null,
        source: null,
        confirmedByClient: true,
        receivedTime: at('2026-03-26T15:00:00'),
        returnedTime: at('2026-05-19T10:00:00'),
        custody: [
          {
            handedTime: at('2026-03-26T15:00:00'),
            handedBy: '委托人',
            takenBy: '鉴定所',
            sm3: 'a'.repeat(64),
          },
        ],
      },
    ],
    events: [
      event(null, 10, 'COMMISSION', '2026-03-23T10:00:00', null),
      event(10, 20, 'REVIEW', '2026-03-24T09:00:00', null),
      event(20, 30, 'SIGN_COMMISSION', '2026-03-26T15:00:00', null),
      event(30, 40, 'ASSIGN_APPRAISERS', '2026-03-27T09:00:00', null),
      event(40, 50, 'START_EXAMINATION', '2026-03-30T09:00:00', null),
      event(50, 51, 'REQUEST_MATERIAL', '2026-04-13T10:00:00', null),
      event(51, 50, 'RECEIVE_MATERIAL', '2026-04-23T10:00:00', null),
      event(50, 60, 'SUBMIT_DRAFT', '2026-05-13T16:00:00', null),
      event(60, 70, 'ISSUE', '2026-05-18T15:00:00', opinionNo),
    ],
    documents: [
      {
        docKind: '司法鉴定意见书',
        docNo: opinionNo,
        title: '司法鉴定意见书',
        issuedTime: at('2026-05-18T15:00:00'),
        issuerId: INSTITUTION,
        sm3: null,
        secrecyMarks: [],
      },
    ],
    pauses: [
      {
        ruleId: 'D-21',
        reason: '补充X线片',
        suspendGround: null as number | null,
        fromTime: at('2026-04-13T10:00:00'),
        toTime: at('2026-04-23T10:00:00') as number | null,
      },
    ],
    extensions: [] as { ruleId: string; days: number; approvedTime: number; clientToldTime: number | null }[],
    opinion: {
      opinionNo,
      issuedTime: at('2026-05-18T15:00:00'),
      conclusion: '构成十级伤残（测试结论）',
      signatures: [
        { certNo: '480101000001', dissent: null },
        { certNo: '480101000002', dissent: null },
      ],
      correctedTime: null,
    } as object | null,
    testimony: null,
    foreignReport: null as object | null,
    feeReduction: {
      form: 3,
      standardFee: 280_000,
      reducedBy: 280_000,
      basis: 1,
      basisDocumentNo: DECISION,
      basisConfirmed: true,
      approvedTime: at('2026-03-25T16:00:00'),
      approvedBy: INSTITUTION,
      localRule: null,
      settledBy: null,
    },
    secrecyMarks: ['privacy'] as string[],
  };
}
