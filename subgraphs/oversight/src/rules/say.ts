/** The day of an instant in +08:00, as facts give them. */
export function day(instant: string): string {
  return instant.slice(0, 10);
}

/** Fen as yuan: `CNY 186000.00`. */
export function yuan(fen: number): string {
  return `CNY ${(fen / 100).toFixed(2)}`;
}

/** `a, b and c`. */
export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** `1 party`, `2 parties`. */
export function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}
