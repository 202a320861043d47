import { findRequired } from './generateRequirements.ts';
import {
  type ArgumentModel,
  type FieldModel,
  type Model,
  namedType,
  printType,
  type Requirement,
} from './model.ts';
import { printLiteral } from './printLiteral.ts';
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
    blocks.push(
      `interface ${abstract.name}${key} {\n${fields.map((name) => interfaceField(name)).join('\n')}\n}`,
    );

    function interfaceField(name: string): string {
      const [member = ''] = members;
      const field = [...(view.objects.get(member)?.fields.keys() ?? [])].find((f) => f.name === name);
      return field === undefined ? '' : `  ${printSignature(model, field)}`;
    }
  }
  for (const object of view.objects.values()) blocks.push(printObject(model, view, object));
  const { interfaceObject } = view;
  if (interfaceObject !== null) {
    const fields = interfaceObject.entity?.fields ?? [];
    const lines = [
      '  id: ID!',
      ...fields.map((field) => `  ${printSignature(model, field)}${hidden(field)}`),
    ];
    blocks.push(`type ${interfaceObject.name} @interfaceObject @key(fields: "id") {\n${lines.join('\n')}\n}`);
  }
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
    return `  ${signature}${directives(model, object.kind, field, role)}`;
  });
  function directives(of: Model, kind: string, field: FieldModel, role: FieldRole): string {
    if (role === 'external') return ' @external';
    const isShared = field.in.length > 1 || field.isProvided;
    const shareable = role === 'resolved' && isShared && (kind === 'entity' || kind === 'root');
    const fieldSet = JSON.stringify(field.requires.map((r) => printRequirement(of, object, r)).join(' '));
    return [
      shareable ? ' @shareable' : '',
      hidden(field),
      role === 'resolved' && field.overriddenIn !== null ? ` @override(from: "${field.overriddenIn}")` : '',
      role === 'resolved' && field.requires.length > 0 ? ` @requires(fields: ${fieldSet})` : '',
      role === 'resolved' && field.provides.length > 0
        ? ` @provides(fields: ${JSON.stringify(field.provides.join(' '))})`
        : '',
    ].join('');
  }
  return `${heading.join(' ')} {\n${lines.join('\n')}\n}`;
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

function printRequirement(model: Model, object: ObjectView['object'], requirement: Requirement): string {
  const field = findRequired(model, object, requirement);
  const args = Object.entries(requirement.args).map(([name, value]) => {
    const type = field.args.find((argument) => argument.name === name)?.type ?? null;
    return `${name}: ${printLiteral(model, type, value)}`;
  });
  const below = model.objects.get(namedType(field.type));
  const selection =
    requirement.selection === null || below === undefined
      ? ''
      : ` { ${requirement.selection.map((r) => printRequirement(model, below, r)).join(' ')} }`;
  return `${requirement.name}${args.length === 0 ? '' : `(${args.join(', ')})`}${selection}`;
}
