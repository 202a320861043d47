import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readTypeDefs, serviceCaseTypeDefs } from '@tongban/kit';
import { compose } from '@tongban/schema/compose';
import { type DocumentNode, Kind, parse } from 'graphql';

interface Manifest {
  readonly type: string;
  readonly personField: string;
  readonly subgraph: string;
}

const file = (path: string) => new URL(`../${path}`, import.meta.url);
const manifests = JSON.parse(readFileSync(file('generated/services.json'), 'utf8')) as Manifest[];

/** An agency's subgraph with nothing but what every agency has. */
function agency({ type, personField }: Manifest): string {
  return `
    type ${type} @key(fields: "ref") {
      ref: ID! @inaccessible  visibleRef: ID @inaccessible  id: ID!  caseNo: String!  service: ServiceKind!
      agency: Organization  region: String!  stage: CaseStage!  status: String!  statusLabel: String!
      openedAt: DateTime!  closedAt: DateTime  statusHistory: [StatusEvent!]  parties: [CaseParty!]
      handlers: [Handler!]  documents: [Document!]  deadlines: [Deadline!]
    }
    ${type === 'LegalAidCase' ? '' : 'type LegalAidCase @key(fields: "ref", resolvable: false) { ref: ID! @inaccessible }'}
    extend type Person { ${personField}: [${type}!] }`;
}

function concat(...documents: DocumentNode[]): DocumentNode {
  return { kind: Kind.DOCUMENT, definitions: documents.flatMap(({ definitions }) => definitions) };
}

const subgraph = (name: string, typeDefs: DocumentNode) => ({
  name,
  url: `http://${name}`,
  typeDefs,
  manifest: null,
});

describe('the schema of one-network', () => {
  const shared = readTypeDefs(serviceCaseTypeDefs);
  const { api } = compose([
    ...manifests.map((manifest) => subgraph(manifest.subgraph, concat(shared, parse(agency(manifest))))),
    subgraph(
      'one-network',
      concat(shared, readTypeDefs(file('schema.graphql'), file('generated/serviceCases.graphql'))),
    ),
  ]);

  it('composes with agencies that have only what every agency has', () => {
    for (const { type } of manifests) expect(api).toContain(`type ${type} implements ServiceCase`);
  });

  it('shows clients nothing of the keys between subgraphs', () => {
    for (const hidden of [
      'visibleRef',
      'linkPointers',
      'members',
      'credential',
      'CaseLinkPointer',
      ' ref:',
    ]) {
      expect(api).not.toContain(hidden);
    }
  });

  it('has the names that clients rely on', () => {
    for (const field of [
      'me: Person',
      'case(',
      'cases: [ServiceCase]!',
      'threads: [CaseThread!]',
      'serviceStatus: [AgencyStatus!]!',
      'links: [CaseLink!]',
      'thread: CaseThread',
    ]) {
      expect(api).toContain(field);
    }
  });
});
