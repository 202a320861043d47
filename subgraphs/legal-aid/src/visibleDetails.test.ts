import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { people, restCase } from './testing/restCase.ts';
import { type Agency, startAgency } from './testing/startAgency.ts';
import { callers, type Subgraph, startSubgraph } from './testing/startSubgraph.ts';

let agency: Agency;
let subgraph: Subgraph;
beforeEach(async () => {
  agency = await startAgency([
    restCase(),
    restCase({
      key: 'NOTICE',
      application: null,
      ground: 'MINOR',
      notice: {
        noticeNo: '测公刑援通字〔2026〕3号',
        organCode: people.organ,
        ground: 'MINOR',
        foundAt: '2026-03-01T09:00:00+08:00',
        receivedAt: '2026-03-02T09:00:00+08:00',
        detained: true,
        placeOfDetention: '测试看守所',
      },
    }),
    restCase({ key: 'SEALED', secrecyMarks: ['minor', 'sealed'] }),
    { ...restCase({ key: 'BROKEN' }), form: 'MOONLIGHT' },
  ]);
  subgraph = await startSubgraph(`48=${agency.url}`);
});
afterEach(async () => {
  await subgraph.app.close();
  await agency.close();
});

const everything = `
  id caseNo service agency { id } region stage status statusLabel openedAt closedAt
  statusHistory { service from to toLabel event at actorRole documentNo }
  parties { role roleLabel side person { __typename } organization { id } represented }
  handlers { role roleLabel name organization { id } from to }
  documents { kind number title issuedAt issuer { id } digest }
  deadlines { ruleId state dueAt pausedDays citation }
  recipient { __typename } form ground
  application {
    applicationNo receivedAt receiptNo jurisdictionGround matterStage urgent caseFacts
    opposingParties { person { __typename } organization { id } }
    supplement { issuedAt items answeredAt } redirectedTo { id }
  }
  consultation { consultNo channel askedAt topic answeredAt toldOfRight satisfaction }
  hardshipCheck {
    satisfied mode exemptGround notLimitedGround standard { region amount } householdIncome sourceAgency result
  }
  decision { decisionNo kind decidedAt reasonCode servedAt } decisions { decisionNo }
  notice { noticeNo organ { id } ground foundAt receivedAt detained placeOfDetention }
  assignments { assignmentNo firm { id } practitionerName mode conflictDeclaration yearsOfPractice agreementSignedAt }
  replacements { requestedBy reason approved } objection { filedAt result }
  subsidies { amount paidAt payee } dutyLawyer { place startedAt } progressReports { at text }
  outcome recovered fileSubmittedAt fileReviewedAt qualityReviews { method grade reviewer }
`;

async function see(caller: Parameters<Subgraph['cases']>[0], key = 'S1') {
  const { data, errors } = await subgraph.cases(caller, [`LA-480101-${key}`], everything);
  expect(errors).toBeUndefined();
  return data?._entities[0] ?? null;
}

