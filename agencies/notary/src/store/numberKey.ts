/**
 * A printed number in the form this system compares: brackets, width, spaces, 第 and 号, and zeros before the serial do
 * not count. `（2026）测城证内民字第00756号` and `(2026)测城证内民字756` are the same number.
 */
export function numberKey(printed: string): string {
  return printed
    .normalize('NFKC')
    .replace(/[〔【[［{]/g, '(')
    .replace(/[〕】\]］}]/g, ')')
    .replace(/\s/g, '')
    .replace(/[第号]/g, '')
    .replace(/(^|\D)0+(\d+)$/, '$1$2');
}
