import type { SyntheticLegalAidCase } from '@tongban/synthetic';
import { sample, sampleCase } from './sampleSlice.ts';
import type { Sample } from './startSample.ts';

/** An assignment that nothing speaks against. */
export const assignment = {
  firmCode: sample.firm,
  practitionerNo: sample.lawyer,
  mode: 'ASSIGN',
  conflictDeclaration: 'CLEAN',
};

/** A hardship check that need not be made. */
export const exempt = { mode: 'EXEMPT_FROM_CHECK', exemptGround: 'RELIEF_RECIPIENT', result: 'NOT_REQUIRED' };

/** An application as Zhang brings it. */
export const application = {
  actorRole: 'INTAKE_CLERK',
  region: '480101',
  agencyCode: sample.agency,
  form: 'CIVIL_NON_LITIGATION',
  ground: 'INJURY',
  jurisdictionGround: 'EVENT_PLACE',
  caseFacts: '从脚手架跌落受伤（测试）',
  applicant: { document: { type: 'RIC', number: '480101198503121013' }, name: '张测试' },
  opposingParties: [{ document: { type: 'RIC', number: '480101197904152158' }, name: '包工头测试' }],
  at: '2026-11-02T09:00:00+08:00',
};

/** Case S1 standing at `status`, having come from `from`. */
export function standing(
  status: string,
  from: string | null,
  details: Partial<SyntheticLegalAidCase['details']> = {},
): SyntheticLegalAidCase {
  const at = '2026-03-02T09:00:00+08:00';
  const step = { event: 'EARLIER', at, actorRole: 'HEAD', documentNo: null, reasonCode: null, service: null };
  return sampleCase({
    status,
    events: [{ ...step, from, to: status }],
    details: { ...sampleCase().details, assignments: [], ...details },
  });
}

/** Takes steps of case S1 as the head until one is refused; answers the last answer. */
export async function take(system: Sample, ...events: object[]) {
  let last: { status: number; body: Record<string, unknown> } = { status: 0, body: {} };
  for (const event of events) {
    last = await system.post('/cases/S1/events', { actorRole: 'HEAD', ...event });
    if (last.status !== 200) return last;
  }
  return last;
}
