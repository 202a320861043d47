import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import type { Caller } from './caller.ts';
import type { CaseRecord, DocumentRecord, StatusEventRecord } from './caseRecord.ts';
import { createLogger } from './createLogger.ts';
import { createServiceCaseResolvers } from './createServiceCaseResolvers.ts';
import { createSubgraph } from './createSubgraph.ts';
import { createVisibility, type Visibility } from './createVisibility.ts';
import { readTypeDefs, serviceCaseTypeDefs } from './readTypeDefs.ts';
import { scalarResolvers } from './scalarResolvers.ts';
import { testCaseRecord } from './testCaseRecord.ts';
import { createTestCallers, execute, type PartialCaller, testSubjectTagKeys } from './testing.ts';

const AGENCY = '11480101TEAT000151';
const zhang: PartialCaller = { credential: 'RIC:480101198503121013' };
const contractor: PartialCaller = { credential: 'RIC:480101197904152158' };
const bureau: PartialCaller = {
  role: 'STAFF',
  service: 'BUREAU',
  regions: ['48'],
  purpose: 'SUPERVISION',
  accessCase: 'C',
};

interface Context {
  readonly caller: Caller;
  readonly visibility: Visibility;
  now(): Date;
  tagOf(credential: string): string;
}

const own = parse(`
  type LegalAidCase @key(fields: "ref") {
    ref: ID! @inaccessible id: ID! visibleRef: ID @inaccessible caseNo: String! service: ServiceKind! agency: Organization
    region: String! stage: CaseStage! status: String! statusLabel: String! openedAt: DateTime! closedAt: DateTime
    statusHistory: [StatusEvent!] parties: [CaseParty!] handlers: [Handler!] documents: [Document!] deadlines: [Deadline!]
  }
  type Query { cases: [LegalAidCase] }`);

const step = (change: Partial<StatusEventRecord>): StatusEventRecord => ({
  service: null,
  from: null,
  to: 'IN_PROGRESS',
  event: 'START',
  at: '2026-03-02T01:00:00Z',
  actorRole: 'NOTARY',
  documentNo: null,
  ...change,
});

const document = (change: Partial<DocumentRecord>): DocumentRecord => ({
  kind: '公证书',
  number: '（2026）测内民证字第1号',
  title: '关于张测试的公证书',
  issuedAt: '2026-03-05T09:00:00+08:00',
  issuer: AGENCY,
  digest: 'a'.repeat(64),
  secrecy: [],
  ...change,
});

