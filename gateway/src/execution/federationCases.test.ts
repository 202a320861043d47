import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import type { PlannerName } from '../planning/plannerName.ts';
import {
  askCase,
  type CaseAnswer,
  canonicalJson,
  countFetches,
  representationListsOf,
  representationsTo,
} from '../testing/federation-cases/askCase.ts';
import {
  type ComposedGroup,
  composeGroup,
  type StartedGroup,
} from '../testing/federation-cases/composeGroup.ts';
import type { FederationCase, FederationGroup } from '../testing/federation-cases/federationGroup.ts';
import { groups } from '../testing/federation-cases/groups.ts';
import { type GroupFailures, knownFailures } from '../testing/federation-cases/knownFailures.ts';
import { type ExecutorName, executorNames } from './executorName.ts';

interface Way {
  readonly executor: ExecutorName;
  readonly planner: PlannerName;
  /** What the table of known failures calls it. */
  readonly way: string;
}

/** The reference executor knows one planner, and only its answers are looked at: how often it asks is its own affair. */
const ways = executorNames.flatMap((executor: ExecutorName): Way[] => {
  if (executor === 'reference') return [{ executor, planner: 'apollo', way: executor }];
  const planners: readonly PlannerName[] = ['apollo', 'hive', 'auto'];
  return planners.map((planner) => ({ executor, planner, way: `${executor} ${planner}` }));
});

describe.each(groups.map((group) => [group.name, group] as const))('%s', (_name, group) => {
  let composed: ComposedGroup;
  beforeAll(() => {
    composed = composeGroup(group);
  });

  describe.each(ways)('by $way', ({ executor, planner, way }) => {
    const failures = knownFailures[way]?.[group.name] ?? {};
    if (typeof failures === 'string') {
      it(`is refused: ${failures}`, async () => {
        await expect(composed.start(executor, planner)).rejects.toThrow(/\w+ \w+/);
      });
      return;
    }
    let graph: StartedGroup;
    beforeAll(async () => {
      graph = await composed.start(executor, planner);
    });
    beforeEach(() => group.reset?.());
    afterAll(() => graph?.stop());

    for (const one of group.cases) {
      const run = async () => {
        const answer = await askCase(graph, one);
        checkAnswer(one, answer);
        if (executor === 'reference') return;
        checkEveryFetch(composed, answer);
        checkFetches(one, answer, planner);
      };
      const reason = failures[one.name];
      if (reason === undefined) it(one.name, run);
      else it.failing(`${one.name} (not served: ${reason})`, run);
    }
  });
});

function checkAnswer({ data, errors = [] }: FederationCase, answer: CaseAnswer): void {
  expect(answer.errors).toEqual([...errors].sort());
  expect(answer.data).toEqual(data);
  expect(JSON.stringify(answer.data)).toBe(JSON.stringify(data));
}

function checkFetches(one: FederationCase, { fetches }: CaseAnswer, planner: PlannerName): void {
  const counts = one.fetchesBy?.[planner] ?? one.fetches;
  if (counts !== undefined) expect(countFetches(fetches)).toEqual(counts);
  for (const [subgraph, expected] of Object.entries(one.representations ?? {})) {
    expect(representationsTo(subgraph, fetches)).toEqual(expected.map(canonicalJson).sort());
  }
}

/** What holds for every fetch of every operation. */
function checkEveryFetch({ subgraphs }: ComposedGroup, { fetches }: CaseAnswer): void {
  const questions = new Set<string>();
  for (const fetch of fetches) {
    const schema = subgraphs.get(fetch.subgraph);
    if (schema === undefined) throw new Error(`a fetch to ${fetch.subgraph}`);
    expect(validate(schema, parse(fetch.query))).toEqual([]);
    for (const representations of representationListsOf(fetch)) {
      expect(new Set(representations.map(canonicalJson)).size).toBe(representations.length);
    }
    if (fetch.query.startsWith('mutation')) continue;
    const question = canonicalJson(fetch);
    expect(questions).not.toContain(question);
    questions.add(question);
  }
}

describe('the table of known failures', () => {
  const casesOf = ({ cases }: FederationGroup) => cases.map(({ name }) => name);

  it('names groups and cases that there are', () => {
    for (const [way, failures] of Object.entries(knownFailures)) {
      for (const [name, known] of Object.entries<GroupFailures>(failures)) {
        const group = groups.find((candidate) => candidate.name === name);
        if (group === undefined) throw new Error(`${way} lists a group that there is not: ${name}`);
        if (typeof known !== 'string')
          expect(casesOf(group)).toEqual(expect.arrayContaining(Object.keys(known)));
      }
    }
  });

  it('can tell all groups and cases apart', () => {
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
    for (const group of groups) expect(new Set(casesOf(group)).size).toBe(group.cases.length);
  });
});
