/** A JSON string, and the colon that makes it a member's name. */
const STRING = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

/**
 * Whether an object in a valid JSON text has a name twice. Parsers differ in which of the two they take, so what is signed
 * with a name twice says two things (RFC 7519 §4).
 */
export function hasRepeatedMember(json: string): boolean {
  let written = 0;
  for (const [, colon] of json.matchAll(STRING)) if (colon !== undefined) written += 1;
  return written !== countMembers(JSON.parse(json));
}

function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const values = Object.values(value);
  const own = Array.isArray(value) ? 0 : values.length;
  return values.reduce<number>((sum, each) => sum + countMembers(each), own);
}
