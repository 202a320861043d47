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

const MOST_NAMED = 10;

/** As `list`, but of a long list only the first ten and how many more there are. */
export function some(items: readonly string[]): string {
  const more = items.length - MOST_NAMED;
  return more <= 0 ? list(items) : list([...items.slice(0, MOST_NAMED), `${more} more`]);
}
