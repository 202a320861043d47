import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonaClaims } from '@tongban/development-issuer';
import { CALLER_ASSERTION_HEADER, type Caller, signAssertion } from '@tongban/kit';
import { relations, sharedServices } from '@tongban/schema';
import type { JWK } from 'jose';
import { testGraph } from '../client.ts';
import { caseTypes } from './fieldGroups.ts';
import { matrixCaller } from './matrixCaller.ts';
import { plantCases } from './plantCases.ts';
import { plantedCases, plantedIds } from './plantedCases.ts';
import { signToken } from './signToken.ts';

const subgraphs = {
  LEGAL_AID: 'legal-aid',
  NOTARY: 'notary',
  FORENSIC_APPRAISAL: 'forensic-appraisal',
  MEDIATION: 'mediation',
} as const;
type Service = keyof typeof subgraphs;

let gatewayKey: JWK & { readonly kid: string };
const strangersKey = generateKeyPairSync('ed25519').privateKey;
const REFUSED = {
  errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'UNAUTHENTICATED' }) })],
};

beforeAll(() => {
  plantCases(Object.values(plantedCases));
  const { dataDirectory } = testGraph();
  gatewayKey = JSON.parse(readFileSync(join(dataDirectory, 'secrets.json'), 'utf8')).assertionKey;
});

/** Whom the gateway would name for the relation. */
function toCaller(service: Service, relation: (typeof relations)[number]): Omit<Caller, 'requestId'> {
  const { claims, purpose = null, accessCase = null } = matrixCaller(relation, service);
  return {
    subject: 'somebody',
    role: claims.role as Caller['role'],
    credential: claims.credential ?? null,
    practitionerNo: claims.practitioner_no ?? null,
    organization: claims.org ?? null,
    service: claims.service ?? null,
    regions: claims.regions ?? [],
    scopes: [],
    purpose: claims.role === 'CITIZEN' ? 'SELF' : purpose,
    accessCase,
    assignment: claims.assignment ?? null,
    assignmentScope: toScope(claims.assignment_scope),
  };
}

function toScope(scope: PersonaClaims['assignment_scope']): Caller['assignmentScope'] {
  if (scope === undefined) return null;
  const { persons = [], cases = [], regions = [], from, until, approver = null } = scope;
  return { persons, cases, regions, from, until, approver };
}

function entityQuery(service: Service): string {
  const representations = [{ __typename: caseTypes[service], ref: plantedIds[service] }];
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${caseTypes[service]} { id caseNo } } }`;
  return JSON.stringify({ query, variables: { r: representations } });
}

async function post(subgraph: string, body: string, assertion?: string) {
  const { ports } = testGraph();
  const response = await fetch(`http://127.0.0.1:${ports[subgraph as keyof typeof ports]}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(assertion === undefined ? {} : { [CALLER_ASSERTION_HEADER]: assertion }),
    },
    body,
  });
  return { status: response.status, text: await response.text() };
}

interface Forgery {
  readonly key?: KeyObject;
  readonly subgraph?: string;
  readonly body?: string;
}

function sign(service: Service, relation: (typeof relations)[number], forgery: Forgery = {}) {
  return signAssertion(toCaller(service, relation), {
    key: forgery.key ?? gatewayKey,
    subgraph: forgery.subgraph ?? subgraphs[service],
    body: forgery.body ?? entityQuery(service),
    keyId: gatewayKey.kid,
  });
}

describe.each(sharedServices)('the subgraph of %s, asked without the gateway', (service) => {
  const subgraph = subgraphs[service];
  const body = entityQuery(service);
  const another = service === 'NOTARY' ? 'mediation' : 'notary';

  it('answers what the gateway has signed, once', async () => {
    const assertion = await sign(service, 'AGENCY');
    const first = await post(subgraph, body, assertion);
    expect([first.status, first.text]).toEqual([200, expect.stringContaining(plantedIds[service])]);
    const again = await post(subgraph, body, assertion);
    expect([again.status, JSON.parse(again.text)]).toEqual([401, REFUSED]);
  });

  it.each(relations)('refuses all forgeries for %s alike', async (relation) => {
    const token = await signToken(matrixCaller(relation, service).claims);
    const used = await sign(service, relation);
    await post(subgraph, body, used);
    const answers = [
      await post(subgraph, body),
      await post(subgraph, body, ''),
      await post(subgraph, body, token),
      await post(subgraph, body, await sign(service, relation, { key: strangersKey })),
      await post(subgraph, body, await sign(service, relation, { subgraph: another })),
      await post(subgraph, body, await sign(service, relation, { subgraph: 'one-network' })),
      await post(
        subgraph,
        body,
        await sign(service, relation, { body: entityQuery('LEGAL_AID').replace('LA-', 'XX-') }),
      ),
      await post(subgraph, `${body} `, await sign(service, relation)),
      await post(subgraph, body, used),
    ];
    for (const { status, text } of answers) {
      expect(status).toBe(401);
      expect(JSON.parse(text)).toEqual(REFUSED);
      expect(text).not.toContain(plantedIds[service]);
    }
    const withoutIds = answers.map(({ text }) => text.replace(/"requestId":"[^"]*"/, ''));
    expect(new Set(withoutIds).size).toBe(1);
  });
});

it('writes each refusal, and why, into the log of the subgraph, and nothing of who was named', async () => {
  const assertion = await sign('NOTARY', 'AGENCY', { key: strangersKey });
  await post('notary', entityQuery('NOTARY'), assertion);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const lines = readFileSync(testGraph().logFile, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('[notary]') && line.includes('caller assertion refused'));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.at(-1)).toMatch(/"reason":"\w+"/);
  expect(lines.join()).not.toContain(assertion.slice(-40));
});
