import { describe, expect, it } from '@jest/globals';
import { readRecords } from './accountability/accessLog.ts';
import { ask, askCleanly, setFault } from './client.ts';

const services = [
  ['LEGAL_AID', 'legalAidStatistics', 'legalAidCases'],
  ['NOTARY', 'notaryStatistics', 'notaryCases'],
  ['FORENSIC_APPRAISAL', 'forensicAppraisalStatistics', 'forensicAppraisalCases'],
  ['MEDIATION', 'mediationStatistics', 'mediationCases'],
] as const;
const figures = { purpose: 'STATISTICS', accessCase: 'AUD-2026-001' };
const lists = { purpose: 'AUDIT', accessCase: 'AUD-2026-001' };

interface Cell {
  readonly service: string;
  readonly region: string;
  readonly month: string;
  readonly opened: number | null;
  readonly isSuppressed: boolean;
}
const cellsOf = async (field: string, by: string) => {
  const query = `{ cells: ${field}(from: "2025-12", to: "2026-11", by: ${by}) { service region month opened isSuppressed } }`;
  return (await askCleanly<{ cells: Cell[] }>('auditor:case', query, figures)).cells;
};
const monthAfter = (month: string) => {
  const [year = 0, ofYear = 0] = month.split('-').map(Number);
  return ofYear === 12 ? `${year + 1}-01` : `${year}-${String(ofYear + 1).padStart(2, '0')}`;
};

describe('figures over the reference systems', () => {
  it.each(services)('of %s are the numbers of the agency’s own list', async (service, field, list) => {
    const cells = await cellsOf(field, 'PROVINCE');
    expect(cells.length).toBeGreaterThan(6);
    for (const { region, month, opened, ...cell } of cells) {
      expect([cell.service, region]).toEqual([service, '48']);
      const filter = `openedFrom: "${month}-01T00:00:00+08:00", openedTo: "${monthAfter(month)}-01T00:00:00+08:00"`;
      const query = `{ list: ${list}(first: 1, filter: { ${filter} }) { totalCount } }`;
      const { totalCount } = (
        await askCleanly<{ list: { totalCount: number } }>('auditor:case', query, lists)
      ).list;
      if (opened === null) expect(cell.isSuppressed).toBe(true);
      else expect(opened).toBe(totalCount);
    }
  });

  it('add up over the levels where nothing is withheld, and never tell of one to four', async () => {
    let told = 0;
    for (const [, field] of services) {
      const [province, cities, counties] = await Promise.all(
        ['PROVINCE', 'CITY', 'COUNTY'].map((by) => cellsOf(field, by)),
      );
      for (const { opened } of [...(province ?? []), ...(cities ?? []), ...(counties ?? [])]) {
        if (opened !== null) expect(opened).toBeGreaterThanOrEqual(5);
      }
      told += (province ?? []).filter(({ opened }) => opened !== null).length;
      for (const { month, opened } of province ?? []) {
        for (const below of [cities, counties]) {
          const ofMonth = (below ?? []).filter((cell) => cell.month === month);
          expect(ofMonth.length).toBeGreaterThan(0);
          const hidden = ofMonth.filter((cell) => cell.opened === null);
          const told = ofMonth.reduce((sum, cell) => sum + (cell.opened ?? 0), 0);
          // What is left is of no cell under five, and of more cells than one.
          if (opened !== null && hidden.length > 0) {
            expect(hidden.length).toBeGreaterThan(1);
            expect(opened - told).toBeGreaterThanOrEqual(hidden.length + 4);
          }
          if (hidden.length === 0) expect(opened).toBe(told);
        }
      }
    }
    expect(told).toBeGreaterThan(2);
  });

  it('are null for citizens and officers, and refused to an auditor who does not say why', async () => {
    const query = '{ notaryStatistics(from: "2026-01", to: "2026-03") { opened } }';
    for (const [persona, question] of [
      ['citizen:zhang', {}],
      ['officer:notary', { purpose: 'STATISTICS', accessCase: 'REPORT-1' }],
    ] as const) {
      const answer = await ask(persona, query, question);
      expect([answer.data, answer.errors]).toEqual([{ notaryStatistics: null }, []]);
    }
    const { errors } = await ask('auditor:case', query);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['PURPOSE_REQUIRED']);
  });

  it('are an error where the agency is down', async () => {
    await setFault('mediation', 'failing');
    try {
      const query = '{ mediationStatistics(from: "2026-01", to: "2026-03") { opened } }';
      const { data, errors } = await ask('auditor:case', query, figures);
      expect(data).toEqual({ mediationStatistics: null });
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['AGENCY_UNAVAILABLE']);
    } finally {
      await setFault('mediation', 'none');
    }
  });

  it('are recorded as asked for, and touch nobody', async () => {
    const query = '{ legalAidStatistics(from: "2026-01", to: "2026-03", by: CITY) { opened } }';
    const { audit } = await ask('auditor:case', query, figures);
    if (audit === null) throw new Error('figures leave no receipt');
    const [outcome] = await readRecords(audit.index, audit.index + 1);
    expect(outcome).toMatchObject({
      phase: 'outcome',
      purpose: 'STATISTICS',
      fields: ['Query.legalAidStatistics', 'ServiceStatistics.opened'],
      subjects: [],
      counts: { subjects: 0, cases: 0 },
    });
  });
});
