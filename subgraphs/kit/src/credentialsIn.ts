/**
 * Every credential of a record, once, in the order met: each text in a member named `credential`, or whose name ends in
 * `Credential`, however deep. So a part that an agency adds to its record names its persons without being told of here.
 */
export function credentialsIn(record: object): string[] {
  const found = new Set<string>();
  collect(record, found);
  return [...found];
}

function collect(part: object, found: Set<string>): void {
  for (const [name, value] of Object.entries(part)) {
    if (typeof value === 'object' && value !== null) collect(value, found);
    else if (typeof value === 'string' && /(^c|C)redential$/.test(name)) found.add(value);
  }
}
