import type { SyntheticCase } from '@tongban/synthetic';
import { plantedCases } from './plantedCases.ts';

let texts = 0;

/** Cases whose texts are canaries, the same text never twice. */
export const canaryCases = Object.values(plantedCases).map((one): SyntheticCase => {
  const text = JSON.stringify(one)
    .replaceAll(`"${one.key}"`, `"CN${one.key}"`)
    .replace(/(\D)77(\d{3,})(?=\D*")/g, '$188$2')
    .replace(/标记[^"]*/g, () => `CNRYtext${texts++}X`);
  return JSON.parse(text);
});
