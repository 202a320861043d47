import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { normaliseNumber } from '@tongban/kit';

const manifest: { numberPattern: string } = JSON.parse(
  readFileSync(new URL('../service.json', import.meta.url), 'utf8'),
);
const pattern = new RegExp(manifest.numberPattern);

describe('the pattern of printed numbers', () => {
  it.each([
    '（2024）朝望京人调字第018号',
    '测调登2026000001',
    '(2024)粤0604诉前调确1716号',
    '（2011）测0101调确字第3号',
    '（2026）测诉前受调字第0007号',
    '（2026）测0101执31号',
  ])('knows %s, however it is written', (number) => {
    expect(pattern.test(number)).toBe(true);
    expect(pattern.test(normaliseNumber(number))).toBe(true);
  });

  it.each([
    '（2024）京援字第0123号',
    '（2026）测内民证字第5号',
    '测安司鉴所[2026]临鉴字第9号',
    '（2024）京0105民初1号',
  ])('leaves %s to others', (number) => expect(pattern.test(number)).toBe(false));
});
