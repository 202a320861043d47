import { describe, expect, it } from '@jest/globals';
import { cast } from '../cast.ts';
import { dayOf, findCase, statusOf, wayOf } from '../testing/scenarioReader.ts';
import { toDay } from '../worldCalendar.ts';
import { sc4 } from './sc4.ts';

describe('SC-4', () => {
  it('has thirty aid cases, thirty mediations, 24 certificates, 13 of them to be enforced', () => {
    const { legalAid, mediation, notary } = sc4.cases;
    const { workers, agreements, enforcementCertificates, paid, toArbitration } = sc4.expected;
    expect([legalAid.length, mediation.length, notary.length]).toEqual([workers, workers, agreements]);
    expect(legalAid.every((id) => statusOf(id) === 'SUBSIDY_PAID')).toBe(true);
    expect(Object.fromEntries(countBy(mediation.map(statusOf)))).toEqual({
      PERFORMED: paid,
      BREACHED: enforcementCertificates,
      FAILED: toArbitration,
    });
    expect(Object.fromEntries(countBy(notary.map(statusOf)))).toEqual({
      ISSUED: paid,
      ENFORCEMENT_ISSUED: enforcementCertificates,
    });
  });

  it('pays each subsidy once and shows no worker another', () => {
    const details = sc4.cases.legalAid.map((id) => findCase(id).details);
    expect(details.flatMap((one) => ('subsidies' in one ? one.subsidies : []))).toHaveLength(
      sc4.expected.subsidies,
    );
    const workers = new Set<string>(cast.persons.workers.map(({ credential }) => credential));
    for (const one of sc4.slice.cases) {
      expect(one.parties.filter(({ person }) => person !== null && workers.has(person))).toHaveLength(1);
    }
  });

  it('helps two before the decision and confirms five duplicates by hand', () => {
    expect(sc4.cases.legalAid.filter((id) => wayOf(id).includes('PROVISIONAL'))).toHaveLength(
      sc4.expected.provisional,
    );
    const duplicates = sc4.slice.links.filter(({ kind }) => kind === 'POSSIBLE_DUPLICATE');
    expect(duplicates).toHaveLength(sc4.expected.possibleDuplicates);
    expect(duplicates.every(({ confirmedAt }) => confirmedAt !== null)).toBe(true);
  });

  it('ends labour mediation within fifteen days (D-35)', () => {
    for (const id of sc4.cases.mediation) {
      const end = findCase(id).events.find(({ to }) => to === 'AGREED' || to === 'FAILED')?.at ?? '';
      expect(toDay(end) - dayOf(id, 'REGISTER')).toBeLessThanOrEqual(15);
    }
  });
});

function countBy(values: readonly string[]): Map<string, number> {
  return new Map([...Map.groupBy(values, (value) => value)].map(([value, group]) => [value, group.length]));
}
