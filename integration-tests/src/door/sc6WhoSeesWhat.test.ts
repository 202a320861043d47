import { describe, expect, it } from '@jest/globals';
import { cast, sc6 } from '@tongban/synthetic';
import { readApiSchema } from './apiSchema.ts';
import { askAs, citizen, lawyer, staff } from './callerOf.ts';
import { OPINION, officer, readCase } from './readCase.ts';
import { wholeSelection } from './wholeCase.ts';

const { persons, bodies, practitioners } = cast;
const schema = readApiSchema();

describe('SC-6, who sees what', () => {
  const police = staff('POLICE', bodies.policeOrgan.id, sc6.cases.appraisal, []);
  const husband = citizen(persons.linHusband.credential);
  const zhao = lawyer(practitioners.zhao.practitionerNo);

  it('3: the police that asked have the opinion; 4 and 5: her lawyer has evidence and inquiry', async () => {
    expect(await readCase(police, sc6.cases.appraisal, OPINION)).toMatchObject({
      opinion: { isIssued: true, conclusion: expect.any(String) },
    });
    for (const id of [sc6.cases.evidence, sc6.cases.marriage])
      expect(await readCase(zhao, id, 'id')).toEqual({ id });
  });

  it('7: the private mediation is for the parties, whoever else is at court or at the bureau', async () => {
    for (const id of [sc6.cases.property, sc6.cases.child]) {
      expect(await readCase(husband, id, 'id')).toEqual({ id });
      expect(await readCase(officer('COURT', bodies.court.id, id), id, 'id')).toBeNull();
      expect(await readCase(officer('BUREAU', bodies.justiceBureau.id, id), id, 'id')).toBeNull();
    }
  });

  it('8: the address is in no field, list, document or error that the other side gets of any subgraph', async () => {
    const whole = ['LegalAidCase', 'NotaryCase', 'ForensicAppraisalCase', 'MediationCase']
      .map((type) => `... on ${type} ${wholeSelection(schema, type)}`)
      .join(' ');
    const PERSON = '{ id name idNumber sex formerDocuments { number } }';
    const answers = [
      ...(await Promise.all(
        Object.values(sc6.cases).map((id) =>
          askAs(husband, `query ($id: ID!) { case(id: $id) { id ${whole} } }`, { id }),
        ),
      )),
      await askAs(
        husband,
        `query ($no: ID!) { thread(threadNo: $no) { title cases { id documents { kind number title issuer { name } digest }
          parties { role person ${PERSON} } handlers { name } statusHistory { documentNo event } links { kind evidence { documentNo } case { id } } }
          timeline(first: 100) { edges { node { event documentNo actorRole } } } } }`,
        { no: sc6.threadNo },
      ),
      await askAs(
        husband,
        `{ me { ${['legalAidCases', 'notaryCases', 'forensicAppraisalCases', 'mediationCases']
          .map((list) => `${list} { id documents { title number } parties { person ${PERSON} } }`)
          .join(
            ' ',
          )} cases(first: 100) { edges { node { id documents { title } } } } threads { threadNo title } } }`,
      ),
      await askAs(
        husband,
        'query ($n: String!) { personByDocument(type: FPR_2023, number: $n) { id name } }',
        {
          n: persons.lin.credential.split(':')[1],
        },
      ),
      await askAs(husband, 'query ($n: String!) { personByDocument(type: FPR_2023, number: $n) { id } }', {
        n: `${persons.lin.address}1`,
      }),
      await askAs(husband, 'query ($id: ID!) { case(id: $id) { id address } }', { id: sc6.cases.child }),
      await askAs(husband, `query ($id: ID!) { case(id: $id) { id } }`, { id: `${sc6.cases.child} ` }),
    ];
    const read = answers.map(({ text }) => text).join('\n');
    expect(read).toContain(sc6.cases.child);
    const secrets = [persons.lin, persons.linChild].flatMap(
      ({ address, phone, credential, formerCredentials, name }) => [
        address,
        '庇护',
        phone,
        name,
        ...[credential, ...formerCredentials].map((one) => one.split(':')[1] ?? ''),
      ],
    );
    for (const secret of secrets) expect(read).not.toContain(secret);
  });
});
