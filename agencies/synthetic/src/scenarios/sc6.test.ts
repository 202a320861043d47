import { describe, expect, it } from '@jest/globals';
import { cast } from '../cast.ts';
import { findCase } from '../testing/scenarioReader.ts';
import { sc6 } from './sc6.ts';

describe('SC-6', () => {
  it('hides her address in every case, and never writes it down', () => {
    for (const one of sc6.slice.cases) {
      expect(one.secrecy).toContain('protectedAddress');
      expect(JSON.stringify(one)).not.toContain(sc6.expected.protectedAddress);
    }
    expect(cast.persons.lin.addressProtected).toBe(true);
  });

  it('reports the foreign element, needs no hardship and mediates in private', () => {
    expect(findCase(sc6.cases.appraisal).details).toMatchObject({
      foreignRelatedReport: { reportedAt: expect.any(String) },
    });
    expect(findCase(sc6.cases.legalAid).details).toMatchObject({
      hardshipCheck: { mode: sc6.expected.hardshipMode },
    });
    for (const id of [sc6.cases.property, sc6.cases.child])
      expect(findCase(id).secrecy).toContain('mediationPrivate');
  });
});
