import type { ActorRole } from '../vocabulary.ts';
import type { MediationStatus } from './mediationStatus.ts';

/** Something written into the record without moving its status. */
export interface Recording {
  readonly event: string;
  readonly by: ActorRole;
  /** Where it may be written; null: in any status. */
  readonly in: readonly MediationStatus[] | null;
  /** Kind of document that goes into the file with it; absent where there is none. */
  readonly document?: string;
  /** Whether the status history has a line for it. */
  readonly inHistory?: true;
}

const afterAgreement: readonly MediationStatus[] = [
  '达成协议',
  '已申请司法确认',
  '已受理司法确认',
  '不予受理司法确认',
  '撤回司法确认申请',
  '裁定有效',
  '裁定驳回',
  '已办赋强公证',
  '未履行',
  '申请执行',
];

/** The events that leave the status as it is. 封存 and 解除封存 need the number of the document that orders them. */
export const recordings: readonly Recording[] = [
  { event: '披露利害关系', by: '调解员', in: ['征询意愿', '受理', '调解中'], document: '披露记录' },
  { event: '记录调解', by: '调解员', in: ['调解中'], document: '调解记录' },
  { event: '标记激化风险', by: '调解员', in: ['征询意愿', '受理', '调解中', '调解不成', '未履行'] },
  { event: '记录履行', by: '调解员', in: afterAgreement, document: '履行凭证' },
  { event: '回访', by: '调解员', in: [...afterAgreement, '履行'], document: '回访记录' },
  { event: '封存', by: '登记员', in: null, inHistory: true },
  { event: '解除封存', by: '登记员', in: null, inHistory: true },
];

/** The recordings that are possible in `status`. */
export function recordingsIn(status: MediationStatus): string[] {
  return recordings
    .filter((recording) => recording.in === null || recording.in.includes(status))
    .map(({ event }) => event);
}
