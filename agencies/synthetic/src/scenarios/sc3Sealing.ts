import { createDocument } from '../build/createDocument.ts';
import type { HistoryEntry } from '../build/createHistory.ts';
import { cast } from '../cast.ts';

/** Numbers on the documents of Chen's cases, all of them sealed. */
export const sc3ChenNumbers = {
  forwardedApplication: '（2026）测州中援申字第0020号',
  notice: '测公中（刑）辩通字〔2026〕18号',
  defence: '（2026）测州中援字第0021号',
  assignment: '（2026）测州中援指字第0021号',
  ageOpinion: '测安所[2026]临鉴字第20号',
  psychiatricOpinion: '测安所[2026]精鉴字第3号',
  agreement: '（2026）测诉前人调字第0007号',
  sealing: '测中检未封〔2026〕5号',
} as const;

/** Marks of every case of Chen. */
export const sc3Secrecy = ['privacy', 'minor', 'sealed'];

/** Step 9: the procuratorate's notice reaches each body within days of the decision not to prosecute. */
export function sealedAt(at: string): HistoryEntry {
  return ['SEAL', at, 'CASE_ORGAN', { documentNo: sc3ChenNumbers.sealing }];
}

/** The notice itself, in every sealed file. */
export const sealingNotice = createDocument(
  '封存通知书',
  sc3ChenNumbers.sealing,
  '2026-09-02 09:00',
  cast.bodies.procuratorate,
);
