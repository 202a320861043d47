import type { DatabaseSync } from 'node:sqlite';
import { numberKey } from './numberKey.ts';

/** The word in a document's number that tells its kind; kinds that are not here carry no number. */
const words: Readonly<Record<string, string>> = {
  法律援助申请表: '申',
  申请材料接收凭证: '收',
  '补充材料/说明通知书': '补',
  先行提供法律援助通知书: '先',
  给予法律援助决定书: '给',
  不予法律援助决定书: '不',
  终止法律援助决定书: '终',
  异议审查决定书: '异',
  指派通知书: '指',
  '委托代理/辩护协议': '协',
  更换法律援助人员通知书: '换',
};

/**
 * Gives documents their numbers, such as `（2026）测援给字第0007号`, one series for each kind and year. The 2023 forms
 * print only `编号：`, so the pattern is this agency's own.
 *
 * Call inside the transaction that stores the document: a number is given once.
 */
export function createNumbering(database: DatabaseSync, place: string) {
  const next = database.prepare(
    `INSERT INTO number_series (series, last) VALUES (?, 1)
     ON CONFLICT (series) DO UPDATE SET last = last + 1 RETURNING last`,
  );
  const taken = database.prepare('SELECT 1 FROM case_number WHERE number_key = ? LIMIT 1');

  /** The next free number for a kind of document, or null for kinds without numbers. `at` is in +08:00. */
  return (kind: string, at: string): string | null => {
    const word = words[kind];
    if (word === undefined) return null;
    const prefix = `（${at.slice(0, 4)}）${place}援${word}字第`;
    for (;;) {
      const { last } = next.get(prefix) as { last: number };
      const number = `${prefix}${String(last).padStart(4, '0')}号`;
      if (taken.get(numberKey(number)) === undefined) return number;
    }
  };
}
