import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';

/** A selected field of an operation. */
export interface SelectedField {
  readonly responseKey: string;
  readonly name: string;
  /** The object or interface type that it was selected on. */
  readonly on: string;
  readonly arguments: string;
  /** Null for leaves. */
  readonly selection: Selection | null;
}

/** A selection set: fields, and under each case type further ones. */
export interface Selection {
  readonly fields: readonly SelectedField[];
  readonly fragments: readonly { readonly type: string; readonly fields: readonly SelectedField[] }[];
}

/** Where random choices come from. */
export interface Choice {
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  pick<Value>(values: readonly Value[]): Value;
}

/** Values for arguments of that name; what is missing is left out where it may be. */
export type ArgumentValues = Readonly<Record<string, readonly (string | number)[]>>;

const MAX_DEPTH = 5;
/** Most fields of one selection set. */
const MAX_FIELDS = { Query: 2, case: 16, other: 7 };
/** Entry fields that lead to cases are asked for so much more often than others. */
const CASE_ENTRIES = [
  'case',
  'case',
  'case',
  'case',
  'caseByNumber',
  'thread',
  'thread',
  'me',
  'me',
  'personByDocument',
];
/** Whatever else is selected of a case says which it is. */
const CASE_ID = 'oracleId';
const caseTypes = ['LegalAidCase', 'NotaryCase', 'ForensicAppraisalCase', 'MediationCase'];
/** Objects that lead to a case always lead there, so that an entry for a hidden one would be seen. */
const alwaysWithCase: ReadonlySet<string> = new Set(['CaseLink', 'TimelineEvent']);

/** Makes random operations of a schema, at most five levels deep. */
export function createRandomOperation(schema: GraphQLSchema, values: ArgumentValues) {
  const argumentsOf = (field: GraphQLField<unknown, unknown>, choice: Choice) => {
    const given = field.args.flatMap(({ name, type }) => {
      const named = getNamedType(type);
      const known = values[`${field.name}.${name}`] ?? values[name];
      if (known !== undefined) {
        const value = choice.pick(known);
        return [`${name}: ${isEnumType(named) ? value : JSON.stringify(value)}`];
      }
      return [];
    });
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  };

  /** Fields of that name on two case types are of two types: an alias keeps them apart, and there may be 30 of those. */
  const isOfManyTypes = (name: string) => {
    const types = caseTypes.map((type) => {
      const found = schema.getType(type);
      return isObjectType(found) ? found.getFields()[name]?.type.toString() : undefined;
    });
    return new Set(types.filter((type) => type !== undefined)).size > 1;
  };

  function fieldsOf(typeName: string, depth: number, choice: Choice, prefix = ''): SelectedField[] {
    const type = schema.getType(typeName);
    if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${typeName} has no fields`);
    const possible = Object.values(type.getFields()).filter(
      (field) => depth < MAX_DEPTH || isLeafType(getNamedType(field.type)),
    );
    const isRoot = typeName === 'Query';
    const most = isRoot ? MAX_FIELDS.Query : typeName.endsWith('Case') ? MAX_FIELDS.case : MAX_FIELDS.other;
    const entries = isRoot ? CASE_ENTRIES.map((name) => type.getFields()[name]) : [];
    const wanted = new Set(
      Array.from({ length: 1 + choice.below(most) }, () => choice.pick([...possible, ...entries])),
    );
    if (alwaysWithCase.has(typeName)) wanted.delete(type.getFields().case as never);
    const selected = [...wanted].flatMap((field) => selected1(field, typeName, depth, choice, prefix));
    if (!alwaysWithCase.has(typeName)) return selected;
    return [
      ...selected,
      {
        responseKey: 'case',
        name: 'case',
        on: typeName,
        arguments: '',
        selection: { fields: [], fragments: [] },
      },
    ];
  }

  function selected1(
    field: GraphQLField<unknown, unknown> | undefined,
    on: string,
    depth: number,
    choice: Choice,
    prefix: string,
  ): SelectedField[] {
    if (field === undefined) return [];
    const named = getNamedType(field.type);
    const responseKey = `${isOfManyTypes(field.name) ? prefix : ''}${field.name}`;
    const shared = { responseKey, name: field.name, on, arguments: argumentsOf(field, choice) };
    if (isLeafType(named)) return [{ ...shared, selection: null }];
    return [{ ...shared, selection: selectionOf(named.name, depth + 1, choice) }];
  }

  function selectionOf(typeName: string, depth: number, choice: Choice): Selection {
    const fields = fieldsOf(typeName, depth, choice);
    if (typeName !== 'ServiceCase') return { fields, fragments: [] };
    const types = caseTypes.filter(() => choice.below(4) > 0);
    const fragments = types.map((type) => ({
      type,
      fields: fieldsOf(type, depth, choice, `${type[0]}${type[1]}_`),
    }));
    return { fields, fragments };
  }

  return (choice: Choice): Selection => selectionOf('Query', 0, choice);
}

/** The operation as a document. */
export function printOperation(selection: Selection): string {
  return `query Random ${print(selection, false)}`;
}

function print({ fields, fragments }: Selection, isCase: boolean): string {
  const parts = [
    ...fields.map(printField),
    ...fragments.map(({ type, fields: own }) => `... on ${type} { ${own.map(printField).join(' ')} }`),
  ];
  const known = isCase ? [`__typename ${CASE_ID}: id`] : [];
  return `{ ${[...known, ...parts].join(' ') || '__typename'} }`;
}

function printField({ responseKey, name, arguments: args, selection, on }: SelectedField): string {
  const alias = responseKey === name ? '' : `${responseKey}: `;
  if (selection === null) return `${alias}${name}${args}`;
  return `${alias}${name}${args} ${print(selection, leadsToCase(on, name))}`;
}

/** Whether the field's objects are cases: their selections ask for `__typename` and id. */
export function leadsToCase(on: string, name: string): boolean {
  if (name === 'case' || name === 'caseByNumber') return true;
  if (name === 'node')
    return /^(?:LegalAid|Notary|ForensicAppraisal|Mediation)?Case(?:Edge)$/.test(on) || on === 'CaseEdge';
  if (on === 'CaseThread') return name === 'cases';
  if (on === 'Person') return /^(?:legalAid|notary|forensicAppraisal|mediation)Cases$/.test(name);
  return name === 'basisCase' || name === 'supplements' || name === 'repeats';
}
