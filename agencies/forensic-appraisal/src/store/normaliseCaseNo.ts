/**
 * The form under which numbers are looked up: full-width becomes half-width, every bracket becomes round, spaces and
 * 第/号 go, and the serial loses its leading zeros. `四八测试所［2026］临鉴字第 007 号` → `四八测试所(2026)临鉴字7`.
 */
export function normaliseCaseNo(printed: string): string {
  return printed
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[[〔【{]/gu, '(')
    .replace(/[\]〕】}]/gu, ')')
    .replace(/[第号]/gu, '')
    .replace(/(?<!\d)0+(?=\d+$)/u, '');
}
