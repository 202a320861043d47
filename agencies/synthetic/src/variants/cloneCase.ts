import type { SyntheticCase } from '../syntheticWorld.ts';

/** A case whose lists and fields may be changed before it is told. */
type Draft<Part> = Part extends readonly (infer Item)[]
  ? readonly Draft<Item>[]
  : Part extends object
    ? { -readonly [Key in keyof Part]: Draft<Part[Key]> }
    : Part;

/**
 * The same case told a second time under a key and numbers of its own (`第9xx..号`, where xx is `index`), with `change` made
 * to the copy. Numbers of other cases that it quotes stay as they are.
 */
export function cloneCase<Case extends SyntheticCase>(
  one: Case,
  index: number,
  change: (draft: Draft<Case>) => void = () => undefined,
): Case {
  let text = JSON.stringify(one);
  for (const number of [one.caseNo, ...one.aliases]) {
    text = text.replaceAll(JSON.stringify(number), JSON.stringify(renumber(number, index)));
  }
  const copy: Case = { ...JSON.parse(text), key: `V${String(index).padStart(2, '0')}${one.key}` };
  change(copy as Draft<Case>);
  return copy;
}

/** The number with another serial: nine hundred and the index, then the last two digits it had. */
export function renumber(number: string, index: number): string {
  return number.replace(/(\d+)(?=\D*$)/, (serial) => `${900 + index}${serial.padStart(2, '0').slice(-2)}`);
}
