import type { Run } from './run.ts';

/** Members of the `variables` object of a fetch as JSON, without braces; variables that the client left out stay out. */
export function variablesJson({ variables }: Pick<Run, 'variables'>, names: readonly string[]): string {
  let text = '';
  for (const name of names) {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${JSON.stringify(value)}`;
  }
  return text;
}
