import { SUBJECT_TAG } from '../subjectTags.ts';

/** A case that was read for an answer. */
export interface TouchedCase {
  /** Id in the graph, without anything personal. */
  readonly id: string;
  /** What the caller got of it. `HIDDEN`: it was found, and he was not shown it. */
  readonly disclosure: Disclosure;
  /** What makes it secret, in the subgraph's words. */
  readonly marks: readonly string[];
}

export type Disclosure = 'FULL' | 'MASKED' | 'HIDDEN';

/** One person whom an answer touches. */
export interface TouchedSubject {
  /** The caller himself. */
  readonly isSelf: boolean;
  /** The register of persons was asked about him, with what the caller got of it; null: it was not. */
  readonly register: Disclosure | null;
  readonly cases: readonly TouchedCase[];
}

/**
 * What a subgraph says of an answer: whose data it read for it. It stands in `extensions.access` of the answer, and goes no further
 * than the gateway.
 */
export interface TouchedData {
  /** Keyed tags, each once. */
  readonly subjects: readonly string[];
  readonly cases: readonly (TouchedCase & { readonly subjects: readonly number[] })[];
  /** Indexes into `subjects`. */
  readonly self: readonly number[];
  readonly register: readonly { readonly subject: number; readonly disclosure: Disclosure }[];
}

const DISCLOSURES: ReadonlySet<unknown> = new Set(['FULL', 'MASKED', 'HIDDEN']);
const MOST_SUBJECTS = 20_000;
const CASE_ID = /^[\x21-\x7e]{1,128}$/;
const MARK = /^[A-Za-z]{1,32}$/;

/** Null where it has not the form of `TouchedData`: then nobody knows whose data an answer has, and it cannot be used. */
export function readTouchedData(value: unknown): TouchedData | null {
  if (!isRecord(value)) return null;
  const { subjects = [], cases = [], self = [], register = [] } = value;
  if (!isListOf(subjects, isTag) || subjects.length > MOST_SUBJECTS) return null;
  const isIndex = (index: unknown): index is number =>
    Number.isInteger(index) && (index as number) >= 0 && (index as number) < subjects.length;
  const isCase = (item: unknown): item is TouchedData['cases'][number] =>
    isRecord(item) &&
    typeof item.id === 'string' &&
    CASE_ID.test(item.id) &&
    DISCLOSURES.has(item.disclosure) &&
    isListOf(item.marks, (mark) => typeof mark === 'string' && MARK.test(mark)) &&
    isListOf(item.subjects, isIndex);
  const isLookup = (item: unknown): item is TouchedData['register'][number] =>
    isRecord(item) && isIndex(item.subject) && DISCLOSURES.has(item.disclosure);
  if (!isListOf(cases, isCase) || !isListOf(self, isIndex) || !isListOf(register, isLookup)) return null;
  return { subjects, cases, self, register };
}

function isTag(value: unknown): value is string {
  return typeof value === 'string' && SUBJECT_TAG.test(value);
}

function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is Item[];
function isListOf(value: unknown, isItem: (item: unknown) => boolean): value is unknown[];
function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
