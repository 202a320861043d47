import {
  type FieldModel,
  findRequired,
  type Model,
  namedType,
  type ObjectModel,
  objectOf,
  type Requirement,
} from './model.ts';
import { printLiteral } from './printLiteral.ts';

/** The directive, with a space before it; empty when the field requires nothing. */
export function printRequires(model: Model, object: ObjectModel, { requires }: FieldModel): string {
  if (requires.length === 0) return '';
  const fields = requires.map((one) => printRequirement(model, object, one)).join(' ');
  return ` @requires(fields: ${JSON.stringify(fields)})`;
}

function printRequirement(model: Model, object: ObjectModel, requirement: Requirement): string {
  const { name, selection, on } = requirement;
  const field = findRequired(model, on === null ? object : objectOf(model, on), requirement);
  const args = Object.entries(requirement.args).map(([argument, value]) => {
    const type = field.args.find((one) => one.name === argument)?.type ?? null;
    return `${argument}: ${printLiteral(model, type, value)}`;
  });
  // What is required below an abstract type names its own type.
  const below = model.objects.get(namedType(field.type)) ?? object;
  const list = args.length === 0 ? '' : `(${args.join(', ')})`;
  const set =
    selection === null ? '' : ` { ${selection.map((one) => printRequirement(model, below, one)).join(' ')} }`;
  return on === null ? `${name}${list}${set}` : `... on ${on} { ${name}${list}${set} }`;
}
