import { beforeEach, describe, expect, it } from '@jest/globals';
import { cast } from '@tongban/synthetic';
import { assign, examineCase, openCase, opinion, readCase, sign, T, two } from '../testing/appraisalSteps.ts';
import { issuedCase } from '../testing/appraisalWorld.ts';
import { commission, startTestSystem, type TestSystem } from '../testing/startTestSystem.ts';

const { clinicalAppraiser1, clinicalAppraiser2, psychiatricAppraiser1, documentAppraiser1 } =
  cast.practitioners;

let system: TestSystem;
beforeEach(() => {
  system = startTestSystem({}, [issuedCase('OLD')]);
});

describe('guards', () => {
  it.each([
    ['one appraiser', assign(clinicalAppraiser1.practitionerNo), 42201],
    [
      'one appraiser named twice',
      assign(clinicalAppraiser1.practitionerNo, clinicalAppraiser1.practitionerNo),
      42201,
    ],
    [
      'an appraiser of another institution',
      assign(clinicalAppraiser1.practitionerNo, documentAppraiser1.practitionerNo),
      42202,
    ],
    ['somebody outside the register', assign(clinicalAppraiser1.practitionerNo, 'NOBODY'), 42202],
    [
      'an appraiser who mediated the matter',
      {
        appraisers: [
          ...two.appraisers,
          { certNo: psychiatricAppraiser1.practitionerNo, declaresNoInterest: true, earlierPart: 'MEDIATED' },
        ],
      },
      42203,
    ],
    [
      'an appraiser with an interest',
      { appraisers: two.appraisers.map((one) => ({ ...one, declaresNoInterest: false })) },
      42203,
    ],
  ])('refuse to assign %s', async (_what, detail, code) => {
    const id = await openCase(system);
    await system.record(id, 'REVIEW');
    await system.record(id, 'SIGN_COMMISSION', sign);
    expect(await system.record(id, 'ASSIGN_APPRAISERS', detail)).toMatchObject({ code });
    expect(await readCase(system, id)).toMatchObject({ caseStatus: 30, staff: [] });
  });

  it('refuse an appraiser who is the person to be examined', async () => {
    const { credential } = clinicalAppraiser2;
    const idNo = credential?.slice('RIC:'.length);
    const id = await openCase(system, { parties: [{ partyRole: 'SUBJECT', side: 1, idType: 1, idNo }] });
    await system.record(id, 'REVIEW');
    await system.record(id, 'SIGN_COMMISSION', sign);
    expect(await system.record(id, 'ASSIGN_APPRAISERS', two)).toMatchObject({ code: 42203 });
  });

  it('refuse a matter that another institution has in hand, declared or found', async () => {
    await examineCase(system);
    const elsewhere = await openCase(system, { institutionId: cast.bodies.forensicInstitution2.id });
    await system.record(elsewhere, 'REVIEW');
    expect(await system.record(elsewhere, 'SIGN_COMMISSION', sign)).toMatchObject({ code: 42204 });

    const other = await openCase(system, { matters: [1006] });
    await system.record(other, 'REVIEW');
    const declared = await system.record(other, 'SIGN_COMMISSION', { ...sign, isParallel: true });
    expect(declared).toMatchObject({ code: 42204 });
    expect(await system.record(other, 'SIGN_COMMISSION', sign)).toMatchObject({ code: 0 });
  });

  it('refuse material that the client has not confirmed', async () => {
    const id = await openCase(system, {
      materials: [{ materialNo: 'M1', name: '病历', confirmedByClient: false }],
    });
    await system.record(id, 'REVIEW');
    expect(await system.record(id, 'SIGN_COMMISSION', sign)).toMatchObject({ code: 42205 });
  });

  it('refuse a foreign element that was not reported', async () => {
    const id = await openCase(system, {
      parties: [{ partyRole: 'SUBJECT', side: 1, idType: 3, idNo: '948840189001010029' }],
    });
    await system.record(id, 'REVIEW');
    expect(await system.record(id, 'SIGN_COMMISSION', sign)).toMatchObject({ code: 42208 });
    await system.record(id, 'REPORT_FOREIGN_ELEMENT', { element: '外国人', reportedTo: '司法局' });
    expect(await system.record(id, 'SIGN_COMMISSION', sign)).toMatchObject({ code: 0 });
  });

  it('grant thirty working days more at most, in one or several extensions', async () => {
    const id = await examineCase(system);
    const extend = (workingDays: number) => ({ workingDays, approvedByHead: true, clientToldTime: T });
    expect(await system.record(id, 'EXTEND', extend(31))).toMatchObject({ code: 42206 });
    expect(await system.record(id, 'EXTEND', extend(20))).toMatchObject({ code: 0 });
    expect(await system.record(id, 'EXTEND', extend(11))).toMatchObject({ code: 42206 });
    expect(await system.record(id, 'EXTEND', extend(10))).toMatchObject({ code: 0 });
  });

  it('issue nothing that one of the appraisers has not signed, or that somebody else has', async () => {
    const id = await examineCase(system);
    await system.record(id, 'SUBMIT_DRAFT');
    const [one, other] = [clinicalAppraiser1.practitionerNo, clinicalAppraiser2.practitionerNo];
    expect(await system.record(id, 'ISSUE', opinion(one))).toMatchObject({ code: 42207 });
    const third = opinion(one, other, psychiatricAppraiser1.practitionerNo);
    expect(await system.record(id, 'ISSUE', third)).toMatchObject({ code: 42207 });
    const taken = { ...opinion(one, other), opinionNo: '测安司鉴所（2026）临意字第OLD号' };
    expect(await system.record(id, 'ISSUE', taken)).toMatchObject({ code: 40904 });
    const dissent = { ...opinion(), signatures: [{ certNo: one }, { certNo: other, dissent: '不同意见' }] };
    expect(await system.record(id, 'ISSUE', dissent)).toMatchObject({ code: 0 });
    expect(await readCase(system, id)).toMatchObject({
      opinion: { signatures: [{ dissent: null }, { dissent: '不同意见' }] },
    });
  });

  it('help with a fee on the strength of legal aid only where the decision is quoted', async () => {
    const id = await examineCase(system);
    const help = { form: 3, standardFee: 100, reducedBy: 100, basis: 1, approvedBy: 'HEAD' };
    expect(await system.record(id, 'REDUCE_FEE', help)).toMatchObject({ code: 42209 });
    const quoted = { ...help, basisDocumentNo: '(2026)测援决字第1号' };
    expect(await system.record(id, 'REDUCE_FEE', quoted)).toMatchObject({
      code: 0,
      data: { caseStatus: 50 },
    });
    expect(await readCase(system, id)).toMatchObject({ feeReduction: { form: 3, basis: 1 }, caseStatus: 50 });
  });

  it('repeat an appraisal only with a ground and by other appraisers, and supplement it by the same', async () => {
    const again = commission({ repeatsCaseId: 'OLD' });
    expect(await system.ask('/api/case/event', again)).toMatchObject({ code: 42210 });
    const id = await openCase(system, { repeatsCaseId: 'OLD', reappraisalGround: 4 });
    await system.record(id, 'REVIEW');
    await system.record(id, 'SIGN_COMMISSION', sign);
    expect(await system.record(id, 'ASSIGN_APPRAISERS', two)).toMatchObject({ code: 42203 });
    expect(await readCase(system, id)).toMatchObject({
      commission: { isReappraisal: true, repeatsCaseId: 'OLD', reappraisalGround: 4 },
    });

    const supplement = await openCase(system, { supplementsCaseId: 'OLD' });
    await system.record(supplement, 'REVIEW');
    await system.record(supplement, 'SIGN_COMMISSION', sign);
    const strangers = assign(clinicalAppraiser1.practitionerNo, psychiatricAppraiser1.practitionerNo);
    expect(await system.record(supplement, 'ASSIGN_APPRAISERS', strangers)).toMatchObject({ code: 42210 });
    const same = { appraisers: two.appraisers.map((one) => ({ ...one, earlierPart: 'APPRAISED' })) };
    expect(await system.record(supplement, 'ASSIGN_APPRAISERS', same)).toMatchObject({ code: 0 });
  });

  it('replace an appraiser who withdraws, and never name him again', async () => {
    const id = await examineCase(system);
    const recuse = (replacement: unknown = null) => ({
      certNo: clinicalAppraiser2.practitionerNo,
      reasonCode: 'KIN_OF_PARTY',
      replacement,
    });
    expect(await system.record(id, 'RECUSE_APPRAISER', recuse())).toMatchObject({ code: 42201 });
    const other = {
      certNo: psychiatricAppraiser1.practitionerNo,
      declaresNoInterest: true,
      earlierPart: null,
    };
    expect(await system.record(id, 'RECUSE_APPRAISER', recuse(other))).toMatchObject({ code: 0 });
    expect(
      await system.record(id, 'RECUSE_APPRAISER', recuse({ ...other, certNo: recuse().certNo })),
    ).toMatchObject({
      code: 42203,
    });
    await system.record(id, 'SUBMIT_DRAFT');
    const signed = opinion(clinicalAppraiser1.practitionerNo, psychiatricAppraiser1.practitionerNo);
    expect(await system.record(id, 'ISSUE', signed)).toMatchObject({ code: 0 });
  });

  it('seal and unseal only with a document, and a sealed case leaves the pages', async () => {
    const id = await openCase(system);
    expect(await system.record(id, 'SEAL')).toMatchObject({ code: 40001 });
    expect(await system.record(id, 'SEAL', {}, { documentNo: '封存1号' })).toMatchObject({ code: 0 });
    expect(await readCase(system, id)).toMatchObject({ secrecyMarks: ['sealed'], caseStatus: 10 });
    expect((await system.ask('/api/case/page', {})).data.total).toBe(1);
    expect(await system.record(id, 'UNSEAL', {}, { documentNo: '解封1号' })).toMatchObject({ code: 0 });
    expect((await system.ask('/api/case/page', {})).data.total).toBe(2);
  });

  it('keep history in order and out of the future', async () => {
    const id = await openCase(system);
    expect(await system.record(id, 'REVIEW', {}, { occurredTime: 0 })).toMatchObject({ code: 42211 });
    const future = Date.parse('2026-11-24T00:00:00+08:00');
    expect(await system.record(id, 'REVIEW', {}, { occurredTime: future })).toMatchObject({ code: 42211 });
  });
});
