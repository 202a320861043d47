import type { CaseRecord } from './caseRecord.ts';
import { credentialsIn } from './credentialsIn.ts';
import type { SubjectTags } from './subjectTags.ts';

/**
 * How much the caller gets of what was found: HIDDEN, it is not shown. Of a case, what the group `case` of the sharing matrix
 * says.
 */
export type Disclosure = 'FULL' | 'MASKED' | 'HIDDEN';

/** What an answer touched, without any personal data: `extensions.access` of a subgraph's answer, for the gateway alone. */
export interface AccessReport {
  /** Tags of natural persons, each once. */
  readonly subjects: readonly string[];
  readonly cases: readonly {
    readonly id: string;
    readonly disclosure: Disclosure;
    /** Those of its marks that decide when persons learn of a look. */
    readonly marks: readonly ('sealed' | 'willSecret')[];
    /** Indexes into `subjects`: everybody in the case. */
    readonly subjects: readonly number[];
  }[];
  /** Indexes into `subjects`: the caller; absent where the caller is not among them. */
  readonly self?: readonly number[];
  /** Persons whom the register of persons was asked about, with what the caller got of it; absent where there are none. */
  readonly register?: readonly { readonly subject: number; readonly disclosure: Disclosure }[];
}

/** Gathers during one request whom and which cases it touches; made where records are read, whatever is shown of them. */
export interface AccessNotes {
  /** A person was looked up, or asked about: noted even where nothing is found or shown. @param credential `TYPE:NUMBER` */
  person(credential: string): void;
  /** The register of persons was asked about a person, who is noted too. Of several notes the one that shows most counts. */
  register(credential: string, disclosure: Disclosure): void;
  /** The caller is this person too, by another document than the token's. */
  self(credential: string): void;
  /**
   * A system gave this case; everybody in it is noted too. Of several notes of one case the one that shows most counts, so
   * a case is noted as HIDDEN where it is read and again where it is given to the caller.
   */
  case(record: NotedCase, disclosure: Disclosure): void;
  /** Null where nothing personal was touched. */
  report(): AccessReport | null;
}

/** What of a case is noted; credentials are found wherever the record has them. */
export type NotedCase = Pick<CaseRecord, 'ref' | 'secrecy' | 'parties'>;

interface Entry {
  disclosure: Disclosure;
  readonly records: Set<NotedCase>;
  readonly marks: Set<'sealed' | 'willSecret'>;
  readonly subjects: Set<number>;
}

const MORE: readonly Disclosure[] = ['HIDDEN', 'MASKED', 'FULL'];
const more = (one: Disclosure, other: Disclosure) => (MORE.indexOf(one) < MORE.indexOf(other) ? other : one);

/**
 * One for each request.
 *
 * @param caller credential of the person behind the token, or null
 */
export function createAccessNotes(
  tags: Pick<SubjectTags, 'tagOf'>,
  caller: string | null = null,
): AccessNotes {
  const subjects = new Map<string, number>();
  const cases = new Map<string, Entry>();
  const own = new Set(caller === null ? [] : [caller]);
  const looked = new Map<number, Disclosure>();

  const indexOf = (credential: string) => {
    const index = subjects.get(credential) ?? subjects.size;
    subjects.set(credential, index);
    return index;
  };
  const entryOf = (ref: string) => {
    const entry: Entry = cases.get(ref) ?? {
      disclosure: 'HIDDEN',
      records: new Set(),
      marks: new Set(),
      subjects: new Set(),
    };
    cases.set(ref, entry);
    return entry;
  };

  return {
    person: (credential) => void indexOf(credential),
    register(credential, disclosure) {
      const index = indexOf(credential);
      looked.set(index, more(looked.get(index) ?? 'HIDDEN', disclosure));
    },
    self: (credential) => void own.add(credential),
    case(record, disclosure) {
      const entry = entryOf(record.ref);
      entry.disclosure = more(entry.disclosure, disclosure);
      if (entry.records.has(record)) return;
      entry.records.add(record);
      for (const mark of record.secrecy) {
        if (mark === 'sealed' || mark === 'willSecret') entry.marks.add(mark);
      }
      for (const credential of credentialsIn(record)) entry.subjects.add(indexOf(credential));
    },
    report() {
      if (subjects.size === 0 && cases.size === 0) return null;
      const self = [...own].flatMap((credential) => subjects.get(credential) ?? []);
      const register = [...looked].map(([subject, disclosure]) => ({ subject, disclosure }));
      return {
        subjects: [...subjects.keys()].map(tags.tagOf),
        cases: [...cases].map(([id, entry]) => ({
          id,
          disclosure: entry.disclosure,
          marks: [...entry.marks],
          subjects: [...entry.subjects],
        })),
        ...(self.length === 0 ? {} : { self }),
        ...(register.length === 0 ? {} : { register }),
      };
    },
  };
}
