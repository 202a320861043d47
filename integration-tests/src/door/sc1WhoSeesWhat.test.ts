import { describe, expect, it } from '@jest/globals';
import { cast, sc1 } from '@tongban/synthetic';
import { askAs, citizen, lawyer, staff } from './callerOf.ts';
import { FEE, HARDSHIP, ISSUED_ONLY, OPINION, officer, readCase } from './readCase.ts';

const { persons, bodies, practitioners } = cast;

describe('SC-1, who sees what', () => {
  const { legalAid, appraisal, mediation } = sc1.cases;
  const li = lawyer(practitioners.li.practitionerNo);
  const mediator = officer('MEDIATION', bodies.townshipCommittee.id, mediation);
  const institution = officer('FORENSIC_APPRAISAL', bodies.forensicInstitution1.id, appraisal);
  const committee = staff('MEDIATION', bodies.townshipCommittee.id, appraisal, []);
  const court = officer('COURT', bodies.court.id, mediation);
  const contractor = citizen(persons.contractor.credential);
  const zhang = citizen(persons.zhang.credential);

  it('4: the lawyer’s firm has the facts of the case, and who stands against', async () => {
    const aid = await readCase(
      li,
      legalAid,
      '... on LegalAidCase { application { caseFacts opposingParties { person { id } } } }',
    );
    expect(aid).toEqual({
      application: {
        caseFacts: expect.stringContaining('脚手架'),
        opposingParties: [{ person: { id: expect.any(String) } }],
      },
    });
  });

  it('5: the mediator has both parties and nothing of hardship', async () => {
    const both = await readCase<{ parties: { side: string; person: object }[] }>(
      mediator,
      mediation,
      'parties { side person { id } }',
    );
    expect(both?.parties.map(({ side, person }) => [side, person !== null])).toEqual([
      ['A', true],
      ['B', true],
    ]);
    expect(await readCase(mediator, legalAid, HARDSHIP)).toBeNull();
  });

  it('6 and 7: the institution has the subject and the materials, and of legal aid the number and whether it is good', async () => {
    const seen = await readCase(
      institution,
      appraisal,
      `... on ForensicAppraisalCase { subject { id } materials { name } } ${FEE}`,
    );
    expect(seen).toMatchObject({
      subject: { id: expect.any(String) },
      materials: [{ name: expect.any(String) }, {}, {}],
      feeReduction: {
        form: 'WAIVED',
        basisDocumentNo: sc1.numbers.decision,
        basisConfirmed: true,
        basisCase: null,
      },
    });
    expect(await readCase(institution, legalAid, HARDSHIP)).toBeNull();
  });

  it('8: the person sees that the appraisal is stopped for a material, and from when to when', async () => {
    const seen = await readCase<{ statusHistory: { to: string }[]; pauses: object[] }>(
      zhang,
      appraisal,
      'statusHistory { to } ... on ForensicAppraisalCase { pauses { ruleId from to } }',
    );
    expect(seen?.statusHistory.map(({ to }) => to)).toContain('MATERIAL_PENDING');
    expect(seen?.pauses).toEqual([
      { ruleId: 'D-21', from: '2026-04-13T10:00:00+08:00', to: '2026-04-23T10:00:00+08:00' },
    ]);
  });

  it('9: the committee that asked has the opinion, the parties learn that it was issued', async () => {
    expect(await readCase(committee, appraisal, OPINION)).toMatchObject({
      opinion: { isIssued: true, conclusion: expect.stringContaining('十级') },
    });
    expect(await readCase(zhang, appraisal, OPINION)).toEqual(ISSUED_ONLY);
    expect(await readCase(contractor, appraisal, OPINION)).toEqual(ISSUED_ONLY);
  });

  it('10 and 11a: the other side and the court have the agreement, the court its confirmation too', async () => {
    const AGREEMENT =
      'documents { title } ... on MediationCase { agreement { agreementNo obligations { amount } } confirmation { result } }';
    for (const caller of [contractor, court]) {
      expect(await readCase(caller, mediation, AGREEMENT)).toMatchObject({
        agreement: {
          agreementNo: sc1.numbers.agreement,
          obligations: [{ amount: 6_200_000 }, { amount: 6_200_000 }, { amount: 6_200_000 }],
        },
        confirmation: { result: 'CONFIRMED' },
        documents: expect.arrayContaining([{ title: '人民调解协议书' }]),
      });
    }
  });

  it('the other side has null for aid and hardship, in a case as in a list', async () => {
    expect(await readCase(contractor, legalAid, HARDSHIP)).toBeNull();
    const { data, errors } = await askAs(
      contractor,
      '{ me { legalAidCases { id hardshipCheck { mode } } cases(first: 100) { edges { node { id service } } } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ me: { legalAidCases: [] } });
    expect(JSON.stringify(data)).not.toContain('LEGAL_AID');
  });
});
