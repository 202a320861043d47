import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createCosigner, createNoteSigner } from '../checkpoint/noteSigner.ts';
import { parsePolicy } from './policy.ts';

const log = createNoteSigner('example.com/log', generateKeyPairSync('ed25519').privateKey).verifierKey;
const [w1, w2, w3, w4] = [1, 2, 3, 4].map(
  (at) => createCosigner(`witness-${at}.example`, generateKeyPairSync('ed25519').privateKey).verifierKey,
) as [string, string, string, string];
const four = `log ${log}
# four witnesses
witness W1 ${w1} https://witness-1.example/
\twitness W2 ${w2}
witness W3 ${w3}
witness W4 ${w4}

`;

describe('a policy', () => {
  it('asks for three of four', () => {
    const policy = parsePolicy(`${four}group agencies 3 W1 W2 W3 W4\nquorum agencies\n`);
    expect(policy.logs.map(({ name }) => name)).toEqual(['example.com/log']);
    expect([...policy.witnesses.keys()]).toEqual(['W1', 'W2', 'W3', 'W4']);
    expect(policy.isQuorum(new Set(['W1', 'W2']))).toBe(false);
    expect(policy.isQuorum(new Set(['W1', 'W2', 'W5', 'w3']))).toBe(false);
    expect(policy.isQuorum(new Set(['W1', 'W4', 'W2']))).toBe(true);
  });

  it('has groups of groups, any, all and none', () => {
    const nested = parsePolicy(`${four}group a any W1 W2\ngroup b all W3 W4\ngroup c all a b\nquorum c`);
    expect(nested.isQuorum(new Set(['W2', 'W3', 'W4']))).toBe(true);
    expect(nested.isQuorum(new Set(['W1', 'W2', 'W3']))).toBe(false);
    expect(parsePolicy(`${four}quorum W3`).isQuorum(new Set(['W3']))).toBe(true);
    expect(parsePolicy(`${four}quorum none`).isQuorum(new Set())).toBe(true);
  });

  it.each([
    ['no quorum', four],
    ['two quorums', `${four}quorum W1\nquorum W2`],
    ['a quorum that comes later', `quorum W1\n${four}`],
    ['a threshold over its members', `${four}group g 3 W1 W2\nquorum g`],
    ['a threshold of nothing', `${four}group g 0 W1 W2\nquorum g`],
    ['a threshold that is no number', `${four}group g 2x W1 W2\nquorum g`],
    ['a member twice', `${four}group g 2 W1 W1\nquorum g`],
    ['a member of two groups', `${four}group g any W1\ngroup h any W1\nquorum h`],
    ['none as a member', `${four}group g any none\nquorum g`],
    ['a name twice', `${four}witness W1 ${w1}\nquorum W1`],
    ['a key twice', `${four}witness W5 ${w1}\nquorum W1`],
    ['a log as a witness', `witness W1 ${log}\nquorum W1`],
    ['a line of another kind', `${four}toString x\nquorum W1`],
  ])('is refused with %s', (_, file) => {
    expect(() => parsePolicy(file)).toThrow();
  });
});