describe('who sees what of a legal aid case', () => {
  it('is everything for the person it is about', async () => {
    expect(await see(callers.zhang)).toMatchObject({
      statusLabel: '承办中',
      stage: 'IN_PROGRESS',
      recipient: { __typename: 'Person' },
      application: {
        caseFacts: '从脚手架跌落受伤（测试）',
        opposingParties: [{ person: { __typename: 'Person' } }],
      },
      hardshipCheck: {
        satisfied: true,
        mode: 'EXEMPT_FROM_CHECK',
        exemptGround: 'RELIEF_RECIPIENT',
        notLimitedGround: null,
        householdIncome: 120_000,
        sourceAgency: '民政',
      },
      decision: { decisionNo: '（2026）测援给字第S1号' },
      parties: [{ roleLabel: '受援人', person: { __typename: 'Person' }, represented: true }],
      statusHistory: expect.arrayContaining([
        expect.objectContaining({ service: 'CONSULTATION', toLabel: '答复' }),
      ]),
    });
  });

  it('is, of hardship, the grounds alone for the assigned lawyer', async () => {
    expect(await see(callers.lawyer)).toMatchObject({
      application: { caseFacts: '从脚手架跌落受伤（测试）' },
      hardshipCheck: {
        satisfied: true,
        mode: 'EXEMPT_FROM_CHECK',
        exemptGround: 'RELIEF_RECIPIENT',
        householdIncome: null,
        sourceAgency: null,
        standard: null,
      },
    });
  });

  it('is a yes or no of hardship, and no facts, for the court', async () => {
    expect(await see(callers.court)).toMatchObject({
      hardshipCheck: { satisfied: true, mode: null, exemptGround: null, householdIncome: null, result: null },
      application: { caseFacts: null, opposingParties: null },
      progressReports: null,
      subsidies: null,
    });
  });

  it('is masked for the bureau: no names, numbers, amounts, grounds or texts', async () => {
    const seen = await see(callers.bureau);
    expect(seen).toMatchObject({
      recipient: null,
      ground: null,
      parties: [{ person: null }],
      decision: { decisionNo: null, kind: 'GRANT' },
      assignments: [{ assignmentNo: null, practitionerName: null, mode: 'ASSIGN' }],
      subsidies: [{ amount: null, payee: null }],
      consultation: { topic: null },
      hardshipCheck: { mode: 'EXEMPT_FROM_CHECK', householdIncome: null },
      recovered: null,
      qualityReviews: [{ grade: '优秀', reviewer: null }],
    });
    expect(JSON.stringify(seen)).not.toMatch(/脚手架|诊断证明|测援给字|测援指字|150000|18600000/);
  });

  it('is who was assigned, and nothing of hardship, for the organ that gave notice', async () => {
    expect(await see(callers.organ, 'NOTICE')).toMatchObject({
      notice: { noticeNo: '测公刑援通字〔2026〕3号', organ: { id: people.organ }, detained: null },
      assignments: [{ practitionerName: '李测试' }],
      hardshipCheck: null,
      progressReports: null,
    });
    expect(await see(callers.organ)).toBeNull();
  });

  it('is nothing for the other side: the same bytes as for a case that is not there', async () => {
    const [hidden, unknown] = await Promise.all(
      ['LA-480101-S1', 'LA-480101-NONE'].map((ref) => subgraph.cases(callers.contractor, [ref], everything)),
    );
    const byNumber = await subgraph.cases(callers.contractor, ['no:（2026）测援给字第S1号'], everything);

    expect(hidden?.data).toEqual({ _entities: [null] });
    expect(JSON.stringify(hidden)).toBe(JSON.stringify(unknown));
    expect(JSON.stringify(byNumber)).toBe(JSON.stringify(unknown));
  });

  it('is nothing for the other side even where the agency sends a case that cannot be read', async () => {
    const broken = await subgraph.cases(callers.contractor, ['LA-480101-BROKEN']);
    const unknown = await subgraph.cases(callers.contractor, ['LA-480101-NONE']);
    const own = await subgraph.cases(callers.zhang, ['LA-480101-BROKEN']);

    expect(JSON.stringify(broken)).toBe(JSON.stringify(unknown));
    expect(own.errors).toMatchObject([{ extensions: { code: 'AGENCY_SCHEMA_DRIFT' } }]);
  });

  it.each(['stranger', 'notary'] as const)('is nothing for others: %s', async (who) => {
    expect(await see(callers[who])).toBeNull();
  });

  it('ends with the region of an officer', async () => {
    expect(await see({ ...callers.officer, regions: ['4802'] })).toBeNull();
    expect(await see(callers.officer)).toMatchObject({ id: 'LA-480101-S1' });
  });

  it('is nothing of a sealed case, but for an auditor who may read sealed ones', async () => {
    for (const caller of [callers.zhang, callers.lawyer, callers.officer, callers.auditor]) {
      expect(await see(caller, 'SEALED')).toBeNull();
    }
    expect(await see(callers.sealedAuditor, 'SEALED')).toMatchObject({ id: 'LA-480101-SEALED' });
  });

  it('asks officers and auditors for their purpose first, whether there is a case or not', async () => {
    const before = agency.calls.length;
    for (const ref of ['LA-480101-S1', 'LA-480101-NONE']) {
      const { errors } = await subgraph.cases({ ...callers.officer, purpose: null }, [ref]);
      expect(errors).toMatchObject([{ extensions: { code: 'PURPOSE_REQUIRED' } }]);
    }
    expect(agency.calls).toHaveLength(before);
  });
});
