import { describe, expect, it } from '@jest/globals';
import { cast, sc2 } from '@tongban/synthetic';
import type { Answer } from '../client.ts';
import { askAs, auditor, citizen, type DoorCaller, staff } from './callerOf.ts';
import { FEE, ISSUED_ONLY, OPINION, officer, readCase } from './readCase.ts';

const { persons, bodies } = cast;

describe('SC-2, who sees what', () => {
  const [eldest, second, abroad] = persons.wangSons;
  const n1 = (id: string) => officer('NOTARY', bodies.notaryOffice1.id, id);

  it('2: the record of the check of the register is for the office alone', async () => {
    const { refusedInheritance } = sc2.cases;
    const kinds = async (caller: DoorCaller) =>
      (
        await readCase<{ documents: { kind: string }[] }>(caller, refusedInheritance, 'documents { kind }')
      )?.documents.map(({ kind }) => kind);
    expect(await kinds(n1(refusedInheritance))).toContain('核实记录');
    for (const caller of [persons.wang, eldest, second].map(({ credential }) => citizen(credential))) {
      const seen = await kinds(caller);
      expect(seen).toContain('不予办理公证决定书');
      expect(seen).not.toContain('核实记录');
    }
    for (const caller of [
      officer('NOTARY', bodies.notaryOffice2.id, refusedInheritance),
      auditor(bodies.justiceBureau.id),
    ])
      expect(await kinds(caller)).not.toContain('核实记录');
  });

  it('7: the institution learns whether the aid is good, the sons nothing of it', async () => {
    const institution = officer('FORENSIC_APPRAISAL', bodies.forensicInstitution1.id, sc2.cases.appraisal);
    expect(await readCase(institution, sc2.cases.appraisal, FEE)).toMatchObject({
      feeReduction: { basisDocumentNo: sc2.numbers.decision, basisCase: null },
    });
    for (const { credential } of [eldest, second]) {
      expect(await readCase(citizen(credential), sc2.cases.appraisal, FEE)).toEqual({ feeReduction: null });
      expect(await readCase(citizen(credential), sc2.cases.inheritance, FEE)).toEqual({ feeReduction: null });
    }
  });

  it('8: the committee has the opinion, the parties that it was issued', async () => {
    const client = staff('MEDIATION', bodies.neighbourhoodCommittee.id, sc2.cases.appraisal, []);
    expect(await readCase(client, sc2.cases.appraisal, OPINION)).toMatchObject({
      opinion: { conclusion: expect.any(String) },
    });
    expect(await readCase(citizen(eldest.credential), sc2.cases.appraisal, OPINION)).toEqual(ISSUED_ONLY);
  });

  it('9: the court has the agreement and why it was not taken up', async () => {
    const court = officer('COURT', bodies.court.id, sc2.cases.mediation);
    expect(
      await readCase(
        court,
        sc2.cases.mediation,
        '... on MediationCase { agreement { agreementNo } confirmation { result reason } }',
      ),
    ).toMatchObject({
      agreement: { agreementNo: sc2.numbers.agreement },
      confirmation: { result: 'NOT_ACCEPTED', reason: expect.any(String) },
    });
  });

  it('10 to 12: the waiver is the son’s abroad alone; who asked for the re-examination, and why, the office’s', async () => {
    expect(await readCase(citizen(abroad.credential), sc2.cases.waiver, 'id')).toEqual({
      id: sc2.cases.waiver,
    });
    for (const { credential } of [eldest, second])
      expect(await readCase(citizen(credential), sc2.cases.waiver, 'id')).toBeNull();
    const REEXAMINED =
      '... on NotaryCase { reExamination { result errorClaimed requestedBy { person { id } } } }';
    expect(await readCase(n1(sc2.cases.inheritance), sc2.cases.inheritance, REEXAMINED)).toMatchObject({
      reExamination: { result: 'UPHELD', errorClaimed: expect.any(String) },
    });
    expect(await readCase(citizen(eldest.credential), sc2.cases.inheritance, REEXAMINED)).toEqual({
      reExamination: { result: 'UPHELD', errorClaimed: null, requestedBy: null },
    });
  });

  it('the will is in no page of the lists that another office can turn', async () => {
    const LIST = `query ($after: String) { notaryCases(first: 50, after: $after) { totalCount
      edges { node { id caseNo matter } } pageInfo { hasNextPage endCursor } } }`;
    interface Page {
      readonly notaryCases: {
        readonly totalCount: number;
        readonly edges: { readonly node: { readonly id: string } }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
    }
    const turnPages = async (caller: DoorCaller) => {
      const ids: string[] = [];
      const totals = new Set<number>();
      for (let after: string | null = null; ; ) {
        const answer: Answer<Page> = await askAs<Page>(caller, LIST, { after });
        const page: Page['notaryCases'] | undefined = answer.data?.notaryCases;
        if (page === undefined) throw new Error(answer.text);
        ids.push(...page.edges.map(({ node }) => node.id));
        totals.add(page.totalCount);
        if (!page.pageInfo.hasNextPage) return { ids, totals: [...totals] };
        after = page.pageInfo.endCursor;
      }
    };
    const own = await turnPages(n1(sc2.cases.will));
    const other = await turnPages(officer('NOTARY', bodies.notaryOffice2.id, sc2.cases.will));
    expect(own.ids).toContain(sc2.cases.will);
    expect(other.ids).not.toContain(sc2.cases.will);
    // The totals say as much as the pages: nothing is counted that is not listed.
    expect([own.totals, other.totals]).toEqual([[own.ids.length], [other.ids.length]]);
  });
});
