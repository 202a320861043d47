/**
 * The form in which numbers printed on documents are compared: NFKC, every bracket round, no spaces, 第 and 号 dropped,
 * leading zeros of the serial at the end dropped. `（2024）京援字第0123号` gives `(2024)京援字123`. Idempotent.
 */
export function normaliseNumber(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[〔［【{[]/g, '(')
    .replace(/[〕］】}\]]/g, ')')
    .replace(/[\s\p{Cf}\p{Cc}第号號]/gu, '')
    .replace(/(?<!\d)0+(?=\d+$)/, '');
}
