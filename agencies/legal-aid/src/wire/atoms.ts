import { z } from 'zod';
import { documentTypes } from '../aidCodes.ts';

const instantPattern =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?\+08:00$/;

/** An instant as this system writes it: RFC 3339 in China Standard Time. */
export const Instant = z
  .string()
  .regex(instantPattern)
  .meta({ description: 'RFC 3339 instant in China Standard Time', example: '2026-03-02T09:00:00+08:00' });

/** An instant as a caller may write it: RFC 3339 with any offset. */
export const AnyInstant = z.iso.datetime({ offset: true });

/** A calendar date. */
export const PlainDate = z.iso.date();

/** CNY in fen. */
export const Fen = z.int().min(0).max(1_000_000_000_000).meta({ description: 'CNY in fen' });

/** A number printed on a document, brackets and all. */
export const PrintedNumber = z.string().trim().min(1).max(100);

/** GB/T 2260, six digits. */
export const Region = z.string().regex(/^\d{6}$/);

/** Code of a body in the register: 统一社会信用代码, or the register's own where a body has none. */
export const BodyCode = z.string().regex(/^[0-9A-Z-]{1,40}$/);

/** Number of a practitioner's licence. */
export const PractitionerNo = z.string().regex(/^[0-9A-Za-z-]{1,40}$/);

/** An identity document: type and number. */
export const IdentityDocument = z.strictObject({
  type: z.enum(documentTypes),
  number: z
    .string()
    .regex(/^[0-9A-Za-z()/-]{1,40}$/)
    .toUpperCase(),
});

/** A word chosen by this system, UPPER_CASE. */
export const Word = z.string().regex(/^[A-Z][A-Z0-9_]{1,59}$/);

/** A line or short paragraph written by a person: no control characters but line breaks. */
export function text(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .regex(/^[^\p{Cc}\p{Cs}]*(?:[\r\n\t][^\p{Cc}\p{Cs}]*)*$/u);
}
