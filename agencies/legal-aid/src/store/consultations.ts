import type { DatabaseSync } from 'node:sqlite';
import type { WireConsultation } from '../wire/aidCase.ts';
import type { ConsultationRow } from './caseRows.ts';
import type { Place } from './cursor.ts';
import { toWireConsultation } from './toWireCase.ts';

/** The register of consultations (咨询登记), a process of its own beside the cases (SF/T 0024-2017). */
export interface Consultations {
  byNumber(consultNo: string): WireConsultation | null;
  /** Newest first, from just after `place`, in regions that begin with `region`. */
  page(region: string, place: Place | null, limit: number): { items: WireConsultation[]; hasMore: boolean };
  insert(consultation: WireConsultation): void;
  /** Notes that an application came of it. */
  convert(consultNo: string, caseKey: string): void;
}

export function createConsultations(database: DatabaseSync): Consultations {
  const byNumber = database.prepare('SELECT * FROM consultation WHERE consult_no = ?');
  const page = database.prepare(
    `SELECT * FROM consultation WHERE region >= ?1 AND region < ?1 || ':' AND (asked_at, consult_no) < (?2, ?3)
     ORDER BY asked_at DESC, consult_no DESC LIMIT ?4`,
  );
  const insert = database.prepare(
    `INSERT INTO consultation (consult_no, region, channel, asked_at, topic, answered_by, answered_at, told_of_right,
       satisfaction, converted_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const convert = database.prepare('UPDATE consultation SET converted_to = ? WHERE consult_no = ?');

  return {
    byNumber(consultNo) {
      const row = byNumber.get(consultNo) as unknown as ConsultationRow | undefined;
      return row === undefined ? null : toWireConsultation(row);
    },
    page(region, place, limit) {
      const { at, key } = place ?? { at: '9999-12-31T23:59:59+08:00', key: '~' };
      const rows = page.all(region, at, key, limit + 1) as unknown as ConsultationRow[];
      return { items: rows.slice(0, limit).map(toWireConsultation), hasMore: rows.length > limit };
    },
    insert(c) {
      insert.run(
        c.consultNo,
        c.region,
        c.channel,
        c.askedAt,
        c.topic,
        c.answeredBy,
        c.answeredAt,
        c.toldOfRight ? 1 : 0,
        c.satisfaction,
        c.convertedTo,
      );
    },
    convert(consultNo, caseKey) {
      convert.run(caseKey, consultNo);
    },
  };
}
