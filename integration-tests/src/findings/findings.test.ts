import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseFacts } from '@tongban/kit';
import { testTagOf } from '@tongban/kit/testing';
import { generateWorld, graphCaseId, mergeSlices, scenarios, variants } from '@tongban/synthetic';
import { findFindings } from '../../../subgraphs/oversight/src/rules/findFindings.ts';
import { traceOf } from '../../../subgraphs/oversight/src/rules/traceFacts.ts';
import { worldFacts } from './worldFacts.ts';

type Base = keyof typeof scenarios;

const bases = Object.entries(scenarios) as [Base, (typeof scenarios)[Base]][];
const slices = [...bases.map(([, { slice }]) => slice), ...Object.values(variants).map(({ slice }) => slice)];
const idsOf = (base: Base) => scenarios[base].slice.cases.map(graphCaseId);

describe('rules over the facts that subgraphs tell', () => {
  let facts: Map<string, CaseFacts>;

  beforeAll(async () => {
    facts = await worldFacts([mergeSlices(...slices)]);
  }, 120_000);

  const findingsOf = (ids: readonly string[]) =>
    findFindings(traceOf(ids.flatMap((id) => facts.get(id) ?? [])));

  it('are told of every case but the will, which no auditor sees', () => {
    const untold = mergeSlices(...slices)
      .cases.map(graphCaseId)
      .filter((id) => !facts.has(id));
    expect(untold).toEqual([scenarios.sc2.cases.will]);
  });

  it.each(bases.map(([base]) => base))('find nothing in %s as it should be', (base) => {
    expect(findingsOf(idsOf(base))).toEqual([]);
  });

  it('find nothing more when all of them have grown old', async () => {
    const old = await worldFacts([mergeSlices(...slices)], { now: '2046-11-23T10:00:00+08:00' });
    const found = (facts: typeof old) =>
      findFindings(traceOf([...facts.values()])).map(({ rule, cases, about }) => ({ rule, cases, about }));
    expect(found(old)).toEqual(found(facts));
  }, 120_000);

  it('find nothing between the scenarios', () => {
    expect(findingsOf(bases.flatMap(([base]) => idsOf(base)))).toEqual([]);
  });

  it.each(Object.entries(variants))('find in %s what it plants, and nothing else', (_name, variant) => {
    const found = findingsOf([...idsOf(variant.base), ...variant.cases]);
    expect([...new Set(found.map(({ rule }) => rule))]).toEqual(variant.rule === null ? [] : [variant.rule]);
    if (variant.rule !== null) {
      expect(found.flatMap(({ cases }) => cases)).toEqual(expect.arrayContaining([variant.cases[0]]));
    }
  });

  it.each(Object.entries(variants).filter(([, { rule }]) => rule !== null))(
    'find what %s plants from the trace of one person: own cases, and those in the same threads',
    (_name, variant) => {
      const { cases, threads } = mergeSlices(...bases.map(([, { slice }]) => slice), variant.slice);
      const partiesOf = (one: (typeof cases)[number]) => one.parties.flatMap(({ person }) => person ?? []);
      const planted = cases.filter((one) => variant.cases.includes(graphCaseId(one)));
      const found = [...new Set(planted.flatMap(partiesOf))].map((person) => {
        const own = cases.filter((one) => partiesOf(one).includes(person)).map(graphCaseId);
        const linked = threads.flatMap(({ members }) =>
          members.some((id) => own.includes(id)) ? members : [],
        );
        const told = [...new Set([...own, ...linked])].flatMap((id) => facts.get(id) ?? []);
        const findings = findFindings(traceOf(told, new Set([testTagOf(person)])));
        return [...new Set(findings.map(({ rule }) => rule))];
      });
      expect(found).toContainEqual([variant.rule]);
      expect(found.flat().filter((rule) => rule !== variant.rule)).toEqual([]);
    },
  );

  it('name nobody, neither in facts nor in findings', () => {
    const { persons, practitioners } = mergeSlices(...slices);
    const findings = Object.values(variants).flatMap(({ base, cases }) =>
      findingsOf([...idsOf(base), ...cases]),
    );
    const told = JSON.stringify([...facts.values()]);
    const found = JSON.stringify(findings);
    const numbers = [...persons, ...practitioners].flatMap(
      ({ credential }) => credential?.split(':')[1] ?? [],
    );
    const names = [...persons, ...practitioners].map(({ name }) => name);
    expect([...numbers, ...names].filter((text) => told.includes(text))).toEqual([]);
    const licences = practitioners.map(({ practitionerNo }) => practitionerNo);
    expect([...numbers, ...names, ...licences].filter((text) => found.includes(text))).toEqual([]);
  });
});

describe('rules over a made-up population', () => {
  it('find late steps as often as the world has them, and no pattern that chance makes', async () => {
    const facts = await worldFacts(generateWorld({ persons: 300, seed: 1, scenarios: [] }));
    const found = findFindings(traceOf([...facts.values()]));
    const late = new Set(found.flatMap(({ rule, cases }) => (rule === 'R-15' ? cases : [])));
    expect(found.filter(({ rule }) => rule !== 'R-15')).toEqual([]);
    expect(late.size / facts.size).toBeGreaterThan(0.02);
    expect(late.size / facts.size).toBeLessThan(0.1);
  }, 120_000);
});
