import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphCaseId, type SyntheticCase, scenarios, variants } from '@tongban/synthetic';
import { askAsAuditor, useGraph } from '../client.ts';
import { startTestGraph, type TestGraph } from '../testGraph.ts';

type Base = keyof typeof scenarios;
type VariantName = keyof typeof variants;

/** The faults that the scenarios name (domain of the graph: six stories with what an audit must find in each). */
const planted: Readonly<Record<Base, readonly VariantName[]>> = {
  sc1: ['secondAidInAnotherCounty', 'confirmedAndNotarised'],
  sc2: ['parallelNotaryOffice', 'feeReductionWithoutDecision', 'appraiserWasMediator'],
  sc3: ['sameFirmOnBothSides'],
  sc4: ['wageClaimedTwice', 'lawyerIsOpponentsCounsel', 'subsidyPaidTwice'],
  sc5: ['parallelAppraisal'],
  sc6: ['foreignElementNotReported'],
};
const bases = Object.keys(planted) as Base[];

interface Finding {
  readonly rule: string;
  readonly cases: readonly string[];
  readonly law: string;
  readonly facts: readonly string[];
  readonly innocentReading: string;
}

/** Documents of everybody in these cases, each once. */
function documentsOf(cases: readonly SyntheticCase[]): string[] {
  return [...new Set(cases.flatMap(({ parties }) => parties.flatMap(({ person }) => person ?? [])))];
}

/** What the rules find in the trace of one person; null where an auditor may not know of one. */
async function findingsAbout(document: string): Promise<readonly Finding[]> {
  const [type, number] = document.split(':');
  const person = await askAsAuditor<{ personByDocument: { id: string } | null }>(
    `query ($number: String!) { personByDocument(type: ${type}, number: $number) { id } }`,
    { number },
  );
  const id = person.data?.personByDocument?.id;
  if (id === undefined) throw new Error(`no person: ${person.text}`);
  const { data, errors } = await askAsAuditor<{
    trace: { result: { findings: Finding[]; unanswered: string[] } };
  }>(
    `query ($id: ID!) { trace(person: $id, basis: "AUD-2026-001") { result {
      unanswered findings { rule cases law facts innocentReading }
    } } }`,
    { id },
  );
  expect(errors).toEqual([]);
  expect(data?.trace.result.unanswered).toEqual([]);
  return data?.trace.result.findings ?? [];
}

async function findingsIn(cases: readonly SyntheticCase[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const document of documentsOf(cases)) found.push(...(await findingsAbout(document)));
  return found;
}

describe('traces of everybody in a scenario, through the whole graph', () => {
  it.each(bases)('find nothing in %s as it should be', async (base) => {
    const { cases } = scenarios[base].slice;
    const ids = new Set(cases.map(graphCaseId));
    // Suites share a graph: what others have planted, and how they have looked, is not of this scenario.
    const found = (await findingsIn(cases)).filter(
      (finding) => finding.rule !== 'R-26' && finding.cases.some((id) => ids.has(id)),
    );
    expect(found).toEqual([]);
  });

  describe('with its faults planted', () => {
    let graph: TestGraph;

    beforeAll(async () => {
      graph = await startTestGraph({ persons: 0, seed: 1, variants: Object.values(planted).flat() });
      useGraph(graph.address);
    }, 180_000);
    afterAll(async () => {
      useGraph(null);
      await graph?.stop();
    });

    it.each(bases)('find in %s what it names, and nothing else', async (base) => {
      const faults = planted[base].map((name) => variants[name]);
      const found = await findingsIn(faults.flatMap(({ slice }) => slice.cases));
      expect([...new Set(found.map(({ rule }) => rule))].sort()).toEqual(
        faults.map(({ rule }) => rule as string).sort(),
      );
      for (const { law, facts, innocentReading } of found)
        expect([law, innocentReading, facts.join()].map((text) => text.length > 5)).toEqual([
          true,
          true,
          true,
        ]);
    });
  });
});
