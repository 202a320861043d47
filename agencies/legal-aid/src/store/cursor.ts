/** A place in a list ordered by an instant and then by a key. */
export interface Place {
  readonly at: string;
  readonly key: string;
}

/** Writes a place as the opaque cursor that callers hand back. */
export function toCursor(place: Place): string {
  return Buffer.from(`${place.at} ${place.key}`).toString('base64url');
}

/** Reads a cursor, or answers null when it is not one that `toCursor` wrote. */
export function fromCursor(cursor: string): Place | null {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]+\+08:00) (\P{Cc}{1,100})$/u.exec(text);
  return match?.[1] === undefined || match[2] === undefined ? null : { at: match[1], key: match[2] };
}
