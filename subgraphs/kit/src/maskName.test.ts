import { describe, expect, it } from '@jest/globals';
import { maskIdNumber } from './maskIdNumber.ts';
import { maskName } from './maskName.ts';
import { sm3Hex } from './sm3Hex.ts';

describe('a masked name', () => {
  it.each([
    ['张三', '张*'],
    ['张三丰', '张**'],
    ['欧阳修', '欧阳*'],
    ['欧阳测试', '欧阳**'],
    ['司马', '司*'],
    ['张测试员', '张**'],
    ['阿卜杜拉·买买提', '阿**'],
    ['John Smith', 'J**'],
    ['𠮷野家', '𠮷**'],
    [' 张三 ', '张*'],
    ['张', '*'],
    ['', ''],
  ])('of %j is %j', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('of a minor says nothing', () => {
    expect(maskName('欧阳小测试', { minor: true })).toBe('某某');
  });
});

describe('a masked number', () => {
  it.each([
    ['480101198503121013', '4****************3'],
    ['H12345678', 'H*******8'],
    ['12', '**'],
    ['', ''],
  ])('of %j is %j', (number, masked) => {
    expect(maskIdNumber(number)).toBe(masked);
  });
});

describe('SM3', () => {
  it('gives the digest of the example in GB/T 32905', () => {
    expect(sm3Hex('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3Hex(new TextEncoder().encode('abc'))).toBe(sm3Hex('abc'));
  });
});
