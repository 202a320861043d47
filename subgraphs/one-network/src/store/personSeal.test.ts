import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createPersonIdOf } from './personId.ts';
import { createPersonSeal } from './personSeal.ts';

const key = (digit: string) => createSecretKey(digit.repeat(64), 'hex');

describe('the seal of a person record', () => {
  const seal = createPersonSeal(key('1'));

  it('opens what it sealed, and never seals the same way twice', () => {
    const [first, second] = [seal.seal('P-1', '张测试'), seal.seal('P-1', '张测试')];
    expect(seal.open('P-1', first)).toBe('张测试');
    expect(first.equals(second)).toBe(false);
  });

  it('does not open for another person, with another key, or after a change of one bit', () => {
    const sealed = seal.seal('P-1', '张测试');
    expect(() => seal.open('P-2', sealed)).toThrow('does not open');
    expect(() => createPersonSeal(key('2')).open('P-1', sealed)).toThrow('CREDENTIAL_KEY');
    for (const index of [1, 20, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(() => seal.open('P-1', changed)).toThrow('does not open');
    }
  });

  it('does not take bytes of another form', () => {
    expect(() => seal.open('P-1', Buffer.from([9, 9, 9]))).toThrow('unknown form');
    expect(() => seal.open('P-1', Buffer.from([1, 2, 3]))).toThrow('unknown form');
  });
});

describe('the id of a person', () => {
  it('is the same for the same credential and key, and another with another key', () => {
    const idOf = createPersonIdOf(key('1'));
    expect(idOf('RIC:480101198503121013')).toBe(idOf('RIC:480101198503121013'));
    expect(idOf('RIC:480101198503121013')).not.toBe(createPersonIdOf(key('2'))('RIC:480101198503121013'));
  });
});
