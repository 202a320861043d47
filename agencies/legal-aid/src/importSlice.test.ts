import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '@tongban/agency-kit';
import { importSlice } from './importSlice.ts';
import { migrations } from './store/migrations.ts';
import { sampleCase, sampleSlice } from './testing/sampleSlice.ts';

describe('the import of a slice', () => {
  it('keeps all of a slice or nothing', () => {
    const database = openDatabase(':memory:', migrations);
    importSlice(database, sampleSlice([sampleCase({ key: 'A' })]));

    expect(() =>
      importSlice(database, sampleSlice([sampleCase({ key: 'B' }), sampleCase({ key: 'A' })])),
    ).toThrow('UNIQUE');
    expect(database.prepare('SELECT COUNT(*) AS n FROM aid_case').get()).toEqual({ n: 1 });
    database.close();
  });

  it('holds only the persons who are in its cases', () => {
    const database = openDatabase(':memory:', migrations);
    importSlice(database, sampleSlice([sampleCase()]));

    const rows = database.prepare('SELECT document FROM person ORDER BY document').all();
    expect(rows.map((row) => row.document)).toEqual(['RIC:480101197904152158', 'RIC:480101198503121013']);
    database.close();
  });
});
