import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createSubjectTags } from '@tongban/kit';
import { readOrCreateSecrets } from '@tongban/local';
import { cast, generateWorld, graphCaseId, type SyntheticCase } from '@tongban/synthetic';
import { type Answer, askWithToken, howOften, testGraph } from '../client.ts';
import { readApiSchema } from '../door/apiSchema.ts';
import type { DoorCaller } from '../door/callerOf.ts';
import { plantCases } from '../door/plantCases.ts';
import { plantedCases } from '../door/plantedCases.ts';
import { randomCaller } from '../door/randomCaller.ts';
import { createRandomOperation, printOperation } from '../door/randomOperation.ts';
import { seededChoice } from '../door/seededChoice.ts';
import { signToken } from '../door/signToken.ts';
import { type LoggedRecord, logSize, readBodies } from './accessLog.ts';

/** 10,000 take some twenty minutes. */
const OPERATIONS = howOften('RECORDED_OPERATIONS', 200);
const AT_ONCE = 10;
const MS_EACH = 400;
/** The agencies remember the newest 10,000 requests, and an operation makes several. */
const BETWEEN_LOOKS = 500;

const schema = readApiSchema();
const slices = [...generateWorld({ persons: 300, seed: 7 })];
const world = [...slices.flatMap((slice) => slice.cases), ...Object.values(plantedCases)];
const byId = new Map(world.map((one) => [graphCaseId(one), one]));
const threadNoOf = new Map(
  slices.flatMap(({ threads }) =>
    threads.flatMap(({ threadNo, members }) => members.map((id) => [id, threadNo] as const)),
  ),
);
const impliedPurposes: Readonly<Record<string, string>> = {
  CITIZEN: 'SELF',
  REPRESENTATIVE: 'REPRESENTATION',
};
const systems = ['legal-aid', 'notary', 'forensic-appraisal', 'mediation'] as const;

/** Everybody in a case who has a document. */
function credentialsOf({ parties }: SyntheticCase): string[] {
  return parties.flatMap(({ person, agent }) => [person, agent].filter((credential) => credential !== null));
}

interface Look {
  readonly requestId: string;
  readonly caller: DoorCaller;
  readonly query: string;
  readonly answer: Answer;
}

async function lookOnce(seed: number): Promise<Look> {
  const choice = seededChoice(seed);
  const one = choice.pick(world);
  const other = choice.pick(world);
  const caller = randomCaller(choice, one, world);
  const ids = [one, one, one, other].map(graphCaseId);
  const [type = 'RIC', number = ''] = credentialsOf(one)[0]?.split(':') ?? [];
  const operation = createRandomOperation(schema, {
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
  })(choice);
  const query = printOperation(operation);
  const requestId = randomUUID();
  const answer = await askWithToken(await signToken(caller.claims), query, {
    ...(caller.purpose === undefined ? {} : { purpose: caller.purpose }),
    ...(caller.accessCase === undefined ? {} : { accessCase: caller.accessCase }),
    headers: { 'x-request-id': requestId },
  });
  return { requestId, caller, query, answer };
}

/** Request ids by agency, since this was last asked. */
async function agencyLogs(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { ports } = testGraph();
  const logs = await Promise.all(
    systems.map(async (system) => {
      const response = await fetch(`http://127.0.0.1:${ports[`${system}-system`]}/__accesses`);
      const accesses = (await response.json()) as { requestId: string | null }[];
      return [system, new Set(accesses.flatMap(({ requestId }) => requestId ?? []))] as const;
    }),
  );
  return new Map(logs);
}

/** A machine that is busy may not write a record in time; nothing personal is told then, and what was written of it may stand in the log. */
function isKeptBack({ errors, audit }: Answer): boolean {
  return audit === null && errors.some(({ extensions }) => extensions?.code === 'AUDIT_UNAVAILABLE');
}

/** Ids of cases in an answer: what every selection of a case asks for. */
function casesShown(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) casesShown(item, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key === 'oracleId' && typeof item === 'string') found.add(item);
      else casesShown(item, found);
    }
  }
  return found;
}

beforeAll(() => plantCases(Object.values(plantedCases)));

