import type { Agreement, Confirmation, MediationRecord, Mediator } from '../mediationRecord.ts';
import type { CaseEvent, CaseEventOf } from './caseEvent.ts';
import { isCourtInvited, withDueDate } from './dueDate.ts';
import { toFen } from './yuan.ts';

/** What an effect may use beside the record and the event. */
export interface EffectContext {
  readonly at: string;
  /** The mediator of the register, as it goes into the record. */
  mediatorOf(licenseNo: string): Omit<Mediator, 'from' | 'to'>;
}

/** The record after `event`, but for status, history, documents and version, which every step changes alike. */
export function applyEffect(
  record: MediationRecord,
  event: CaseEvent,
  { at, mediatorOf }: EffectContext,
): MediationRecord {
  switch (event.event) {
    case '拒绝调解':
      return {
        ...record,
        consents: [...record.consents, { party_no: event.party_no, at, agreed: false }],
      };
    case '同意调解': {
      const known = new Set(record.consents.map(({ party_no }) => party_no));
      const fresh = event.party_nos.filter((partyNo) => !known.has(partyNo));
      return withDueDate({
        ...record,
        accepted_at: at,
        consents: [
          ...record.consents,
          ...[...new Set(fresh)].map((party_no) => ({ party_no, at, agreed: true })),
        ],
      });
    }
    case '开始调解':
      return {
        ...record,
        mediators: [
          ...record.mediators,
          ...[...new Set(event.license_nos)].map((no) => ({ ...mediatorOf(no), from: at, to: null })),
        ],
      };
    case '延长期限': {
      const clock = isCourtInvited(record) ? '特邀调解期限' : '人民调解期限';
      return withDueDate({
        ...record,
        extensions: [...record.extensions, { clock, length: event.length, approved_at: at }],
      });
    }
    case '达成协议':
      return { ...record, agreement: toAgreement(record, event) };
    case '申请司法确认':
      return {
        ...record,
        confirmation: {
          court_id: event.court_id,
          court_case_no: event.court_case_no,
          filed_at: at,
          accepted_at: null,
          decided_at: null,
          result: null,
          reason: null,
        },
        other_numbers: [...record.other_numbers, event.court_case_no],
      };
    case '法院受理':
      return inCourt(record, { accepted_at: at });
    case '法院不予受理':
      return inCourt(record, { decided_at: at, result: '不予受理', reason: event.reason });
    case '撤回确认申请':
      return inCourt(record, { decided_at: at, result: '撤回申请' });
    case '裁定有效':
      return inCourt(record, { decided_at: at, result: '裁定有效' });
    case '裁定驳回':
      return inCourt(record, { decided_at: at, result: '裁定驳回', reason: event.reason });
    case '办理赋强公证':
      return { ...record, notarial_certificate_no: event.certificate_no };
    case '披露利害关系':
      return {
        ...record,
        disclosures: [...record.disclosures, { at, text: event.text, consented: event.consented }],
      };
    case '记录调解': {
      const { place, mode, undisputed_facts } = event.session;
      return { ...record, sessions: [...record.sessions, { at, place, mode, undisputed_facts }] };
    }
    case '标记激化风险':
      return { ...record, escalation_risk: event.risk };
    case '记录履行':
      return recordPerformance(record, event, at);
    case '回访': {
      const { performed, satisfaction, new_risk } = event;
      return { ...record, follow_ups: [...record.follow_ups, { at, performed, satisfaction, new_risk }] };
    }
    case '封存':
      return { ...record, secrecy: [...new Set([...record.secrecy, '封存' as const])] };
    case '解除封存':
      return { ...record, secrecy: record.secrecy.filter((mark) => mark !== '封存') };
    default:
      return record;
  }
}

function toAgreement(record: MediationRecord, { agreement }: CaseEventOf<'达成协议'>): Agreement {
  return {
    agreement_no: agreement.agreement_no ?? record.register_no,
    form: agreement.form,
    effective_at: agreement.effective_at,
    obligations: agreement.obligations.map((obligation, index) => ({
      obligation_no: index + 1,
      ...obligation,
      performed_at: null,
    })),
    performance: [],
  };
}

function inCourt(record: MediationRecord, change: Partial<Confirmation>): MediationRecord {
  return record.confirmation === null
    ? record
    : { ...record, confirmation: { ...record.confirmation, ...change } };
}

/** An obligation to pay is performed when the payments reach its amount, any other with the first act. */
function recordPerformance(
  record: MediationRecord,
  { obligation_no, amount_yuan, evidence_no }: CaseEventOf<'记录履行'>,
  at: string,
): MediationRecord {
  if (record.agreement === null) return record;
  const performance = [
    ...record.agreement.performance,
    { obligation_no, at, amount_yuan, evidence_no: evidence_no ?? null },
  ];
  const paid = performance
    .filter((act) => act.obligation_no === obligation_no && act.amount_yuan !== null)
    .reduce((sum, act) => sum + toFen(act.amount_yuan ?? '0'), 0n);
  const obligations = record.agreement.obligations.map((obligation) =>
    obligation.obligation_no === obligation_no &&
    obligation.performed_at === null &&
    (obligation.amount_yuan === null || paid >= toFen(obligation.amount_yuan))
      ? { ...obligation, performed_at: at }
      : obligation,
  );
  return { ...record, agreement: { ...record.agreement, performance, obligations } };
}
