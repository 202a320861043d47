export const ZHANG = 'RIC:480101198503121013';
export const CONTRACTOR = 'RIC:480101197904152158';
export const LAWYER = '14801201210000001';
export const COMMITTEE = 'MC-480101001-1';
export const COURT = '11480101TEAT000200';
/** What a session's record holds and nobody outside may read; a careless system might send it. */
export const CANARY = 'CANARY-让步至十五万元';

/** A mediation as a system sends it: agreed in writing, confirmed by the court. `changes` replace members. */
export function wireMediation(id: string, changes: Readonly<Record<string, unknown>> = {}) {
  return {
    id,
    version: 7,
    region_code: '480101',
    register_no: `（2026）测山登人调字第${id}号`,
    other_numbers: [`（2026）测山人调字第${id}号`],
    organization_id: COMMITTEE,
    organ_kind: '乡镇街道',
    status: '裁定有效',
    source: '法律援助',
    dispute_type: '损害赔偿',
    is_public: false,
    escalation_risk: true,
    registered_at: '2026-09-01 09:00:00',
    accepted_at: '2026-09-02 09:00:00',
    due_date: '2026-10-02',
    closed_at: null,
    parties: [
      wireParty(1, '申请人', '甲方', '480101198503121013', { lawyer_no: LAWYER }),
      wireParty(2, '被申请人', '乙方', '480101197904152158'),
    ],
    consents: [
      { party_no: 1, at: '2026-09-01 09:00:00', agreed: true },
      { party_no: 2, at: '2026-09-02 09:00:00', agreed: true },
    ],
    mediators: [
      {
        role: '调解员',
        license_no: 'M48010100001',
        name: '孟测和',
        organization_id: COMMITTEE,
        from: '2026-09-03 09:00:00',
        to: null,
      },
    ],
    disclosures: [{ at: '2026-09-03 09:30:00', text: '曾在公证处任职', consented: true }],
    sessions: [
      {
        at: '2026-09-10 14:30:00',
        place: '测山镇调解室',
        mode: '现场',
        undisputed_facts: '受伤时间无争议',
        statements: CANARY,
      },
    ],
    agreement: {
      agreement_no: `（2026）测山人调字第${id}号`,
      form: '书面',
      effective_at: '2026-09-20 09:00:00',
      obligations: [
        {
          obligation_no: 1,
          debtor_no: 2,
          creditor_no: 1,
          what: '支付第一期赔偿款',
          amount_yuan: '62000.05',
          due_date: '2026-10-20',
          performed_at: '2026-10-18 09:00:00',
        },
        {
          obligation_no: 2,
          debtor_no: 2,
          creditor_no: 1,
          what: '赔礼道歉',
          amount_yuan: null,
          due_date: '2026-12-01',
          performed_at: null,
        },
      ],
      performance: [
        { obligation_no: 1, at: '2026-10-18 09:00:00', amount_yuan: '62000.05', evidence_no: '凭证1号' },
      ],
    },
    confirmation: {
      court_id: COURT,
      court_case_no: `（2026）测0101诉前调确${id}号`,
      filed_at: '2026-10-02 10:00:00',
      accepted_at: '2026-10-04 10:00:00',
      decided_at: '2026-10-15 10:00:00',
      result: '裁定有效',
      reason: null,
    },
    notarial_certificate_no: null,
    follow_ups: [{ at: '2026-10-25 09:00:00', performed: true, satisfaction: 5, new_risk: null }],
    documents: [
      {
        kind: '人民调解协议书',
        number: `（2026）测山人调字第${id}号`,
        title: '人民调解协议书',
        issued_at: '2026-09-20 09:00:00',
        issuer_id: COMMITTEE,
        secrecy: [],
      },
    ],
    pauses: [],
    extensions: [],
    secrecy: [],
    history: [
      wireStep(null, '已登记', '登记', '2026-09-01 09:00:00'),
      wireStep('已登记', '征询意愿', '征询对方', '2026-09-01 10:00:00'),
      wireStep('征询意愿', '受理', '同意调解', '2026-09-02 09:00:00'),
      wireStep('受理', '调解中', '开始调解', '2026-09-03 09:00:00'),
      wireStep('调解中', '达成协议', '达成协议', '2026-09-20 09:00:00'),
      wireStep('达成协议', '已申请司法确认', '申请司法确认', '2026-10-02 10:00:00', '司法确认'),
      wireStep('已申请司法确认', '已受理司法确认', '法院受理', '2026-10-04 10:00:00', '司法确认'),
      wireStep('已受理司法确认', '裁定有效', '裁定有效', '2026-10-15 10:00:00', '司法确认'),
    ],
    ...changes,
  };
}

export type WireMediation = ReturnType<typeof wireMediation>;

/** A person as a party. */
export function wireParty(
  party_no: number,
  role: string,
  side: string,
  document_number: string,
  changes: Readonly<Record<string, unknown>> = {},
) {
  return {
    party_no,
    role,
    side,
    name: '某某',
    document_type: '居民身份证',
    document_number,
    organization_id: null,
    lawyer_no: null,
    agent_document_type: null,
    agent_document_number: null,
    ...changes,
  };
}

function wireStep(from: string | null, to: string, event: string, at: string, service: string | null = null) {
  return { service, from, to, event, at, actor_role: '调解员', document_no: null, reason: null };
}
