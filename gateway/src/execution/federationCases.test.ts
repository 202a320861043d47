import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
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
import type { ComposedGroup } from '../testing/federation-cases/composeGroup.ts';
import type { FederationCase, FederationGroup } from '../testing/federation-cases/federationGroup.ts';
import type { GroupFailures } from '../testing/federation-cases/groupFailures.ts';
import { groups } from '../testing/federation-cases/groups.ts';
import { knownFailures } from '../testing/federation-cases/knownFailures.ts';
import { createGroupStarter, type RunningGroup, type Way } from '../testing/federation-cases/startGroups.ts';
import { type ExecutorName, executorNames } from './executorName.ts';

jest.setTimeout(30_000);

/** The reference executor knows one planner, and only its answers are looked at: how often it asks is its own affair. */
const ways = executorNames.flatMap((executor: ExecutorName): Way[] => {
  if (executor === 'reference') return [{ executor, planner: 'apollo', name: executor }];
  const planners: readonly PlannerName[] = ['apollo', 'hive', 'auto'];
  return planners.map((planner) => ({ executor, planner, name: `${executor} ${planner}` }));
});
const starter = createGroupStarter(groups, ways);
afterAll(() => starter.stopAll());

describe.each(groups.map((group, index) => [group.name, group, index] as const))('%s', (_, group, index) => {
  let running: RunningGroup;
  beforeAll(async () => {
    running = await starter.start(index);
  });
  beforeEach(() => group.reset?.());
  afterAll(() => starter.stop(index));

  describe.each(ways)('by $name', (way) => {
    const failures = knownFailures[way.name]?.[group.name] ?? {};
    if (typeof failures === 'string') {
      it(`is refused: ${failures}`, () => {
        expect(() => running.graphOf(way)).toThrow(/\w+ \w+/);
      });
      return;
    }
    for (const one of group.cases) {
      const ask = () => askCase(running.graphOf(way), one);
      const check = async () => {
        const answer = await ask();
        checkAnswer(one, answer);
        if (way.executor === 'reference') return;
        checkEveryFetch(one, running.composed, answer.fetches);
        checkFetches(one, answer, way.planner);
      };
      const failure = failures[one.name];
      if (failure === undefined) it(one.name, check);
      else if (typeof failure === 'string') it.failing(`${one.name} (is wrong: ${failure})`, check);
      else {
        it(`${one.name} (is refused: ${failure.because})`, async () => {
          expect(await ask()).toEqual({ data: undefined, errors: [failure.code], fetches: [] });
        });
      }
    }
  });
});

type Fetches = CaseAnswer['fetches'];

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

/** What holds for every fetch of every operation: its subgraph can read it, and no entity is asked for in vain. */
function checkEveryFetch({ query }: FederationCase, { subgraphs }: ComposedGroup, fetches: Fetches): void {
  const questions = new Set<string>();
  for (const fetch of fetches) {
    const schema = subgraphs.get(fetch.subgraph);
    if (schema === undefined) throw new Error(`a fetch to ${fetch.subgraph}`);
    expect(validate(schema, parse(fetch.query))).toEqual([]);
    const lists = representationListsOf(fetch);
    for (const list of lists) expect(new Set(list.map(canonicalJson)).size).toBe(list.length);
    // Between two mutations an entity may have changed.
    if (lists.length === 0 || query.startsWith('mutation')) continue;
    const question = canonicalJson(fetch);
    expect(questions).not.toContain(question);
    questions.add(question);
  }
}

describe('the table of known failures', () => {
  const casesOf = ({ cases }: FederationGroup) => cases.map(({ name }) => name);

  it('names groups and cases that there are', () => {
    expect(ways.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(knownFailures)));
    for (const failures of Object.values(knownFailures)) {
      for (const [name, known] of Object.entries<GroupFailures>(failures)) {
        const group = groups.find((candidate) => candidate.name === name);
        if (group === undefined) throw new Error(`there is no group of the name: ${name}`);
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
