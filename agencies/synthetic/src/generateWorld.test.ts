import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { generateWorld } from './generateWorld.ts';
import { scenarios } from './scenarios.ts';
import type { WorldSlice } from './syntheticWorld.ts';
import { validateWorld } from './validateWorld.ts';
import { addWorkingDays, toDay } from './worldCalendar.ts';

const world = (persons: number, seed: number): WorldSlice[] => [...generateWorld({ persons, seed })];
const digest = (slices: Iterable<WorldSlice>) => {
  const hash = createHash('sha256');
  for (const slice of slices) hash.update(JSON.stringify(slice));
  return hash.digest('hex');
};

describe('the generated world', () => {
  const [first, ...rest] = world(2_000, 1);
  if (first === undefined) throw new Error('a world has a first slice');
  const slices = [first, ...rest];
  const persons = rest.flatMap((slice) => slice.persons);
  const cases = rest.flatMap((slice) => slice.cases);

  it('is sound', () => {
    expect(validateWorld(slices)).toEqual([]);
  });

  it('is the same bytes for the same arguments, and others for another seed', () => {
    const one = digest(generateWorld({ persons: 1_050, seed: 7 }));
    expect(digest(generateWorld({ persons: 1_050, seed: 7 }))).toBe(one);
    expect(digest(generateWorld({ persons: 1_050, seed: 8 }))).not.toBe(one);
  });

  it('begins with the scenarios and every body and practitioner', () => {
    const threads = first.threads.map(({ threadNo }) => threadNo);
    expect(threads).toEqual(Object.values(scenarios).map(({ threadNo }) => threadNo));
    expect(rest.flatMap(({ bodies, practitioners }) => [...bodies, ...practitioners])).toEqual([]);
    expect(first.bodies.length).toBeGreaterThan(500);
  });

  it('has slices of at most 1,000 persons, as many as asked', () => {
    expect(rest.map((slice) => slice.persons.length)).toEqual([1_000, 1_000]);
    expect(world(1, 3).map((slice) => slice.persons.length)).toEqual([first.persons.length, 1]);
    expect(world(0, 3)).toHaveLength(1);
  });

  it('gives a person about one and a half cases, and nobody more than a dozen or so', () => {
    expect(cases.length / persons.length).toBeGreaterThan(1.3);
    expect(cases.length / persons.length).toBeLessThan(1.7);
    const parties = cases.flatMap((one) => [...new Set(one.parties.flatMap(({ person }) => person ?? []))]);
    const counts = [...Map.groupBy(parties, (person) => person).values()].map(({ length }) => length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(14);
  });

  it('spreads over services, counties, years and statuses', () => {
    const kinds = (of: (one: (typeof cases)[number]) => string) => new Set(cases.map(of)).size;
    expect(kinds(({ service }) => service)).toBe(4);
    expect(kinds(({ region }) => region)).toBe(45);
    expect(kinds(({ openedAt }) => openedAt.slice(0, 4))).toBe(8);
    expect(kinds(({ service, status }) => `${service} ${status}`)).toBeGreaterThan(35);
  });

  it('holds wills, sealed records, minors with a guardian, and bodies as parties', () => {
    expect(cases.filter(({ secrecy }) => secrecy.includes('willSecret')).length).toBeGreaterThan(5);
    expect(cases.filter(({ secrecy }) => secrecy.includes('sealed')).length).toBeGreaterThan(0);
    const minors = persons.filter(({ specialGroups }) => specialGroups.includes('MINOR'));
    expect(minors.length).toBeGreaterThan(20);
    expect(minors.every(({ guardian }) => guardian !== null)).toBe(true);
    expect(
      cases.some(({ parties }) =>
        parties.some(({ organization, side }) => organization !== null && side === 'B'),
      ),
    ).toBe(true);
  });

  it('waives fees on decisions that were granted to the same person before', () => {
    const aid = new Map(
      cases.flatMap((one) =>
        one.service === 'LEGAL_AID' ? [[one.details.decision?.decisionNo ?? '', one]] : [],
      ),
    );
    const reductions = cases.flatMap((one) =>
      'feeReduction' in one.details && one.details.feeReduction !== null
        ? [{ one, reduction: one.details.feeReduction }]
        : [],
    );
    expect(reductions.length).toBeGreaterThan(50);
    for (const { one, reduction } of reductions) {
      const basis = aid.get(reduction.basisDocumentNo ?? '');
      expect(basis?.details.decision?.kind).toBe('GRANT');
      expect(basis?.parties[0]?.person).toBe(one.parties[0]?.person);
      expect((basis?.details.decision?.decidedAt ?? 'never') <= reduction.approvedAt).toBe(true);
    }
  });

  it('never has an agreement confirmed and notarised both', () => {
    const both = cases.filter(({ events }) => {
      const names = events.map(({ event }) => event);
      return names.includes('NOTARISE') && names.includes('FILE_CONFIRMATION');
    });
    expect(both).toEqual([]);
  });

  it('issues most certificates in time, and some late', () => {
    const plain = cases.filter(
      ({ service, pauses, events }) =>
        service === 'NOTARY' && pauses.length === 0 && events.some(({ to }) => to === 'ISSUED'),
    );
    const late = plain.filter(({ events }) => {
      const day = (event: string) => toDay(events.find((one) => one.event === event)?.at ?? '');
      return day('APPROVE') > addWorkingDays(day('ACCEPT'), 15);
    });
    expect(late.length).toBeGreaterThan(0);
    expect(late.length / plain.length).toBeLessThan(0.1);
  });
});
