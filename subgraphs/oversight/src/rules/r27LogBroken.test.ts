import { describe, expect, it } from '@jest/globals';
import type { LogProof } from './logProof.ts';
import { r27LogBroken as rule } from './r27LogBroken.ts';

const find = (proof: LogProof | null) => rule.find({ cases: [], complete: null, accesses: [], proof });

describe('R-27', () => {
  it('finds each break of the log, and says where', () => {
    const breaks = [
      { kind: 'GAP', from: 10, to: 12 },
      { kind: 'OUTAGE', from: 20, to: 20 },
    ] as const;
    expect(find({ size: 100, breaks })).toMatchObject([
      {
        about: 'GAP 10-12',
        facts: ['Entries 10 to 12 of 100: entries that the tree counts are not there.'],
        confidence: 'HIGH',
      },
      { about: 'OUTAGE 20-20', confidence: 'MEDIUM' },
    ]);
  });

  it('finds nothing in a log that holds, or was not proved', () => {
    expect(find({ size: 100, breaks: [] })).toEqual([]);
    expect(find(null)).toEqual([]);
  });
});
