import { graphCaseId, type SyntheticCase } from '@tongban/synthetic';
import type { GraphQLSchema } from 'graphql';
import { getNamedType, isObjectType } from 'graphql';
import type { DoorCaller } from './callerOf.ts';
import { fieldGroupsByType, yesNoLeaves } from './fieldGroups.ts';
import { maskedLeaves } from './maskedLeaves.ts';
import { leadsToCase, type SelectedField, type Selection } from './randomOperation.ts';
import { sharingOracle } from './sharingOracle.ts';

type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };

/** The case that a part of an answer belongs to, and what may be shown there. */
interface Place {
  readonly one: SyntheticCase;
  readonly level: 'FULL' | 'MASKED' | 'YES_NO';
}

/** What was met in an answer. */
export interface Findings {
  /** Fields that the matrix denies, each as a sentence. */
  readonly denied: string[];
  /** How many fields of cases were held against the matrix. */
  checked: number;
}

/** Holds every field of every case in an answer against the oracle. */
export function createDeniedFields(schema: GraphQLSchema, cases: readonly SyntheticCase[]) {
  const known = new Map(cases.map((one) => [graphCaseId(one), one]));

  return (selection: Selection, data: unknown, caller: DoorCaller): Findings => {
    const findings: Findings = { denied: [], checked: 0 };
    const deny = (what: string) => findings.denied.push(what);

    function walk(
      { fields, fragments }: Selection,
      value: Json,
      typeName: string,
      place: Place | null,
    ): void {
      if (Array.isArray(value)) {
        for (const one of value) walk({ fields, fragments }, one, typeName, place);
        return;
      }
      if (typeof value !== 'object' || value === null) return;
      const concrete = typeof value.__typename === 'string' ? value.__typename : typeName;
      const own = fragments.filter(({ type }) => type === concrete).flatMap((fragment) => fragment.fields);
      for (const field of [...fields, ...own]) visit(field, value[field.responseKey], concrete, place);
    }

    function visit(field: SelectedField, value: Json, typeName: string, place: Place | null): void {
      const coordinate = `${typeName}.${field.name}`;
      const list = Array.isArray(value) ? value : [value];
      if (leadsToCase(field.on, field.name)) {
        const isEntry = typeName === 'CaseLink' || typeName === 'TimelineEvent' || typeName === 'CaseThread';
        if (isEntry && list.some((one) => one === null)) deny(`${coordinate} has a gap`);
        for (const one of list) visitCase(field, one);
        return;
      }
      const next = place === null ? null : placeAt(coordinate, place, list);
      if (next === 'DENIED' || value === null || value === undefined) return;
      const type = schema.getType(typeName);
      const returned = isObjectType(type) ? type.getFields()[field.name]?.type : undefined;
      if (field.selection === null || returned === undefined) return;
      const named = getNamedType(returned).name;
      // Persons and bodies are the register's; what of them a party shows was decided at the field that led here.
      const isRegister =
        named === 'Person' || named === 'Organization' || named === 'CaseThread' || named === 'CaseLink';
      walk(field.selection, value, named, isRegister ? null : next);
    }

    /** What may be shown under a field of a case, after a look whether the field itself may be. */
    function placeAt(coordinate: string, place: Place, values: Json[]): Place | 'DENIED' {
      const [type = '', name = ''] = coordinate.split('.');
      const group = fieldGroupsByType[type]?.[name];
      const isThere = values.some((value) => value !== null && value !== undefined);
      findings.checked += 1;
      if (group === 'BY_MEMBERS') return { ...place, level: 'FULL' };
      if (group === 'BY_DUTY') {
        const stands = sharingOracle.relation(caller, place.one);
        if (isThere && stands !== 'AGENCY' && stands !== 'AUDITOR')
          deny(`${coordinate} is shown to ${stands}`);
        return place;
      }
      const level = group === undefined ? place.level : sharingOracle.level(caller, place.one, group);
      const narrowest = level === 'NONE' ? level : narrower(level, place.level);
      if (isThere && !mayStand(coordinate, narrowest)) {
        deny(
          `${coordinate} is there where ${narrowest} is due to ${sharingOracle.relation(caller, place.one)}`,
        );
        return 'DENIED';
      }
      if (name === 'documents' && values.length > sharingOracle.documents(caller, place.one) && isThere)
        deny(`${coordinate} has more documents than may be shown`);
      return narrowest === 'NONE' ? 'DENIED' : { ...place, level: narrowest };
    }

    function visitCase(field: SelectedField, value: Json): void {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
      const { __typename: typeName, oracleId } = value;
      // A case of which only fields of another type were asked comes with nothing that says which it is.
      if (typeof oracleId !== 'string' || typeof typeName !== 'string') return;
      const one = known.get(oracleId);
      if (one === undefined) {
        deny(`${field.name} has a case that the world does not have: ${oracleId}`);
        return;
      }
      if (!sharingOracle.isVisible(caller, one)) {
        deny(`${field.name} shows ${oracleId} to ${sharingOracle.relation(caller, one)}`);
        return;
      }
      if (field.selection !== null) walk(field.selection, value, typeName, { one, level: 'FULL' });
    }

    walk(selection, data as Json, 'Query', null);
    return findings;
  };
}

function mayStand(coordinate: string, level: 'FULL' | 'MASKED' | 'YES_NO' | 'NONE'): boolean {
  if (level === 'FULL') return true;
  if (level === 'MASKED') return maskedLeaves.has(coordinate) || coordinate === 'Document.title';
  return level === 'YES_NO' && (yesNoLeaves.has(coordinate) || leadsToYesNo.has(coordinate));
}

/** Objects whose only field at YES_NO is the yes or no. */
const leadsToYesNo: ReadonlySet<string> = new Set([
  'LegalAidCase.hardshipCheck',
  'ForensicAppraisalCase.opinion',
]);

function narrower(a: Place['level'], b: Place['level']): Place['level'] {
  const order = ['FULL', 'MASKED', 'YES_NO'] as const;
  return order[Math.max(order.indexOf(a), order.indexOf(b))] ?? 'YES_NO';
}
