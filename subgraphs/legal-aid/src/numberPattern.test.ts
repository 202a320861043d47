import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { normaliseNumber } from '@tongban/kit';

const manifest = JSON.parse(readFileSync(new URL('../service.json', import.meta.url), 'utf8')) as {
  numberPattern: string;
};
const pattern = new RegExp(manifest.numberPattern, 'u');

describe('the numbers that mean legal aid', () => {
  it.each([
    '（2024）京援字第0123号',
    '京朝援审字[2024]第45号',
    '（2026）测援给字第0001号',
    '测公刑援通字〔2026〕3号',
    '测公中（刑）辩通字〔2026〕18号',
  ])('are recognised as printed and as compared: %s', (number) => {
    expect(pattern.test(number)).toBe(true);
    expect(pattern.test(normaliseNumber(number))).toBe(true);
  });

  it.each([
    '（2023）京中信内民证字第00756号',
    '援县公证处（2026）援内民证字第7号',
    '京正[2024]临鉴字第12号',
    '（2024）朝望京人调字第018号',
    '(2024)粤0604诉前调确1716号',
    '（2024）京0105民初1号',
  ])('are not those of other services: %s', (number) => {
    expect(pattern.test(number)).toBe(false);
  });
});
