import type { Receipt } from '../sequencer.ts';

/** `extensions.audit`: the receipt of an answer. With it the record can be found and proven, and nobody can say that there was none. */
export interface AuditExtension extends Receipt {
  /** All receipts, where the answer is about so many persons that it takes several records; `index` is then the first of them. */
  readonly parts?: readonly Receipt[];
}

export function toAuditExtension(receipts: readonly Receipt[]): AuditExtension | null {
  const [first] = receipts;
  if (first === undefined) return null;
  return receipts.length === 1 ? first : { ...first, parts: receipts };
}
