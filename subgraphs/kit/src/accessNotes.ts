import type { CaseRecord } from './caseRecord.ts';
import { credentialsIn } from './credentialsIn.ts';
import type { SubjectTags } from './subjectTags.ts';

/** How much of a case the caller gets: HIDDEN, it was found and is not shown; else the group `case` of the sharing matrix. */
export type CaseDisclosure = 'FULL' | 'MASKED' | 'HIDDEN';

/** What an answer touched, without any personal data: `extensions.access` of a subgraph's answer, for the gateway alone. */
export interface AccessReport {
  /** Tags of natural persons, each once. */
  readonly subjects: readonly string[];
  readonly cases: readonly {
    readonly id: string;
    readonly disclosure: CaseDisclosure;
    /** Those of its marks that decide when persons learn of a look. */
    readonly marks: readonly ('sealed' | 'willSecret')[];
    /** Indexes into `subjects`: everybody in the case. */
    readonly subjects: readonly number[];
  }[];
}

/** Gathers during one request whom and which cases it touches; made where records are read, whatever is shown of them. */
export interface AccessNotes {
  /** A person was looked up, or asked about: noted even where nothing is found or shown. @param credential `TYPE:NUMBER` */
  person(credential: string): void;
  /**
   * A system gave this case; everybody in it is noted too. Of several notes of one case the one that shows most counts, so
   * a case is noted as HIDDEN where it is read and again where it is given to the caller.
   */
  case(record: NotedCase, disclosure: CaseDisclosure): void;
  /** Null where nothing personal was touched. */
  report(): AccessReport | null;
}

/** What of a case is noted; credentials are found wherever the record has them. */
export type NotedCase = Pick<CaseRecord, 'ref' | 'secrecy' | 'parties'>;

interface Entry {
  disclosure: CaseDisclosure;
  readonly records: Set<NotedCase>;
  readonly marks: Set<'sealed' | 'willSecret'>;
  readonly subjects: Set<number>;
}

const MORE: readonly CaseDisclosure[] = ['HIDDEN', 'MASKED', 'FULL'];

/** One for each request. */
export function createAccessNotes(tags: Pick<SubjectTags, 'tagOf'>): AccessNotes {
  const subjects = new Map<string, number>();
  const cases = new Map<string, Entry>();

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
    case(record, disclosure) {
      const entry = entryOf(record.ref);
      if (MORE.indexOf(disclosure) > MORE.indexOf(entry.disclosure)) entry.disclosure = disclosure;
      if (entry.records.has(record)) return;
      entry.records.add(record);
      for (const mark of record.secrecy) {
        if (mark === 'sealed' || mark === 'willSecret') entry.marks.add(mark);
      }
      for (const credential of credentialsIn(record)) entry.subjects.add(indexOf(credential));
    },
    report: () =>
      subjects.size === 0 && cases.size === 0
        ? null
        : {
            subjects: [...subjects.keys()].map(tags.tagOf),
            cases: [...cases].map(([id, entry]) => ({
              id,
              disclosure: entry.disclosure,
              marks: [...entry.marks],
              subjects: [...entry.subjects],
            })),
          },
  };
}
