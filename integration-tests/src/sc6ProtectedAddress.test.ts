import { describe, expect, it } from '@jest/globals';
import { cast, sc6 } from '@tongban/synthetic';
import { ask, askCleanly } from './client.ts';

const lin = `citizen:${cast.persons.lin.credential}`;
const husband = `citizen:${cast.persons.linHusband.credential}`;

const EVERYTHING = `query ($id: ID!) { case(id: $id) {
  id caseNo region status statusHistory { documentNo event actorRole }
  parties { role side represented person { id name idNumber } organization { name } }
  handlers { name } documents { kind title number } deadlines { ruleId } links { kind case { id } } thread { title cases { id } }
} }`;

describe('SC-6, a protected address', () => {
  it('is in no field, list, document or error that the other side can read', async () => {
    const texts = [
      await ask(husband, EVERYTHING, { variables: { id: sc6.cases.child } }),
      await ask(husband, EVERYTHING, { variables: { id: sc6.cases.property } }),
      await ask(
        husband,
        'query ($t: ID!) { thread(threadNo: $t) { title cases { id documents { title } parties { person { name } } } timeline(first: 100) { edges { node { documentNo } } } } }',
        {
          variables: { t: sc6.threadNo },
        },
      ),
      await ask(husband, '{ me { cases(first: 100) { edges { node { id documents { title number } } } } } }'),
      await ask(husband, 'query ($id: ID!) { case(id: $id) { address } }', {
        variables: { id: sc6.cases.child },
      }),
    ];
    expect(texts[0]?.data).toMatchObject({ case: { id: sc6.cases.child } });
    for (const { text } of texts) {
      expect(text).not.toContain(sc6.expected.protectedAddress);
      expect(text).not.toContain(cast.persons.lin.phone);
      expect(text).not.toContain(cast.persons.lin.credential.split(':')[1]);
    }
  });

  it('and her legal aid does not exist for him', async () => {
    const hidden = await ask(husband, EVERYTHING, { variables: { id: sc6.cases.legalAid } });
    const none = await ask(husband, EVERYTHING, { variables: { id: 'LA-480101-NOSUCHCASE' } });
    expect(hidden.text).toBe(none.text);
  });

  it('she reads her own matter whole, aid without a test of means and the report of the foreign element', async () => {
    const data = await askCleanly(
      lin,
      `query ($aid: ID!, $appraisal: ID!) {
        aid: case(id: $aid) { ... on LegalAidCase { hardshipCheck { mode } } }
        appraisal: case(id: $appraisal) { ... on ForensicAppraisalCase { foreignRelatedReport { reportedAt } } } }`,
      { variables: { aid: sc6.cases.legalAid, appraisal: sc6.cases.appraisal } },
    );
    expect(data).toMatchObject({
      aid: { hardshipCheck: { mode: sc6.expected.hardshipMode } },
      appraisal: { foreignRelatedReport: { reportedAt: expect.stringMatching(/^2026-/) } },
    });
  });

  it('her older document leads to her only because a human joined the two', async () => {
    const FORMER = `query ($n: String!) { personByDocument(type: FPR_OLD, number: $n) {
      id legalAidCases { id } formerDocuments { type number } } }`;
    const question = { purpose: 'CASE_HANDLING', accessCase: sc6.cases.legalAid };
    const [, joined] = (sc6.expected.formerCredential ?? '').split(':');
    const known = await askCleanly('officer:legal-aid', FORMER, { ...question, variables: { n: joined } });
    expect(known).toMatchObject({
      personByDocument: {
        legalAidCases: [{ id: sc6.cases.legalAid }],
        formerDocuments: [{ type: 'FPR_OLD' }],
      },
    });

    const likeness = `${joined?.slice(0, -1)}${joined?.endsWith('7') ? '6' : '7'}`;
    const unjoined = await ask('officer:legal-aid', FORMER, { ...question, variables: { n: likeness } });
    expect(unjoined.text).not.toContain(sc6.cases.legalAid);
  });
});
