/** A decimal string in yuan as a whole number of fen; exact, for nothing passes through a float. */
export function toFen(yuan: string): bigint {
  return BigInt(yuan.replace('.', ''));
}

/** A whole number of fen as a decimal string in yuan with two places. */
export function toYuan(fen: number | bigint): string {
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
