import { addDays, addMonths } from '../chinaTime.ts';
import type { MediationRecord } from '../mediationRecord.ts';

const TERM_MONTHS = 1;
const COURT_TERM_DAYS = 30;

/**
 * Sets the day by which the mediation should end: one month for people's mediation (人民调解工作若干规定第三十三条),
 * 30 days for one that a court delegated or entrusted (特邀调解规定第二十七条), longer where both sides asked.
 * Days that a pause takes out, and shorter terms of a court, are for whoever reckons deadlines.
 */
export function withDueDate(record: MediationRecord): MediationRecord {
  if (record.accepted_at === null) return record;
  const accepted = record.accepted_at.slice(0, 10);
  const more = record.extensions.reduce((sum, { length }) => sum + length, 0);
  const due_date = isCourtInvited(record)
    ? addDays(accepted, COURT_TERM_DAYS + more)
    : addMonths(accepted, TERM_MONTHS + more);
  return { ...record, due_date };
}

/** Whether a court handed the dispute over, before filing (委派) or after (委托). */
export function isCourtInvited({ source }: Pick<MediationRecord, 'source'>): boolean {
  return source === '委派' || source === '委托';
}
