import { services } from '../services.ts';

/** Kinds of a person's data, `enum DataKind`. */
export type DataKind =
  | 'IDENTITY'
  | 'LEGAL_AID'
  | 'HARDSHIP'
  | 'NOTARY'
  | 'APPRAISAL'
  | 'MEDIATION'
  | 'PARTIES'
  | 'DOCUMENTS'
  | 'DEADLINES'
  | 'FEES'
  | 'ACCESS_RECORDS'
  | 'OTHER';

/** What of one person a look could show. */
export interface ShownParts {
  /** Services of the person's cases that were shown. */
  readonly services: ReadonlySet<string>;
  /** Whether the look was at this very person, not only at a case that the person is in. */
  readonly person: boolean;
  /** Whether something of the person was shown from the register. */
  readonly identity: boolean;
}

const KIND_OF_SERVICE: ReadonlyMap<string, DataKind> = new Map([
  ['LEGAL_AID', 'LEGAL_AID'],
  ['NOTARY', 'NOTARY'],
  ['FORENSIC_APPRAISAL', 'APPRAISAL'],
  ['MEDIATION', 'MEDIATION'],
]);
const SERVICE_OF_TYPE: ReadonlyMap<string, string> = new Map(
  services.map(({ type, service }) => [type, service]),
);

/** Types that stand for cases of every service. */
const ANY_CASE: ReadonlySet<string> = new Set([
  'ServiceCase',
  'CaseThread',
  'TimelineEvent',
  'StatusEvent',
  'TracedCase',
  'TraceStep',
  'Finding',
]);
/** Types and fields that lead to data, and those that are about nobody. */
const NO_DATA =
  /^(Query|Mutation|Organization|PageInfo|AgencyStatus|Trace|TraceResult|FindingDecision|CaseLinkPointer)\b|(Connection|Edge)(\.|$)|^Access|\.(__typename|id)$/;

const LOOKUP = /^Query\.(person|personByDocument)$/;
const IDENTITY = /^Person(\.(name|idNumber|sex|formerDocuments))?$|^IdentityDocument\b/;
const RECORDS_OF_ACCESS = /^Person\.accesses$/;
/** Parts of cases that are kinds of their own, whichever service they belong to. */
const PARTS: readonly (readonly [DataKind, RegExp])[] = [
  ['PARTIES', /^CaseParty\b|Case\.parties$/],
  ['DOCUMENTS', /^(Document|TracedDocument)\b|Case\.documents$/],
  ['DEADLINES', /^Deadline\b|Case\.deadlines$/],
  ['FEES', /^(FeeReduction|AidSubsidy)\b|Case\.(fee|feeReduction|subsidies)$/],
];
const HARDSHIP = /^Hardship|Case\.hardship/;

/**
 * The kinds of one person's data among the coordinates of a record (`LegalAidCase.status`, or a type alone where there were very
 * many). A record is about everybody whom the answer touches, so what it has of a service counts only where a case of that
 * service was shown in which the person is.
 */
export function dataKinds(fields: readonly string[], shown: ShownParts): DataKind[] {
  const kinds = new Set<DataKind>();
  const shownKinds = [...shown.services].map((service) => KIND_OF_SERVICE.get(service) ?? 'OTHER');
  const anything = shown.services.size > 0;
  let others = false;
  for (const field of fields) {
    const [type = ''] = field.split('.');
    const service = SERVICE_OF_TYPE.get(type);
    if (IDENTITY.test(field) || (shown.person && LOOKUP.test(field))) {
      if (shown.identity) kinds.add('IDENTITY');
    } else if (RECORDS_OF_ACCESS.test(field)) {
      if (shown.person) kinds.add('ACCESS_RECORDS');
    } else if (anything && type !== 'Person') {
      const part = PARTS.find(([, pattern]) => pattern.test(field))?.[0];
      if (ANY_CASE.has(type)) for (const kind of shownKinds) kinds.add(kind);
      else if (service !== undefined && shown.services.has(service))
        kinds.add(KIND_OF_SERVICE.get(service) ?? 'OTHER');
      if (HARDSHIP.test(field) && shown.services.has('LEGAL_AID')) kinds.add('HARDSHIP');
      if (part !== undefined && (service === undefined || shown.services.has(service))) kinds.add(part);
      others ||= service === undefined && !NO_DATA.test(field);
    }
  }
  if (kinds.size === 0 && others) kinds.add('OTHER');
  return [...kinds].sort();
}
