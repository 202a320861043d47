/**
 * The form in which printed numbers are compared: full-width characters and every kind of bracket made one, spaces and
 * the words 第 and 号 dropped, leading zeros of the serial dropped. `（2026）测援字第0007号` and `(2026)测援字7`
 * have the same key. Two different printed numbers can share a key; then both cases answer.
 */
export function numberKey(printed: string): string {
  return printed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s+/gu, '')
    .replace(/[〔[【{(]/gu, '(')
    .replace(/[〕\]】})]/gu, ')')
    .replace(/第|号/gu, '')
    .replace(/(\D)0+(\d+)$/u, '$1$2');
}
