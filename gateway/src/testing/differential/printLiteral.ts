import type { Model, TypeModel } from './model.ts';

/** A JSON value as GraphQL writes it in a document. */
export function printLiteral(
  { enums, inputs }: Pick<Model, 'enums' | 'inputs'>,
  type: TypeModel | null,
  value: unknown,
): string {
  if (Array.isArray(value)) {
    const element = type !== null && typeof type.of !== 'string' ? type.of : null;
    return `[${value.map((item) => printLiteral({ enums, inputs }, element, item)).join(', ')}]`;
  }
  const name = typeof type?.of === 'string' ? type.of : null;
  if (typeof value === 'object' && value !== null) {
    const fields = name === null ? [] : (inputs.get(name) ?? []);
    const entries = Object.entries(value).map(([key, item]) => {
      const declared = fields.find((field) => field.name === key)?.type ?? null;
      return `${key}: ${printLiteral({ enums, inputs }, declared, item)}`;
    });
    return `{${entries.join(', ')}}`;
  }
  return name !== null && enums.has(name) ? String(value) : JSON.stringify(value);
}
