import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { cast } from '@tongban/synthetic';
import { commission, type TestSystem } from './startTestSystem.ts';

const { clinicalAppraiser1, clinicalAppraiser2 } = cast.practitioners;

/** When the first step of a test happens. */
export const T = Date.parse('2026-11-02T09:00:00+08:00');

/** Names appraisers who declare no interest, as the detail of ASSIGN_APPRAISERS. */
export function assign(...certNos: string[]) {
  return { appraisers: certNos.map((certNo) => ({ certNo, declaresNoInterest: true, earlierPart: null })) };
}

/** Two appraisers of the institution who may act. */
export const two = assign(clinicalAppraiser1.practitionerNo, clinicalAppraiser2.practitionerNo);
/** The detail of SIGN_COMMISSION. */
export const sign = { effectiveTime: T, isParallel: false };

/** The detail of ISSUE, signed by the appraisers given. */
export function opinion(...certNos: string[]) {
  return {
    opinionNo: `测安司鉴所[2026]临意字第${randomUUID().slice(0, 6)}号`,
    conclusion: '构成十级伤残',
    signatures: certNos.map((certNo) => ({ certNo })),
    isSealed: true,
  };
}

/** Commissions a new case; gives its id. */
export async function openCase(system: TestSystem, detail: Record<string, unknown> = {}): Promise<string> {
  const answer = await system.ask('/api/case/event', commission(detail));
  expect(answer).toMatchObject({ code: 0, data: { caseStatus: 10 } });
  return String(answer.data.caseId);
}

/** Takes a new case as far as EXAMINING. */
export async function examineCase(system: TestSystem, detail: Record<string, unknown> = {}): Promise<string> {
  const id = await openCase(system, detail);
  for (const [event, eventDetail] of [
    ['REVIEW', {}],
    ['SIGN_COMMISSION', sign],
    ['ASSIGN_APPRAISERS', two],
    ['START_EXAMINATION', { standards: ['人体损伤致残程度分级'] }],
  ] as const) {
    expect(await system.record(id, event, eventDetail)).toMatchObject({ code: 0 });
  }
  return id;
}

/** The case as the system sends it. */
export async function readCase(system: TestSystem, id: string): Promise<Record<string, unknown>> {
  const { data } = await system.ask('/api/case/list-by-ids', { caseIds: [id] });
  return data.list?.[0] ?? {};
}
