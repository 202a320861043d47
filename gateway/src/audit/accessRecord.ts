import canonicalize from 'canonicalize';
import { z } from 'zod';
import { canonicalObject } from './canonicalObject.ts';
import { indexRecord } from './completeness/indexRecord.ts';
import { SUBJECT_TAG } from './subjectTags.ts';

/** What C2SP tlog-tiles can carry of one entry: its length is a uint16 ("Log entries"). */
export const MAX_RECORD_BYTES = 65_535;

/** Ids and names as they stand in tokens, headers and schemas; nothing in which a name of a person could be written out. */
const word = z.string().regex(/^[\x21-\x7e]{1,128}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const coordinate = z.string().regex(/^[_A-Za-z]\w*(\.[_A-Za-z]\w*)?$/);
const count = z.int().nonnegative();

const common = {
  v: z.literal(1),
  /** When it was written, by the clock of the writer. Order is told by the index in the log, never by this. */
  time: z.iso.datetime({ precision: 3 }),
  /** Who asked; `id` is opaque, as the token has it. `service`: where staff work. */
  actor: canonicalObject({ id: word, role: word, organisation: word.nullable(), service: word.nullable() }),
  purpose: word.nullable(),
  caseReference: word.nullable(),
  /** Of the operation as it was executed. */
  operation: sha256,
  requestId: word,
  /**
   * Schema coordinates that the operation asks for: in an intent all of them, in an outcome those that the caller may see. Very many
   * stand as their types alone.
   */
  fields: z.array(coordinate),
};

/** Written before anything is fetched: that somebody is about to look. */
const intent = canonicalObject({ phase: z.literal('intent'), ...common });

/** Written before the answer leaves: what was looked at. */
const outcome = canonicalObject({
  phase: z.literal('outcome'),
  ...common,
  /** `denied`: something was refused, or everything that was found is hidden from the caller. */
  decision: z.enum(['allowed', 'denied']),
  /** The most that was shown of anybody; `none` where nothing was. */
  disclosure: z.enum(['full', 'masked', 'none']),
  /** Codes of the errors in the answer, each once. */
  errors: z.array(word),
  /** Keyed tags of the persons that the answer touches, whether or not they were shown. */
  subjects: z.array(z.string().regex(SUBJECT_TAG)),
  /** SHA-256 of what is sealed about each subject, in their order: it can be erased, and this stays. Null: nothing is. */
  payloads: z.array(sha256.nullable()),
  /** Of the whole outcome: persons and cases that it touches, and of the cases those that were masked or hidden. */
  counts: canonicalObject({ subjects: count, cases: count, masked: count, hidden: count }),
  /** Subgraphs. `failed`: those that did not answer properly. */
  agencies: canonicalObject({ asked: z.array(word), failed: z.array(word) }),
  /** An outcome that does not fit one record is several: this is number `number`, from 1, of `of`. */
  part: canonicalObject({ number: z.int().positive(), of: z.int().positive() }),
});

const accessRecordSchema = z.discriminatedUnion('phase', [intent, outcome, indexRecord]);

export type AccessRecord = z.infer<typeof accessRecordSchema>;
export type IntentRecord = z.infer<typeof intent>;
export type OutcomeRecord = z.infer<typeof outcome>;

/**
 * The bytes of a record, as RFC 8785 (JCS) writes JSON. They are what is hashed, so there is one way to write each record.
 *
 * @throws Error where something is missing or of another form, without repeating it, or the record is over the limit.
 */
export function encodeAccessRecord(record: AccessRecord): Buffer {
  const checked = accessRecordSchema.safeParse(record);
  if (!checked.success) throw new Error(`not an access record: ${placesOf(checked.error)}`);
  const bytes = Buffer.from(JSON.stringify(checked.data));
  if (bytes.length > MAX_RECORD_BYTES) throw new Error(`an access record has ${bytes.length} bytes`);
  return bytes;
}

/** @throws Error where the bytes are not those that `encodeAccessRecord` writes. */
export function decodeAccessRecord(bytes: Uint8Array): AccessRecord {
  const parsed = accessRecordSchema.safeParse(JSON.parse(Buffer.from(bytes).toString()));
  if (!parsed.success) throw new Error(`not an access record: ${placesOf(parsed.error)}`);
  if (Buffer.compare(bytes, Buffer.from(canonicalize(parsed.data) as string)) !== 0) {
    throw new Error('an access record is not written as RFC 8785 has it');
  }
  return parsed.data;
}

/** Of subjects and of payloads in one record: a pair takes 130 bytes at most, so that 13,000 are left for the rest. */
const ITEMS_OF_PART = 400;

/** An outcome as records that fit: it is divided by subjects and payloads, and what remains is in each part. */
export function partsOfOutcome(record: Omit<OutcomeRecord, 'part'>): OutcomeRecord[] {
  const { subjects, payloads } = record;
  const of = Math.max(1, Math.ceil(Math.max(subjects.length, payloads.length) / ITEMS_OF_PART));
  return Array.from({ length: of }, (_, at) => ({
    ...record,
    subjects: subjects.slice(at * ITEMS_OF_PART, (at + 1) * ITEMS_OF_PART),
    payloads: payloads.slice(at * ITEMS_OF_PART, (at + 1) * ITEMS_OF_PART),
    part: { number: at + 1, of },
  }));
}

/** The tags that a record is to be found by, from the bytes that `encodeAccessRecord` wrote; they are not checked again. */
export function subjectsOfRecord(body: Uint8Array): readonly string[] {
  const record = JSON.parse(
    Buffer.from(body.buffer, body.byteOffset, body.length).toString(),
  ) as AccessRecord;
  return record.phase === 'outcome' ? record.subjects : [];
}

function placesOf(error: z.ZodError): string {
  return error.issues.map((issue) => issue.path.join('.') || '(the whole)').join(', ');
}
