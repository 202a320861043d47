import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '@tongban/agency-kit';
import { appraisalSlice, issuedCase } from '../testing/appraisalWorld.ts';
import { importSlice } from './importSlice.ts';
import { migrations } from './migrations.ts';

describe('importing a slice of the synthetic world', () => {
  it('changes nothing when it is repeated', () => {
    const database = openDatabase(':memory:', migrations);
    const slice = appraisalSlice([issuedCase('A'), issuedCase('B')]);
    importSlice(database, slice);
    importSlice(database, slice);
    const count = (table: string) => database.prepare(`SELECT count(*) AS n FROM ${table}`).get();
    expect(count('appraisal_case')).toEqual({ n: 2 });
    expect(count('case_event')).toEqual({ n: 18 });
    expect(count('feed_event')).toEqual({ n: 0 });
  });

  it('keeps nothing of a slice with a code that the dictionary does not have, and names it', () => {
    const database = openDatabase(':memory:', migrations);
    const slice = appraisalSlice([issuedCase('A'), issuedCase('B', { status: 'LOST' })]);
    expect(() => importSlice(database, slice)).toThrow('caseStatus has no code for LOST');
    expect(database.prepare('SELECT count(*) AS n FROM appraisal_case').get()).toEqual({ n: 0 });
  });

  it('holds of other persons only what forms print: no phone and no address', () => {
    const database = openDatabase(':memory:', migrations);
    importSlice(database, appraisalSlice([issuedCase('A')]));
    const tables = database.prepare("SELECT sql FROM sqlite_master WHERE type = 'table'").all();
    expect(JSON.stringify(tables)).not.toMatch(/phone|address/);
  });
});
