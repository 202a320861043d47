const YUAN = /^(\d{1,12})\.(\d{2})$/;

/** Fen as yuan with two decimals, as this system prints money: 120050 → `1200.50`. */
export function toYuan(fen: number): string {
  return `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

/** `1200.50` → 120050 fen, without floating point; null where the text is not an amount. */
export function readYuan(text: string): number | null {
  const match = YUAN.exec(text);
  return match === null ? null : Number(match[1]) * 100 + Number(match[2]);
}
