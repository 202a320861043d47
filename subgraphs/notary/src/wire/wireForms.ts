import { formatCredential, parseIdentityDocument } from '@tongban/kit';
import { z } from 'zod';
import { documentTypeWords } from './caseWords.ts';
import { readChineseDate, readChineseDateTime } from './chineseTime.ts';
import type { WordTable } from './wordTable.ts';

/** Shapes of the values in an answer, as zod types over what `readXml` gives. Messages never repeat a value. */

const YUAN = /^(\d{1,12})\.(\d{2})$/;

export const text = z.string().min(1);

/** An empty element is null; an element that is not there is drift. */
export function optional<Output>(inner: z.ZodType<Output>) {
  return z.union([z.literal('').transform(() => null), inner]);
}

/** A word of a closed list, as its code. */
export function word<Code extends string>(words: WordTable<Code>) {
  return converted((value) => words.codeOf(value), 'a word that the list does not have');
}

/** A word of an open list, as its code; what has no word travels as a code itself. */
export function openWord(words: WordTable<string>) {
  return converted(
    (value) => words.codeOf(value) ?? (/^[A-Z][A-Z0-9_]{0,63}$/.test(value) ? value : null),
    'neither a word of the list nor a code',
  );
}

export const dateTime = converted(readChineseDateTime, 'not a time that the calendar has');
export const date = converted(readChineseDate, 'not a day that the calendar has');
export const yuan = converted((value) => {
  const match = YUAN.exec(value);
  return match === null ? null : Number(match[1]) * 100 + Number(match[2]);
}, 'not yuan with two decimals');
export const yesNo = converted(
  (value) => (value === '是' ? true : value === '否' ? false : null),
  'not 是 or 否',
);
export const count = converted((value) => (/^\d{1,9}$/.test(value) ? Number(value) : null), 'not a count');
export const sm3 = z.string().regex(/^[0-9a-f]{64}$/);
export const region = z.string().regex(/^\d{6}$/);
/** What a graph id can carry (`parseCaseRef` of the kit). */
export const acceptanceNo = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z_-]{0,63}$/);

/** `<名列表><名>…</名></名列表>`; an empty list is an empty element. */
export function listOf<Output>(item: string, inner: z.ZodType<Output>) {
  return z.union([
    z.literal('').transform((): Output[] => []),
    z
      .object({ [item]: z.union([z.array(inner), inner.transform((one) => [one])]) })
      .transform((holder) => (holder as Record<string, Output[]>)[item] ?? []),
  ]);
}

/** A person's credential `TYPE:NUMBER`. A number that is no such document is kept as it is: it still is one person's. */
export function toCredential(type: string, number: string): string {
  const document = parseIdentityDocument(type, number);
  return document === null ? `${type}:${number}` : formatCredential(document);
}

/** A person by document or a body by register code, exactly one of the two. */
export const subjectFields = {
  证件类型: optional(word(documentTypeWords)),
  证件号码: optional(text),
  单位代码: optional(text),
};

/** Null where both or neither are given. */
export function toSubject(fields: {
  readonly 证件类型: string | null;
  readonly 证件号码: string | null;
  readonly 单位代码: string | null;
}): { readonly credential: string | null; readonly organization: string | null } | null {
  const { 证件类型: type, 证件号码: number, 单位代码: organization } = fields;
  if (type !== null && number !== null && organization === null) {
    return { credential: toCredential(type, number), organization: null };
  }
  return type === null && number === null && organization !== null
    ? { credential: null, organization }
    : null;
}

export const subject = z.object(subjectFields).transform((fields, context) => {
  const found = toSubject(fields);
  if (found !== null) return found;
  context.addIssue({ code: 'custom', message: 'neither one person nor one body' });
  return z.NEVER;
});

function converted<Output>(convert: (value: string) => Output | null, message: string) {
  return z.string().transform((value, context): Output => {
    const result = convert(value);
    if (result === null) {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    return result;
  });
}
