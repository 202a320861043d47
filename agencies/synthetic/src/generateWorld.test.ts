import { describe, expect, it } from '@jest/globals';
import { generateWorld } from './generateWorld.ts';
import { lifecycles } from './lifecycles.ts';
import type { WorldSlice } from './syntheticWorld.ts';
import { hasIdentityCheck } from './testSafeNumbers.ts';

const world = (seed: number, persons = 1_500): WorldSlice[] => [
  ...generateWorld({ persons, seed, scenarios: [] }),
];

describe('the generated world', () => {
  const slices = world(1);
  const cases = slices.flatMap((slice) => slice.cases);
  const persons = slices.flatMap((slice) => slice.persons);

  it('is the same for the same seed, and another for another', () => {
    expect(JSON.stringify(world(1))).toBe(JSON.stringify(slices));
    expect(JSON.stringify(world(2))).not.toBe(JSON.stringify(slices));
  });

  it('has as many persons as asked, each with a valid number of their own', () => {
    expect(persons).toHaveLength(1_500);
    expect(new Set(persons.map(({ credential }) => credential)).size).toBe(1_500);
    expect(persons.filter(({ credential }) => !hasIdentityCheck(credential.slice(4)))).toEqual([]);
  });

  it('spreads over services, counties, years and statuses', () => {
    const kinds = (of: (one: (typeof cases)[number]) => string) => new Set(cases.map(of)).size;
    expect(kinds(({ service }) => service)).toBe(4);
    expect(kinds(({ region }) => region)).toBe(45);
    expect(kinds(({ openedAt }) => openedAt.slice(0, 4))).toBe(8);
    expect(kinds(({ service, status }) => `${service} ${status}`)).toBeGreaterThan(25);
    expect(cases.length).toBeGreaterThan(1_800);
  });

  it('takes only steps that the lifecycles know, in order of time', () => {
    const illegal = cases.flatMap(({ service, key, events }) => {
      const own = events.filter((event) => event.service !== 'CONSULTATION');
      return own.flatMap((event, index) => {
        const from = own[index - 1]?.to ?? null;
        const known = lifecycles[service].steps.some(
          (step) => step.from === from && step.event === event.event && step.to === event.to,
        );
        const inOrder = index === 0 || event.at >= (own[index - 1]?.at ?? '');
        return known && inOrder ? [] : [`${key}: ${from} ${event.event} ${event.to}`];
      });
    });
    expect(illegal).toEqual([]);
  });

  it('closes exactly the cases whose status ends the work', () => {
    const wrong = cases.filter(
      ({ service, status, closedAt }) => lifecycles[service].closing.includes(status) !== (closedAt !== null),
    );
    expect(wrong.map(({ key, status }) => `${key} ${status}`)).toEqual([]);
  });

  it('uses no key, printed number or thread number twice', () => {
    const keys = cases.map(({ service, key }) => `${service} ${key}`);
    const numbers = cases.flatMap(({ caseNo, aliases }) => [caseNo, ...aliases]);
    const threads = slices.flatMap((slice) => slice.threads.map(({ threadNo }) => threadNo));
    for (const list of [keys, numbers, threads]) expect(new Set(list).size).toBe(list.length);
  });

  it('links only cases that exist, and quotes only decisions that were made', () => {
    const ids = new Set(slices.flatMap((slice) => slice.threads.flatMap(({ members }) => members)));
    const links = slices.flatMap((slice) => slice.links);
    expect(links.length).toBeGreaterThan(300);
    expect(links.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
    const numbers = new Set(cases.flatMap(({ aliases }) => aliases));
    const quoted = links
      .filter(({ kind }) => kind === 'BASIS_FOR_FEE_REDUCTION')
      .map(({ evidenceNo }) => evidenceNo);
    expect(quoted.filter((number) => number === null || !numbers.has(number))).toEqual([]);
  });
});
