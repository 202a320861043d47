import { beforeAll, describe, expect, it } from '@jest/globals';
import { cast, generateWorld, graphCaseId, type SyntheticCase } from '@tongban/synthetic';
import fc from 'fast-check';
import { howOften } from '../client.ts';
import { readApiSchema } from './apiSchema.ts';
import { askAs, type DoorCaller } from './callerOf.ts';
import { canaryCases } from './canaryCases.ts';
import { createDeniedFields } from './deniedFields.ts';
import { plantCases } from './plantCases.ts';
import { plantedCases } from './plantedCases.ts';
import { randomCaller } from './randomCaller.ts';
import { createRandomOperation, printOperation } from './randomOperation.ts';
import { seededChoice } from './seededChoice.ts';

const OPERATIONS = howOften('RANDOM_OPERATIONS', 500);
const AT_ONCE = 10;
const MS_EACH = 400;

const schema = readApiSchema();
const slices = [...generateWorld({ persons: 300, seed: 7 })];
const world = slices.flatMap((slice) => slice.cases);
const scenarioCases = slices[0]?.cases ?? [];
/** Where more than the relation decides. */
const markedCases = world.filter(({ secrecy }) => secrecy.some((mark) => mark !== 'privacy'));
/** Where there is something of everything, and somebody in every relation. */
const fullCases: readonly SyntheticCase[] = Object.values(plantedCases);
const threadNoOf = new Map(
  slices.flatMap(({ threads }) =>
    threads.flatMap(({ threadNo, members }) => members.map((id) => [id, threadNo] as const)),
  ),
);
const numbers = slices.flatMap(({ persons }) =>
  persons.map(({ credential }) => credential.split(':')[1] ?? ''),
);
// Suites share a graph, so the cases of others may be met in lists.
const deniedIn = createDeniedFields(schema, [...world, ...fullCases, ...canaryCases]);

/** Arguments that lead to one case and its neighbours, and some that lead nowhere. */
function valuesFor(one: SyntheticCase, other: SyntheticCase) {
  const ids = [one, one, one, other].map(graphCaseId);
  const [type = 'RIC', number = ''] =
    one.parties.find(({ person }) => person !== null)?.person?.split(':') ?? [];
  return {
    'case.id': [...ids, `${ids[0]?.slice(0, 10)}NOSUCH`],
    'person.id': ['P0'],
    'trace.person': ['P0'],
    'trace.basis': ['AUD-2026-001'],
    from: ['2026-01'],
    to: ['2026-03'],
    'caseByNumber.number': [one.caseNo, ...one.aliases, other.caseNo],
    threadNo: ids.map((id) => threadNoOf.get(id) ?? 'CT-2026-99999999'),
    uscc: [one.agency, cast.bodies.court.id],
    'personByDocument.type': [type],
    'personByDocument.number': [number],
    first: [1, 2, 3, 5],
  };
}

async function runOne(seed: number): Promise<{ denied: string[]; checked: number; isAnswered: boolean }> {
  const choice = seededChoice(seed);
  const one = choice.pick(choice.pick([world, scenarioCases, markedCases, fullCases]));
  const other = choice.pick(world);
  const caller: DoorCaller = randomCaller(choice, one, world);
  const operation = createRandomOperation(schema, valuesFor(one, other))(choice);
  const query = printOperation(operation);
  const answer = await askAs(caller, query);
  if (answer.status >= 500) throw new Error(`${answer.status} ${answer.text}\n${query}`);
  const { denied, checked } = deniedIn(operation, answer.data, caller);
  const told = denied.map(
    (what) => `${what}\n${JSON.stringify(caller)}\n${query}\n${answer.text.slice(0, 3_000)}`,
  );
  const full = numbers.find(
    (number) => number.length > 10 && answer.text.includes(number) && !query.includes(number),
  );
  if (full !== undefined) told.push(`a document number in full\n${query}`);
  return { denied: told, checked, isAnswered: answer.data !== undefined && answer.data !== null };
}

beforeAll(() => plantCases(fullCases));

describe('a random operation of a random caller', () => {
  it(
    `finds no field that the sharing matrix denies, ${OPERATIONS} times`,
    async () => {
      let answered = 0;
      let checked = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer(), { minLength: AT_ONCE, maxLength: AT_ONCE }),
          async (seeds) => {
            const runs = await Promise.all(seeds.map(runOne));
            for (const run of runs) {
              answered += Number(run.isAnswered);
              checked += run.checked;
              expect(run.denied).toEqual([]);
            }
          },
        ),
        { numRuns: OPERATIONS / AT_ONCE, endOnFailure: true },
      );
      // Were most refused, or few about cases, nothing would have been seen.
      expect(answered).toBeGreaterThan(OPERATIONS * 0.8);
      expect(checked).toBeGreaterThan(OPERATIONS * 5);
    },
    60_000 + OPERATIONS * MS_EACH,
  );
});
