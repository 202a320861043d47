import { addDays, rollOverWeekend } from '../chinaTime.ts';
import type { MediationRecord, Party } from '../mediationRecord.ts';
import type { CaseEvent } from './caseEvent.ts';

/** What a guard needs to know beside the record and the event. */
export interface GuardContext {
  /** When the step takes effect: a time of the register. */
  readonly at: string;
  /** The registered mediator with this licence number, or null where there is none or the licence is not valid. */
  findMediator(licenseNo: string): { readonly document: string | null } | null;
}

/** Null: the guard holds. Otherwise why it does not, for the person who made the request. */
type Guard = (record: MediationRecord, event: CaseEvent, context: GuardContext) => string | null;

/** The conditions of the lifecycle, by name; `transitions.ts` says where each applies. */
export const guards = {
  /** 人民调解法第二十六条: when mediation ends without agreement the parties are told of the other ways. */
  toldOfOtherWays: (_record, event) =>
    'told_of_other_ways' in event && event.told_of_other_ways
      ? null
      : 'the parties must be told that arbitration, administrative ways and the court are open to them',

  /** 人民调解法第十七条: no mediation against the clear will of a party. */
  bothSidesAgreed: (record, event) => {
    if (record.consents.some(({ agreed }) => !agreed)) return 'a party has clearly refused';
    const agreed = new Set([
      ...record.consents.map((consent) => consent.party_no),
      ...('party_nos' in event ? event.party_nos : []),
    ]);
    const silent = disputants(record).filter(({ party_no }) => !agreed.has(party_no));
    return silent.length === 0 ? null : `no consent yet of party ${listOf(silent)}`;
  },

  nobodyRefuses: (record) =>
    record.consents.some(({ agreed }) => !agreed) ? 'a party has clearly refused' : null,

  /** 人民调解法第十四条、第十九条: one or more mediators of the register, chosen or named. */
  mediatorsRegistered: (_record, event, { findMediator }) => {
    if (event.event !== '开始调解') return null;
    const unknown = event.license_nos.filter((licenseNo) => findMediator(licenseNo) === null);
    return unknown.length === 0 ? null : `no valid mediator has the number ${unknown.join(', ')}`;
  },

  /** 特邀调解规定第十五条: who is a party never mediates; who told of a tie does so only with everyone's consent. */
  mediatorsAccepted: (record, event, { findMediator }) => {
    if (record.disclosures.some(({ consented }) => !consented)) {
      return 'a mediator told of an interest and not every party consented';
    }
    if (event.event !== '开始调解') return null;
    const own = new Set(
      record.parties.flatMap((party) => [party.document_number, party.agent_document_number]),
    );
    const interested = event.license_nos.filter((licenseNo) => {
      const document = findMediator(licenseNo)?.document ?? null;
      return document !== null && own.has(document);
    });
    return interested.length === 0 ? null : 'a mediator is a party or an agent of this mediation';
  },

  /** 人民调解法第二十三条: the parties know their rights before it begins. */
  rightsInformed: (_record, event) =>
    'rights_informed' in event && event.rights_informed
      ? null
      : 'the parties must be informed of their rights and duties first',

  /** 人民调解工作若干规定第三十三条: longer only where both sides ask. */
  bothSidesAsk: (record, event) =>
    'asked_by' in event && asksForBothSides(record, event.asked_by)
      ? null
      : 'the term is extended only when both sides ask',

  agreementTimely: (record, event, { at }) => {
    if (event.event !== '达成协议') return null;
    const { effective_at } = event.agreement;
    if (effective_at > at) return 'an agreement cannot take effect after it is recorded';
    return record.accepted_at !== null && effective_at < record.accepted_at
      ? 'an agreement cannot take effect before the mediation was accepted'
      : null;
  },

  obligationsBetweenParties: (record, event) => {
    if (event.event !== '达成协议') return null;
    const known = new Set(record.parties.map(({ party_no }) => party_no));
    const wrong = event.agreement.obligations.find(
      ({ debtor_no, creditor_no }) =>
        !known.has(debtor_no) || !known.has(creditor_no) || debtor_no === creditor_no,
    );
    return wrong === undefined ? null : 'each obligation needs two different parties of this mediation';
  },

  allPerformed: (record) => {
    const open = (record.agreement?.obligations ?? []).filter(({ performed_at }) => performed_at === null);
    return open.length === 0
      ? null
      : `not yet performed: obligation ${open.map(({ obligation_no }) => obligation_no).join(', ')}`;
  },

  somethingOverdue: (record, _event, { at }) =>
    (record.agreement?.obligations ?? []).some(
      ({ performed_at, due_date }) => performed_at === null && due_date < at.slice(0, 10),
    )
      ? null
      : 'no obligation is overdue',

  /** 民事诉讼法第二百零五条; 人民调解法第三十三条: the parties apply together. */
  bothSidesApply: (record, event) =>
    'applicants' in event && asksForBothSides(record, event.applicants)
      ? null
      : 'both sides must apply together for confirmation',

  /** Within 30 days of the agreement taking effect; that day is not counted, a weekend at the end is rolled over. */
  within30Days: (record, _event, { at }) => {
    if (record.agreement === null) return 'there is no agreement';
    const last = rollOverWeekend(addDays(record.agreement.effective_at.slice(0, 10), 30));
    return at.slice(0, 10) <= last ? null : `the 30 days for a joint application ended on ${last}`;
  },

  confirmedByCourt: (record) =>
    record.confirmation?.result === '裁定有效'
      ? null
      : 'only an agreement that a court has confirmed can be enforced',

  /** 民事诉讼法第二百五十条: two years from the last day for performance. */
  withinTwoYears: (record, _event, { at }) => {
    const due = (record.agreement?.obligations ?? [])
      .filter(({ performed_at }) => performed_at === null)
      .map(({ due_date }) => due_date)
      .sort();
    const latest = due.at(-1);
    if (latest === undefined) return 'every obligation has been performed';
    const last = `${Number(latest.slice(0, 4)) + 2}${latest.slice(4)}`;
    return at.slice(0, 10) <= last ? null : `the two years for enforcement ended on ${last}`;
  },

  /** 公证法第三十七条: an enforceable certificate is for a debt. */
  hasMoneyDebt: (record) =>
    (record.agreement?.obligations ?? []).some(({ amount_yuan }) => amount_yuan !== null)
      ? null
      : 'the agreement has no debt that a notary could make enforceable',
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof guards;

function disputants(record: MediationRecord): Party[] {
  return record.parties.filter(({ side }) => side !== '中立');
}

function asksForBothSides(record: MediationRecord, partyNos: readonly number[]): boolean {
  const asking = new Set(
    record.parties.filter((party) => partyNos.includes(party.party_no)).map((p) => p.side),
  );
  return asking.has('甲方') && asking.has('乙方');
}

function listOf(parties: readonly Party[]): string {
  return parties.map(({ party_no }) => party_no).join(', ');
}
