import { describe, expect, it } from '@jest/globals';
import { purposeDocs } from './purposeDocs.ts';
import { coveredGroups, type Purpose, purposeRoles, readPurposes } from './purposes.ts';
import { fieldGroups, readSharingMatrix, sharedServices } from './sharingMatrix.ts';

const purposes = readPurposes();
const file = (change: (first: Record<string, unknown>, all: Record<string, unknown>[]) => void) => {
  const all = structuredClone(purposes) as unknown as Record<string, unknown>[];
  change(all[0] ?? {}, all);
  return JSON.stringify(all);
};
const namedBy = (role: Purpose['roles'][number]) =>
  purposes.filter(({ roles }) => roles.includes(role)).map(({ code }) => code);

describe('the purposes', () => {
  it('are those of the contract', () => {
    expect(purposes.map(({ code }) => code)).toEqual([
      'SELF',
      'REPRESENTATION',
      'CASE_HANDLING',
      'COURT_ORDER',
      'SUPERVISION',
      'AUDIT',
      'LAWFUL_QUERY',
      'STATISTICS',
    ]);
  });

  it('give every role one at least, and citizens none of office', () => {
    for (const role of purposeRoles) expect(namedBy(role).length).toBeGreaterThan(0);
    expect(namedBy('CITIZEN')).toEqual(['SELF', 'REPRESENTATION']);
    expect(namedBy('REPRESENTATIVE')).toEqual(['SELF', 'REPRESENTATION']);
  });

  it('need no person for statistics and supervision, and no case for statistics', () => {
    const covers = (code: string) => purposes.find((purpose) => purpose.code === code)?.covers;
    expect(covers('STATISTICS')).toEqual(['statistics']);
    expect(covers('SUPERVISION')).not.toContain('person');
    expect(covers('SUPERVISION')).not.toContain('caseFacts');
    expect(covers('COURT_ORDER')).not.toContain('will');
    expect(covers('COURT_ORDER')).not.toContain('statements');
  });

  it('cover for supervision what the matrix shows a bureau of any service', () => {
    const matrix = readSharingMatrix();
    const shown = fieldGroups.filter((group) =>
      sharedServices.some((service) => matrix[service][group].BUREAU !== 'NONE'),
    );
    expect(purposes.find(({ code }) => code === 'SUPERVISION')?.covers).toEqual([...shown, 'statistics']);
  });

  it('are refused when something is missing, unknown or stands twice', () => {
    expect(readPurposes(file(() => undefined))).toEqual(purposes);
    const breaks: Parameters<typeof file>[0][] = [
      (first) => delete first.law,
      (first) => Object.assign(first, { covers: ['case', 'gossip'] }),
      (first) => Object.assign(first, { covers: ['hardship'] }),
      (first) => Object.assign(first, { covers: ['case', 'case'] }),
      (first) => Object.assign(first, { roles: [] }),
      (first) => Object.assign(first, { roles: ['SYSTEM_AUDITOR'] }),
      (first) => Object.assign(first, { services: ['COURT'] }),
      (first) => Object.assign(first, { remark: 'x' }),
      (first, all) => all.push(first),
      (_first, all) => all.splice(0),
    ];
    for (const change of breaks) expect(() => readPurposes(file(change))).toThrow('schema/purposes.yaml');
  });

  it('are all in the documentation, with every group', () => {
    const page = purposeDocs(purposes);
    for (const { code, law } of purposes) {
      expect(page).toContain(`\`${code}\``);
      expect(page).toContain(law);
    }
    for (const group of coveredGroups) expect(page).toContain(`| \`${group}\` |`);
  });
});
