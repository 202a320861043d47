import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '@tongban/agency-kit';
import { scenarios, variants } from '@tongban/synthetic';
import { sliceOf, syntheticNotaryCase } from '../testing/syntheticNotaryCase.ts';
import { createCaseReader } from './caseReader.ts';
import { createCaseSaver } from './caseSaver.ts';
import { fromSynthetic } from './fromSynthetic.ts';
import { importSlice } from './importSlice.ts';
import { migrations } from './migrations.ts';
import type { NotaryCase } from './notaryCase.ts';

const open = () => openDatabase(':memory:', migrations);

/** Every part a case can have, filled. */
function fullCase(): NotaryCase {
  const minute = '2026-07-01 10:00';
  return {
    ...fromSynthetic(syntheticNotaryCase()),
    terminateGround: 'OTHER',
    refuseGround: 'DISPUTE',
    extensions: [{ ruleId: 'D-13', length: 5, approvedAt: minute, toldAt: null }],
    enforcementCertificate: {
      number: null,
      requestedAt: minute,
      amount: 1,
      issuedAt: null,
      refusedAt: minute,
      reason: '已履行',
    },
    reExamination: {
      requestedBy: 'RIC:480101198503121013',
      requestedAt: minute,
      errorClaimed: '金额有误',
      decidedAt: minute,
      result: 'UPHELD',
      carriedOutAt: null,
    },
    evidence: {
      object: '水样',
      method: '现场提取',
      place: '鱼塘',
      startedAt: minute,
      digests: ['a'.repeat(64), 'b'.repeat(64)],
      storage: '公证处保管',
    },
    will: { registeredAt: minute, custody: '公证处' },
    holdings: [
      {
        kind: 'DEPOSIT',
        giver: '91480101TEAT00082N',
        receiver: 'RIC:480101198503121013',
        object: '款',
        state: 'HELD',
      },
    ],
    auxiliaryTasks: [{ kind: 'SERVICE', court: 'X', courtCaseNo: 'Y', entrustedAt: minute, report: null }],
    secrecy: ['privacy', 'tradeSecret'],
  };
}

describe('importSlice', () => {
  it('keeps a synthetic case as it was, times to the minute', () => {
    const database = open();
    importSlice(database, sliceOf([syntheticNotaryCase()]));
    const [found] = createCaseReader(database).read(['GZ20260001']);
    expect(found).toEqual(fromSynthetic(syntheticNotaryCase()));
    expect(found?.application.acceptedAt).toBe('2026-06-02 10:00');
    expect(found?.certificate?.series).toBe('DOMESTIC_ECONOMIC');
  });

  it('keeps nothing of a slice that carries a code out of its lists', () => {
    const database = open();
    const odd = syntheticNotaryCase({ key: 'ODD' }, { matter: 'DIVINATION' });
    expect(() => importSlice(database, sliceOf([syntheticNotaryCase(), odd]))).toThrow(
      'notary case ODD: the code DIVINATION is not in this system',
    );
    expect(createCaseReader(database).read(['GZ20260001'])).toEqual([]);
  });

  it('takes over every scenario and every planted fault', () => {
    const slices = [...Object.values(scenarios), ...Object.values(variants)].map(({ slice }) => slice);
    const database = open();
    const keys = slices.flatMap((slice) => {
      importSlice(database, slice);
      return slice.cases.filter(({ service }) => service === 'NOTARY').map(({ key }) => key);
    });
    expect(keys.length).toBeGreaterThan(30);
    expect(createCaseReader(database).read(keys)).toHaveLength(keys.length);
  });

  it('holds only the persons of its own cases', () => {
    const database = open();
    importSlice(database, sliceOf([syntheticNotaryCase()]));
    const { persons } = database.prepare('SELECT count(*) AS persons FROM person').get() as {
      persons: number;
    };
    expect(persons).toBe(2);
  });
});

describe('the stored case', () => {
  it('comes back with every part that it had', () => {
    const database = open();
    createCaseSaver(database).insert(fullCase());
    expect(createCaseReader(database).read(['GZ20260001'])).toEqual([fullCase()]);
  });

  it('is replaced as a whole', () => {
    const database = open();
    const saver = createCaseSaver(database);
    saver.insert(fullCase());
    const bare = {
      ...fullCase(),
      parties: [],
      certificate: null,
      evidence: null,
      otherNumbers: [],
      holdings: [],
    };
    saver.replace(bare);
    expect(createCaseReader(database).read(['GZ20260001'])).toEqual([bare]);
  });
});