describe('the access log, beside the answers and the agencies’ own logs', () => {
  const looks: Look[] = [];
  let records: { readonly index: number; readonly leafHash: string; readonly record: LoggedRecord }[] = [];
  const reached = new Map<string, Set<string>>(systems.map((system) => [system, new Set()]));
  let tagOf: (credential: string) => string;

  beforeAll(
    async () => {
      const [epoch = '', key = ''] = readOrCreateSecrets(testGraph().dataDirectory).subjectTagKey.split('=');
      tagOf = createSubjectTags([{ epoch, key }]).tagOf;
      const from = await logSize();
      for (let done = 0; done < OPERATIONS; done += AT_ONCE) {
        const seeds = Array.from({ length: AT_ONCE }, (_, at) => 1_000_003 * (done + at + 1));
        looks.push(...(await Promise.all(seeds.map(lookOnce))));
        if (done % BETWEEN_LOOKS === 0 || done + AT_ONCE >= OPERATIONS) {
          for (const [system, ids] of await agencyLogs()) for (const id of ids) reached.get(system)?.add(id);
        }
      }
      const to = await logSize();
      const bodies = await readBodies(from, to);
      records = bodies.map((body, at) => ({
        index: from + at,
        leafHash: createHash('sha256').update(Buffer.of(0)).update(body).digest('hex'),
        record: JSON.parse(body.toString()) as LoggedRecord,
      }));
    },
    120_000 + OPERATIONS * MS_EACH,
  );

  it(`has one intent and one outcome for each of ${OPERATIONS} looks, and a receipt of the outcome in each answer`, () => {
    let recorded = 0;
    for (const { requestId, answer, query } of looks) {
      if (isKeptBack(answer)) continue;
      const mine = records.filter(({ record }) => record.requestId === requestId);
      const receipt = answer.audit;
      if (receipt === null) {
        expect({ query, mine }).toEqual({ query, mine: [] });
        continue;
      }
      recorded += 1;
      expect(mine.map(({ record }) => record.phase)).toEqual(['intent', 'outcome']);
      expect(receipt).toMatchObject({ index: mine[1]?.index, leafHash: mine[1]?.leafHash });
    }
    expect(recorded).toBeGreaterThan(OPERATIONS * 0.7);
  });

  it('says who asked, why, and with what errors, as the answer has it', () => {
    const outcomes = new Map(
      records.flatMap(({ record }) =>
        record.phase === 'outcome' ? [[record.requestId, record] as const] : [],
      ),
    );
    for (const { requestId, caller, answer } of looks) {
      const outcome = outcomes.get(requestId);
      if (outcome === undefined || isKeptBack(answer)) continue;
      expect(outcome).toMatchObject({
        actor: { role: caller.claims.role, organisation: caller.claims.org ?? null },
        purpose: caller.purpose ?? impliedPurposes[caller.claims.role] ?? null,
        caseReference: caller.accessCase ?? null,
        errors: [...new Set(answer.errors.map(({ extensions }) => extensions?.code))].sort(),
      });
    }
  });

  it('names everybody in each case that was shown, whoever asked by whatever number', () => {
    const outcomes = new Map(records.map(({ index, record }) => [index, record]));
    let named = 0;
    for (const { answer } of looks) {
      const receipt = answer.audit;
      if (receipt === null) continue;
      const subjects = new Set(outcomes.get(receipt.index)?.subjects);
      for (const id of casesShown(answer.data)) {
        const one = byId.get(id);
        if (one === undefined) continue;
        const missing = credentialsOf(one).filter((credential) => !subjects.has(tagOf(credential)));
        expect({ id, missing }).toEqual({ id, missing: [] });
        named += 1;
      }
    }
    expect(named).toBeGreaterThan(OPERATIONS / 10);
  });

  it('has a record for every request that reached an agency, and an agency has a trace of every case that is recorded', () => {
    const outcomes = new Map(
      records.flatMap(({ record }) =>
        record.phase === 'outcome' ? [[record.requestId, record] as const] : [],
      ),
    );
    const mine = new Set(looks.map(({ requestId }) => requestId));
    let compared = 0;
    for (const [system, ids] of reached) {
      for (const id of ids) {
        if (!mine.has(id)) continue;
        compared += 1;
        expect({ system, id, asked: outcomes.get(id)?.agencies.asked.includes(system) }).toEqual({
          system,
          id,
          asked: true,
        });
      }
    }
    expect(compared).toBeGreaterThan(OPERATIONS / 2);
    for (const { requestId } of looks) {
      const cases = outcomes.get(requestId)?.counts.cases ?? 0;
      const seen = [...reached.values()].some((ids) => ids.has(requestId));
      if (cases > 0) expect({ requestId, seen }).toEqual({ requestId, seen: true });
    }
  });

  it('holds no identity number and no name in clear', () => {
    const written = JSON.stringify(records);
    const persons = slices.flatMap((slice) => slice.persons);
    for (const { credential, name } of persons) {
      const number = credential.split(':')[1] as string;
      if (number.length > 8) expect(written.includes(number)).toBe(false);
      expect(written.includes(name)).toBe(false);
    }
  });
});
