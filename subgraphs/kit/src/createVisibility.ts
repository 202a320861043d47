import {
  type FieldGroup,
  fieldGroups,
  type Relation,
  readSharingMatrix,
  type SharedService,
  type SharingLevel,
  sharedServices,
  sharingLevels,
} from '@tongban/schema';
import type { Disclosure } from './accessNotes.ts';
import type { Caller } from './caller.ts';
import type { CaseRecord, DocumentRecord, SecrecyMark } from './caseRecord.ts';
import { regionsToList } from './regionsToList.ts';
import { ownParties, relationOf } from './relationOf.ts';
import { requirePurpose } from './requirePurpose.ts';
import type { ServiceKind } from './serviceKind.ts';

const matrix = readSharingMatrix();
const groups: ReadonlySet<string> = new Set(fieldGroups);

const SEALED_SCOPE = 'sealed:read';
const INSIDERS: ReadonlySet<Relation> = new Set([
  'SELF',
  'ASSIGNED_LAWYER',
  'AGENCY',
  'CLIENT',
  'COURT',
  'AUDITOR',
]);
const MEDIATION_CIRCLE: ReadonlySet<Relation> = new Set([
  'SELF',
  'OPPOSING_PARTY',
  'ASSIGNED_LAWYER',
  'OPPOSING_LAWYER',
  'AGENCY',
  'AUDITOR',
]);

/** Who may see what of one service's cases, by `schema/sharing-matrix.yaml` and the marks of the case. */
export interface Visibility {
  /**
   * Lets pass who may read cases for the purpose that the request names (see `requirePurpose`). Asked before any look-up,
   * so that the answer does not depend on whether a case exists.
   *
   * @throws GraphQLError PURPOSE_REQUIRED
   */
  requirePurpose(caller: Caller): void;
  /**
   * The prefixes of regions that a list is about for this caller (see `regionsToList`); null where he gets none.
   *
   * @throws GraphQLError PURPOSE_REQUIRED; BAD_USER_INPUT where they are more than `most`
   */
  regionsToList(caller: Caller, wanted: string | null, most: number): readonly string[] | null;
  relation(caller: Caller, record: CaseRecord): Relation;
  /**
   * Whether the case exists for this caller at all.
   *
   * @throws GraphQLError PURPOSE_REQUIRED
   */
  canSee(caller: Caller, record: CaseRecord): boolean;
  /**
   * How much of a group of fields the caller sees; NONE wherever the case itself is hidden. A field that looks at several
   * groups asks for all of them before it looks at the case, so that a refusal does not depend on what the case has.
   *
   * @throws RangeError for a group that the matrix does not have; GraphQLError PURPOSE_REQUIRED where the purpose does not
   *   cover the group
   */
  level(caller: Caller, record: CaseRecord, fieldGroup: string): SharingLevel;
  /**
   * How much of the case itself the caller gets, for the access log.
   *
   * @throws GraphQLError PURPOSE_REQUIRED
   */
  disclosure(caller: Caller, record: CaseRecord): Disclosure;
  /** Whether a document of a visible case is shown; its group in the matrix and its own marks both count. */
  canSeeDocument(caller: Caller, record: CaseRecord, document: DocumentRecord): boolean;
}

/**
 * The rules for one service.
 *
 * @param options `now`: the present, for the period of an auditor's assignment
 * @throws RangeError for a service whose cases the matrix does not speak of.
 */
export function createVisibility(
  service: ServiceKind,
  { now = () => new Date() }: { readonly now?: () => Date } = {},
): Visibility {
  const shared = sharedServices.find((candidate) => candidate === service);
  if (shared === undefined) throw new RangeError(`The sharing matrix has no service ${service}`);
  const relationTo = (caller: Caller, record: CaseRecord) => relationOf(caller, record, now());
  const canSee = (caller: Caller, record: CaseRecord) => {
    requirePurpose(caller);
    const relation = relationTo(caller, record);
    return (
      matrix[shared].case[relation] !== 'NONE' && allowedByMarks(caller, record, record.secrecy, relation)
    );
  };
  const level = (caller: Caller, record: CaseRecord, fieldGroup: string): SharingLevel => {
    if (!groups.has(fieldGroup)) throw new RangeError(`The sharing matrix has no field group ${fieldGroup}`);
    requirePurpose(caller, fieldGroup as FieldGroup);
    if (!canSee(caller, record)) return 'NONE';
    return cell(shared, fieldGroup as FieldGroup, { caller, record, relation: relationTo(caller, record) });
  };
  return {
    requirePurpose: (caller) => requirePurpose(caller),
    regionsToList: (caller, wanted, most) => {
      if (caller.role === 'AUDITOR') requirePurpose(caller);
      const regions = regionsToList(caller, { service, wanted, most, now: now() });
      if (regions !== null) requirePurpose(caller);
      return regions;
    },
    relation: relationTo,
    canSee,
    level,
    disclosure: (caller, record) => {
      const shown = level(caller, record, 'case');
      if (shown === 'NONE') return 'HIDDEN';
      return shown === 'FULL' ? 'FULL' : 'MASKED';
    },
    canSeeDocument: (caller, record, document) => {
      const documents = level(caller, record, 'documents');
      if (documents !== 'FULL' && documents !== 'MASKED') return false;
      return allowedByMarks(caller, record, document.secrecy, relationTo(caller, record));
    },
  };
}

/** What no cell of the matrix can say: marks narrow, they never widen. */
function allowedByMarks(
  caller: Caller,
  record: CaseRecord,
  marks: readonly SecrecyMark[],
  relation: Relation,
): boolean {
  return marks.every((mark) => {
    switch (mark) {
      case 'sealed':
        return relation === 'AUDITOR' && caller.scopes.includes(SEALED_SCOPE);
      case 'willSecret':
        return relation === 'AGENCY'
          ? caller.organization === record.agency
          : ownParties(caller, record).some(
              ({ role, credential }) => role === 'TESTATOR' && credential === caller.credential,
            );
      case 'mediationPrivate':
        return MEDIATION_CIRCLE.has(relation) || (relation === 'COURT' && hasRuled(caller, record));
      case 'tradeSecret':
      case 'privacy':
        // On a whole case these say only that documents need care; on a document they keep the other side out.
        return marks === record.secrecy || INSIDERS.has(relation);
      case 'minor':
      case 'protectedAddress':
        return true;
      default:
        return false;
    }
  });
}

/** A court with a document of its own in the file has been told by the parties what it is about (民事诉讼法 art. 205). */
function hasRuled({ organization }: Caller, { documents }: CaseRecord): boolean {
  return organization !== null && documents.some(({ issuer }) => issuer === organization);
}

/** A party who commissioned an appraisal is its client and gets what a client gets. */
function cell(
  service: SharedService,
  group: FieldGroup,
  {
    caller,
    record,
    relation,
  }: { readonly caller: Caller; readonly record: CaseRecord; readonly relation: Relation },
): SharingLevel {
  const row = matrix[service][group];
  const level = row[relation];
  const isClient =
    service === 'FORENSIC_APPRAISAL' && ownParties(caller, record).some(({ role }) => role === 'CLIENT');
  if (!isClient || (group !== 'opinion' && group !== 'materials')) return level;
  return sharingLevels.find((candidate) => candidate === level || candidate === row.CLIENT) ?? level;
}
