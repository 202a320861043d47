import { z } from 'zod';
import { documentTypeWords } from './caseWords.ts';
import { readChineseDate, readChineseDateTime } from './chineseTime.ts';
import type { WordTable } from './wordTable.ts';
import { readYuan } from './yuan.ts';

/** Shapes of the values in a request, as zod types over what `readXml` gives. */

const MAX_TEXT = 2_000;

export const text = z.string('应为文本').trim().min(1, '不能为空').max(MAX_TEXT, `不能超过${MAX_TEXT}字`);

/** Absent and empty are the same: null. */
export function optional<Output>(inner: z.ZodType<Output>) {
  return z
    .union([z.literal('').transform(() => null), inner])
    .optional()
    .transform((value) => value ?? null);
}

export function word<Code extends string>(words: WordTable<Code>) {
  return converted((value) => words.codeOf(value), '不在代码表中');
}

export const dateTime = converted(readChineseDateTime, '应为存在的时间，如2026年11月23日 09时05分');
export const date = converted(readChineseDate, '应为存在的日期，如2026年11月23日');
export const yuan = converted(readYuan, '应为两位小数的元，如1200.50');
export const yesNo = converted(
  (value) => (value === '是' ? true : value === '否' ? false : null),
  '应为是或否',
);
export const count = converted((value) => (/^\d{1,9}$/.test(value) ? Number(value) : null), '应为非负整数');

/** `<名列表><名>…</名></名列表>`; an empty list is an empty element. */
export function listOf<Output>(item: string, inner: z.ZodType<Output>) {
  return z.union([
    z.literal('').transform((): Output[] => []),
    z
      .strictObject({ [item]: z.union([z.array(inner), inner.transform((one) => [one])]) })
      .transform((holder) => (holder as Record<string, Output[]>)[item] ?? []),
  ]);
}

/** A natural person's document as a credential `TYPE:NUMBER`. */
export const credential = z
  .strictObject({ 证件类型: word(documentTypeWords), 证件号码: text })
  .transform((person) => `${person.证件类型}:${person.证件号码}`);

/** A natural person by document, or a body by code. */
export const subject = z
  .strictObject({
    证件类型: optional(word(documentTypeWords)),
    证件号码: optional(text),
    单位代码: optional(text),
  })
  .transform((it, context) => {
    if (it.证件类型 !== null && it.证件号码 !== null && it.单位代码 === null)
      return `${it.证件类型}:${it.证件号码}`;
    if (it.证件类型 === null && it.证件号码 === null && it.单位代码 !== null) return it.单位代码;
    context.addIssue({ code: 'custom', message: '应填证件或单位代码之一' });
    return z.NEVER;
  });

function converted<Output>(convert: (value: string) => Output | null, message: string) {
  return z.string('应为文本').transform((value, context): Output => {
    const converted = convert(value);
    if (converted === null) {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    return converted;
  });
}
