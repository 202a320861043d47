import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, graphCaseId, sc1, sc2 } from '@tongban/synthetic';
import { type AgencyName, type Answer, control, testGraph } from '../client.ts';
import { readApiSchema } from './apiSchema.ts';
import { askAs, auditor, citizen, staff } from './callerOf.ts';
import { canaryCases } from './canaryCases.ts';
import { caseTypes } from './fieldGroups.ts';
import { plantCases } from './plantCases.ts';
import { planted } from './plantedCases.ts';
import { CANARY, poisons, startPoisonedSystem } from './poisonedSystem.ts';
import { wholeSelection } from './wholeCase.ts';

const schema = readApiSchema();
const agencies = ['legal-aid', 'notary', 'forensic-appraisal', 'mediation'] as const;
const zhang = citizen(cast.persons.zhang.credential);

const questions: Readonly<
  Record<AgencyName, { service: string; list: string; id: string; number: string; org: string }>
> = {
  'legal-aid': {
    service: 'LEGAL_AID',
    list: 'legalAidCases',
    id: sc1.cases.legalAid,
    number: sc1.numbers.decision,
    org: cast.bodies.legalAidCentre.id,
  },
  notary: {
    service: 'NOTARY',
    list: 'notaryCases',
    id: sc2.cases.inheritance,
    number: sc2.numbers.inheritance,
    org: cast.bodies.notaryOffice1.id,
  },
  'forensic-appraisal': {
    service: 'FORENSIC_APPRAISAL',
    list: 'forensicAppraisalCases',
    id: sc1.cases.appraisal,
    number: sc1.numbers.opinion,
    org: cast.bodies.forensicInstitution1.id,
  },
  mediation: {
    service: 'MEDIATION',
    list: 'mediationCases',
    id: sc1.cases.mediation,
    number: sc1.numbers.agreement,
    org: cast.bodies.townshipCommittee.id,
  },
};

/** Every way to an agency: by id, by number, in a thread, in a person's lists, in the agency's own list. */
function askEverything(agency: AgencyName): Promise<Answer[]> {
  const { service, list, id, number, org } = questions[agency];
  const officer = staff(service, org, id);
  return Promise.all([
    askAs(zhang, 'query ($id: ID!) { case(id: $id) { id caseNo thread { title } links { kind } } }', { id }),
    askAs(officer, 'query ($n: String!) { caseByNumber(number: $n) { id statusHistory { event } } }', {
      n: number,
    }),
    askAs(zhang, 'query ($t: ID!) { thread(threadNo: $t) { title cases { id } timeline { totalCount } } }', {
      t: sc1.threadNo,
    }),
    askAs(zhang, `{ me { ${list} { id caseNo } cases { totalCount } threads { threadNo } } }`),
    askAs(officer, `{ ${list}(first: 5) { totalCount edges { node { id caseNo } } } }`),
    askAs(auditor(cast.bodies.justiceBureau.id), 'query ($id: ID!) { case(id: $id) { id caseNo } }', { id }),
  ]);
}

const cases = canaryCases;

beforeAll(() => plantCases(cases));

describe('canaries in what agencies say', () => {
  const sent = new Set<string>();
  const readAnswers: string[] = [];

  afterAll(() => expect(sent.size).toBeGreaterThanOrEqual(200));

  it.each(agencies)(
    'reach no client from %s',
    async (agency) => {
      await control('kill', `${agency}-system`);
      const system = await startPoisonedSystem(agency, testGraph().ports[`${agency}-system`]);
      try {
        for (const poison of poisons) {
          system.poison = poison;
          const before = system.sent.size;
          const answers = await askEverything(agency);
          expect([poison, system.sent.size > before]).toEqual([poison, true]);
          for (const { text, headers, errors } of answers) {
            expect([poison, CANARY.exec(text)]).toEqual([poison, null]);
            expect([poison, CANARY.exec(JSON.stringify([...headers]))]).toEqual([poison, null]);
            readAnswers.push(...errors.map(({ message }) => message));
          }
        }
      } finally {
        for (const one of system.sent) sent.add(one);
        await system.stop();
        await control('restart', `${agency}-system`);
      }
      expect(readAnswers.length).toBeGreaterThan(poisons.length);
    },
    120_000,
  );

  it('come out only as data, and only to those who may see them', async () => {
    for (const one of cases) {
      const query = `query ($id: ID!) { case(id: $id) { id ... on ${caseTypes[one.service]} ${wholeSelection(schema, caseTypes[one.service])} } }`;
      const own = await askAs(citizen(planted.sideA), query, { id: graphCaseId(one) });
      expect(JSON.stringify(own.data)).toMatch(CANARY);
      expect(JSON.stringify([own.errors, own.extensions])).not.toMatch(CANARY);
      const stranger = await askAs(citizen(planted.stranger), query, { id: graphCaseId(one) });
      expect(stranger.text).not.toMatch(CANARY);
    }
  });

  it('stand in no line that a process printed, in no metric and in no file but the agencies’ stores', async () => {
    await sleep(500);
    const { logFile, dataDirectory, gatewayUrl } = testGraph();
    const log = readFileSync(logFile, 'utf8');
    // The failures themselves are in the log.
    expect(log).toContain('AGENCY_BAD_RESPONSE');
    expect(linesWith(log)).toEqual([]);

    const metrics = await (await fetch(gatewayUrl.replace('/graphql', '/metrics'))).text();
    expect(metrics).toContain('gateway_subgraph_fetch_seconds');
    expect(linesWith(metrics)).toEqual([]);

    const files = readdirSync(dataDirectory, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && !/\.sqlite(?:-wal|-shm)?$/.test(entry.name),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const { parentPath, name } of files) {
      const file = join(parentPath, name);
      expect([file, CANARY.exec(readFileSync(file, 'latin1'))]).toEqual([file, null]);
    }
  });
});

function linesWith(text: string): string[] {
  return text.split('\n').filter((line) => CANARY.test(line));
}
