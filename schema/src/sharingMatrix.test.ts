import { describe, expect, it } from '@jest/globals';
import { fieldGroups, readSharingMatrix, relations, sharedServices, sharingLevels } from './sharingMatrix.ts';

const matrix = readSharingMatrix();
const cells = sharedServices.flatMap((service) =>
  fieldGroups.flatMap((group) =>
    relations.map((relation) => ({ service, group, relation, level: matrix[service][group][relation] })),
  ),
);

const file = (change: (rows: Record<string, Record<string, string[]>>) => void) => {
  const rows = Object.fromEntries(
    sharedServices.map((service) => [
      service,
      Object.fromEntries(
        fieldGroups.map((group) => [
          group,
          relations.map((relation) => matrix[service][group][relation] as string),
        ]),
      ),
    ]),
  );
  change(rows);
  return JSON.stringify({ relations, services: rows });
};

describe('the sharing matrix', () => {
  it('has a level in every cell', () => {
    expect(cells).toHaveLength(4 * 15 * 10);
    for (const { level } of cells) expect(sharingLevels).toContain(level);
  });

  it('shows nothing to somebody who has nothing to do with the case', () => {
    expect(cells.filter(({ relation, level }) => relation === 'NONE' && level !== 'NONE')).toEqual([]);
  });

  it('shows no part of a case whose existence it hides', () => {
    const leaks = cells.filter(
      ({ service, relation, level }) => matrix[service].case[relation] === 'NONE' && level !== 'NONE',
    );
    expect(leaks).toEqual([]);
  });

  it('hides legal aid, hardship, reductions of fees and wills from the other side', () => {
    const opposing = cells.filter(
      ({ relation }) => relation === 'OPPOSING_PARTY' || relation === 'OPPOSING_LAWYER',
    );
    const open = opposing.filter(
      ({ service, group, level }) =>
        level !== 'NONE' && (service === 'LEGAL_AID' || ['hardship', 'fee', 'will'].includes(group)),
    );
    expect(open).toEqual([]);
  });

  it('lets nobody but the mediation body read what was said in mediation', () => {
    const readers = cells.filter(
      ({ service, group, level }) =>
        service === 'MEDIATION' && group === 'statements' && (level === 'FULL' || level === 'MASKED'),
    );
    expect(readers.map(({ relation }) => relation)).toEqual(['AGENCY']);
  });

  it('gives the text of an opinion to the client, the court, the assigned lawyer and those who oversee, not to the parties', () => {
    const { opinion } = matrix.FORENSIC_APPRAISAL;
    expect(opinion).toEqual({
      SELF: 'YES_NO',
      OPPOSING_PARTY: 'YES_NO',
      ASSIGNED_LAWYER: 'FULL',
      OPPOSING_LAWYER: 'YES_NO',
      AGENCY: 'FULL',
      CLIENT: 'FULL',
      COURT: 'FULL',
      BUREAU: 'NONE',
      AUDITOR: 'FULL',
      NONE: 'NONE',
    });
  });

  it('is refused when a cell, a row or a service is missing, or a stranger would see something', () => {
    const breaks: ((rows: Record<string, Record<string, string[]>>) => void)[] = [
      (rows) => rows.NOTARY?.fee?.pop(),
      (rows) => delete rows.NOTARY?.fee,
      (rows) => delete rows.MEDIATION,
      (rows) => rows.NOTARY?.fee?.splice(9, 1, 'FULL'),
      (rows) => rows.NOTARY?.fee?.splice(0, 1, 'SOME'),
      (rows) => Object.assign(rows.NOTARY ?? {}, { gossip: relations.map(() => 'NONE') }),
    ];
    expect(readSharingMatrix(file(() => undefined))).toEqual(matrix);
    for (const change of breaks)
      expect(() => readSharingMatrix(file(change))).toThrow('schema/sharing-matrix.yaml');
  });

  it('is refused when its columns stand in another order', () => {
    const text = file(() => undefined).replace('"SELF","OPPOSING_PARTY"', '"OPPOSING_PARTY","SELF"');
    expect(() => readSharingMatrix(text)).toThrow('in this order');
  });
});
