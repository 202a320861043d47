/**
 * The form in which printed numbers are compared: full-width characters and every kind of bracket made one, spaces and
 * the words 第 and 号 dropped, leading zeros of the serial dropped. `（2026）测人调字第0018号` and `(2026)测人调字18`
 * have the same key. Two printed numbers can share a key; then both mediations answer.
 */
export function numberKey(printed: string): string {
  return printed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s+/gu, '')
    .replace(/[〔【[{(]/gu, '(')
    .replace(/[〕】\]})]/gu, ')')
    .replace(/[第号]/gu, '')
    .replace(/(\D)0+(\d+)$/u, '$1$2');
}