describe('the fields that every case has', () => {
  let app: FastifyInstance | undefined;
  afterEach(() => app?.close());

  /** What a caller reads of notary cases. */
  async function read(records: readonly CaseRecord[], fields: string, caller: PartialCaller = zhang) {
    await app?.close();
    app = await createSubgraph<Context>({
      name: 'notary',
      typeDefs: {
        ...own,
        definitions: [...readTypeDefs(serviceCaseTypeDefs).definitions, ...own.definitions],
      },
      resolvers: {
        ...scalarResolvers,
        Query: { cases: () => records },
        LegalAidCase: createServiceCaseResolvers<CaseRecord, Context>({
          statuses: {
            IN_PROGRESS: { stage: 'IN_PROGRESS', label: '办理中' },
            ISSUED: { stage: 'DECIDED', label: '已出证' },
          },
          roleLabels: { APPLICANT: '申请人', NOTARY: '公证员' },
          deadlinesOf: (record, clock) => [
            clock.deadline({ ruleId: 'D-10', startAt: record.openedAt, metAt: null }),
          ],
        }),
      },
      createContext: ({ caller: who, tagOf }) => ({
        caller: who,
        tagOf,
        visibility: createVisibility('NOTARY'),
        now: () => new Date('2026-03-05T00:00:00Z'),
      }),
      callerKeys: createTestCallers().keys,
      subjectTagKeys: testSubjectTagKeys,
      logger: createLogger({ name: 'notary', level: 'info', destination: new PassThrough() }),
      ready: async () => true,
      production: false,
    });
    return execute<{ cases: Record<string, unknown>[] }>(app, { query: `{ cases { ${fields} } }`, caller });
  }

  const notaryCase = (change: Partial<CaseRecord> = {}) =>
    testCaseRecord({ ref: 'NO-480101-A1', service: 'NOTARY', ...change });

  it('come from the record, times in China Standard Time', async () => {
    const record = notaryCase({ openedAt: '2026-03-02T01:00:00Z' });
    const { data, errors } = await read(
      [record],
      'id visibleRef caseNo service agency { id } region stage status statusLabel openedAt closedAt',
    );
    expect(errors).toBeUndefined();
    expect(data?.cases).toEqual([
      {
        id: 'NO-480101-A1',
        visibleRef: 'NO-480101-A1',
        caseNo: '（2026）测援字第001号',
        service: 'NOTARY',
        agency: { id: AGENCY },
        region: '480101',
        stage: 'IN_PROGRESS',
        status: 'IN_PROGRESS',
        statusLabel: '办理中',
        openedAt: '2026-03-02T09:00:00+08:00',
        closedAt: null,
      },
    ]);
  });

  it('speak of drift for a status that the lifecycle does not have, in that case alone', async () => {
    const cases = [notaryCase({ status: 'constructor' }), notaryCase({ status: 'ISSUED' })];
    const { data, errors } = await read(cases, 'stage');
    expect(data?.cases).toEqual([null, { stage: 'DECIDED' }]);
    expect(errors).toMatchObject([
      { path: ['cases', 0, 'stage'], extensions: { code: 'AGENCY_SCHEMA_DRIFT', agency: 'notary' } },
    ]);
    expect((await read(cases, 'status')).data?.cases).toEqual([null, { status: 'ISSUED' }]);
    expect(
      (await read([notaryCase({ statusHistory: [step({ to: 'LOST' })] })], 'id statusHistory { to }')).data
        ?.cases,
    ).toEqual([{ id: 'NO-480101-A1', statusHistory: null }]);
  });

  it('tell the history with labels of the own service and of its neighbours', async () => {
    const statusHistory = [
      step({ service: 'CONSULTATION', to: 'REPLIED' }),
      step({ to: 'ISSUED' }),
      step({ service: 'ENFORCEMENT', to: 'SOMETHING_NEW' }),
    ];
    const { data } = await read([notaryCase({ statusHistory })], 'statusHistory { service to toLabel at }');
    expect(data?.cases[0]?.statusHistory).toEqual([
      { service: 'CONSULTATION', to: 'REPLIED', toLabel: '答复', at: '2026-03-02T09:00:00+08:00' },
      { service: 'NOTARY', to: 'ISSUED', toLabel: '已出证', at: '2026-03-02T09:00:00+08:00' },
      {
        service: 'ENFORCEMENT',
        to: 'SOMETHING_NEW',
        toLabel: 'SOMETHING_NEW',
        at: '2026-03-02T09:00:00+08:00',
      },
    ]);
  });

  it('leave out of the history the numbers of documents that are hidden', async () => {
    const secret = document({ number: 'S-1', secrecy: ['privacy'] });
    const record = notaryCase({
      caseNo: 'OWN-1',
      aliases: ['OWN-2'],
      documents: [secret, document({ number: 'D-1' })],
      statusHistory: ['S-1', 'D-1', 'OWN-1', 'OWN-2', '援决1'].map((documentNo) => step({ documentNo })),
    });
    const numbers = async (caller: PartialCaller) => {
      const { data } = await read([record], 'statusHistory { documentNo }', caller);
      const history = (data?.cases[0]?.statusHistory ?? []) as { documentNo: string | null }[];
      return history.map(({ documentNo }) => documentNo);
    };
    expect(await numbers(zhang)).toEqual(['S-1', 'D-1', 'OWN-1', 'OWN-2', '援决1']);
    expect(await numbers(contractor)).toEqual([null, 'D-1', 'OWN-1', 'OWN-2', null]);
    expect(await numbers(bureau)).toEqual([null, null, null, null, null]);
  });

  it('show persons to those who may see them, and whether anyone represents them', async () => {
    const fields =
      'parties { role roleLabel side person { __typename credential } organization { id } represented }';
    const { data } = await read([notaryCase()], fields);
    expect(data?.cases[0]?.parties).toEqual([
      {
        role: 'APPLICANT',
        roleLabel: '申请人',
        side: 'A',
        person: { __typename: 'Person', credential: 'RIC:480101198503121013' },
        organization: null,
        represented: true,
      },
      {
        role: 'RESPONDENT',
        roleLabel: 'RESPONDENT',
        side: 'B',
        person: { __typename: 'Person', credential: 'RIC:480101197904152158' },
        organization: null,
        represented: true,
      },
    ]);
    const masked = await read([notaryCase()], 'parties { role person { credential } }', bureau);
    expect(masked.data?.cases[0]?.parties).toEqual([
      { role: 'APPLICANT', person: null },
      { role: 'RESPONDENT', person: null },
    ]);
  });

  it('show documents by group and mark, without number, title and digest to those who see them masked', async () => {
    const record = notaryCase({
      documents: [document({}), document({ number: 'S-1', secrecy: ['privacy'] })],
    });
    const fields = 'documents { kind number title digest issuer { id } }';
    expect((await read([record], fields)).data?.cases[0]?.documents).toHaveLength(2);
    expect((await read([record], fields, contractor)).data?.cases[0]?.documents).toEqual([
      {
        kind: '公证书',
        number: '（2026）测内民证字第1号',
        title: '关于张测试的公证书',
        digest: 'a'.repeat(64),
        issuer: { id: AGENCY },
      },
    ]);
    expect((await read([record], fields, bureau)).data?.cases[0]?.documents).toEqual([
      { kind: '公证书', number: null, title: '公证书', digest: null, issuer: { id: AGENCY } },
    ]);
  });

  it('answer null for every group of a case that the caller does not see', async () => {
    const record = notaryCase({ documents: [document({})], statusHistory: [step({ documentNo: '1' })] });
    const { data } = await read(
      [record],
      'parties { role } documents { kind } deadlines { ruleId } statusHistory { documentNo }',
      { credential: 'RIC:nobody' },
    );
    expect(data?.cases).toEqual([
      { parties: null, documents: null, deadlines: null, statusHistory: [{ documentNo: null }] },
    ]);
  });

  it('name who handles the case', async () => {
    const handlers = [
      {
        role: 'NOTARY',
        practitionerNo: 'P',
        name: '王测试',
        organization: AGENCY,
        from: '2026-03-02T09:00:00+08:00',
        to: null,
      },
    ];
    const { data } = await read(
      [notaryCase({ handlers })],
      'handlers { role roleLabel name organization { id } from to }',
    );
    expect(data?.cases[0]?.handlers).toEqual([
      {
        role: 'NOTARY',
        roleLabel: '公证员',
        name: '王测试',
        organization: { id: AGENCY },
        from: '2026-03-02T09:00:00+08:00',
        to: null,
      },
    ]);
  });

  it('count deadlines with the pauses and the end of the case', async () => {
    const pauses = [{ ruleId: 'D-10', from: '2026-03-04T09:00:00+08:00', to: null }];
    const fields = 'deadlines { ruleId name unit dueAt state pausedDays }';
    const { data } = await read(
      [notaryCase({ pauses }), notaryCase({ closedAt: '2026-03-04T09:00:00+08:00' })],
      fields,
    );
    expect(data?.cases.map(({ deadlines }) => deadlines)).toEqual([
      [
        {
          ruleId: 'D-10',
          name: '出具公证书',
          unit: 'WORKING_DAY',
          dueAt: '2026-03-24T23:59:59+08:00',
          state: 'PAUSED',
          pausedDays: 1,
        },
      ],
      [
        {
          ruleId: 'D-10',
          name: '出具公证书',
          unit: 'WORKING_DAY',
          dueAt: '2026-03-23T23:59:59+08:00',
          state: 'WAIVED',
          pausedDays: 0,
        },
      ],
    ]);
  });
});
