import { documentTypeWords } from './caseWords.ts';
import type { XmlElement } from './writeXml.ts';

/** Names of persons (by credential) and bodies (by code), for the records of one answer. */
export type Names = ReadonlyMap<string, string>;

/** A person by document, or a body by code: exactly one of the two is filled; the name where this system has it. */
export function subjectContent(id: string, names: Names): readonly XmlElement[] {
  const [type, number] = splitCredential(id);
  return [
    ['证件类型', type],
    ['证件号码', number],
    ['单位代码', type === null ? id : null],
    ['名称', names.get(id) ?? null],
  ];
}

/** Null for a body's code, which has no colon. */
export function splitCredential(id: string): readonly [type: string, number: string] | readonly [null, null] {
  const colon = id.indexOf(':');
  const type = id.slice(0, colon);
  if (colon < 0 || !documentTypeWords.has(type)) return [null, null];
  return [documentTypeWords.wordOf(type), id.slice(colon + 1)];
}
