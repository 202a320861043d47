import {
  type AbstractModel,
  type ArgumentModel,
  type FieldModel,
  type Model,
  objectOf,
  printType,
} from './model.ts';
import { printLiteral } from './printLiteral.ts';
import { printRequires } from './printRequires.ts';
import type { FieldRole, ObjectView, SubgraphView } from './viewSubgraph.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@provides", "@shareable", "@override", "@inaccessible", "@interfaceObject"])';

/** The schema that a subgraph publishes. */
export function printSubgraph(model: Model, view: SubgraphView): string {
  const blocks = [LINK, 'scalar Anything'];
  for (const [name, values] of model.enums) blocks.push(`enum ${name} { ${values.join(' ')} }`);
  for (const [name, fields] of model.inputs) {
    blocks.push(`input ${name} { ${fields.map((field) => printArgument(model, field)).join('  ')} }`);
  }
  for (const { abstract, members, fields } of view.abstracts.values()) {
    if (abstract.kind === 'union') {
      blocks.push(`union ${abstract.name} = ${members.join(' | ')}`);
      continue;
    }
    const key = abstract.entity?.home === view.subgraph ? ' @key(fields: "id")' : '';
    const lines = fields.map((name) => {
      const field = abstract.signatures.get(name);
      return field === undefined ? 'id: ID!' : printSignature(model, field);
    });
    blocks.push(`interface ${abstract.name}${key} {\n  ${lines.join('\n  ')}\n}`);
  }
  for (const object of view.objects.values()) blocks.push(printObject(model, view, object));
  if (view.interfaceObject !== null) blocks.push(printInterfaceObject(model, view.interfaceObject));
  return `${blocks.join('\n\n')}\n`;
}

function printObject(model: Model, view: SubgraphView, { name, object, keys, fields }: ObjectView): string {
  const interfaces = [...view.abstracts.values()]
    .filter(({ abstract, members }) => abstract.kind === 'interface' && members.includes(name))
    .map(({ abstract }) => abstract.name);
  const heading = [
    `type ${name}`,
    ...(interfaces.length === 0 ? [] : [`implements ${interfaces.join(' & ')}`]),
    ...keys.map(
      ({ key, resolvable }) =>
        `@key(fields: ${JSON.stringify(key.selection)}${resolvable ? '' : ', resolvable: false'})`,
    ),
    ...(object.kind === 'value' || object.kind === 'keyValue' ? ['@shareable'] : []),
  ];
  const lines = [...fields].map(([field, role]) => {
    const isNonNull = role === 'resolved' && field.nonNullIn.includes(view.subgraph);
    const signature = `${printSignature(model, field)}${isNonNull && !field.type.nonNull ? '!' : ''}`;
    return `  ${signature}${directives(object.kind, field, role)}`;
  });
  function directives(kind: string, field: FieldModel, role: FieldRole): string {
    if (role === 'external') return ' @external';
    const isShared = field.in.length > 1 || field.isProvided;
    const shareable = role === 'resolved' && isShared && (kind === 'entity' || kind === 'root');
    return [
      shareable ? ' @shareable' : '',
      hidden(field),
      role === 'resolved' && field.overriddenIn !== null ? ` @override(from: "${field.overriddenIn}")` : '',
      role === 'resolved' ? printRequires(model, object, field) : '',
      role === 'resolved' && field.provides.length > 0
        ? ` @provides(fields: ${JSON.stringify(field.provides.join(' '))})`
        : '',
    ].join('');
  }
  return `${heading.join(' ')} {\n${lines.join('\n')}\n}`;
}

/** `@interfaceObject`, with what is required of the entities beside what is added to them. */
function printInterfaceObject(model: Model, { name, entity, signatures, members }: AbstractModel): string {
  const fields = entity?.fields ?? [];
  const required = new Set(fields.flatMap(({ requires }) => requires.map((one) => one.name)));
  // All of them have what may be required.
  const object = objectOf(model, members[0] ?? '');
  const lines = [
    'id: ID!',
    ...[...signatures.values()]
      .filter((signature) => required.has(signature.name))
      .map((signature) => `${printSignature(model, signature)} @external`),
    ...fields.map(
      (field) => `${printSignature(model, field)}${hidden(field)}${printRequires(model, object, field)}`,
    ),
  ];
  return `type ${name} @interfaceObject @key(fields: "id") {\n  ${lines.join('\n  ')}\n}`;
}

function hidden({ isInaccessible }: FieldModel): string {
  return isInaccessible ? ' @inaccessible' : '';
}

function printSignature(model: Model, { name, args, type }: FieldModel): string {
  const list = args.map((argument) => printArgument(model, argument)).join(', ');
  return `${name}${list === '' ? '' : `(${list})`}: ${printType(type)}`;
}

function printArgument(model: Model, { name, type, defaultValue }: ArgumentModel): string {
  const initial = defaultValue === undefined ? '' : ` = ${printLiteral(model, type, defaultValue)}`;
  return `${name}: ${printType(type)}${initial}`;
}
