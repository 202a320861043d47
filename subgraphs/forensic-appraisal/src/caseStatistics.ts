import type { CountedPage, CountedQuery, StatisticsSource } from '@tongban/kit';
import type { AppraisalCaseRecord } from './appraisalCaseRecord.ts';
import { appraisalDeadlines } from './appraisalDeadlines.ts';
import type { AppraisalSystems } from './appraisalSystems.ts';
import { type AgencyRequest, type ForensicAppraisalApi, MAX_BATCH } from './forensicAppraisalApi.ts';

/** Appraisals as they are counted for `Query.forensicAppraisalStatistics`. */
export function appraisalCounts(
  systems: AppraisalSystems,
  request: AgencyRequest,
  now: Date,
): StatisticsSource<AppraisalCaseRecord, ForensicAppraisalApi> {
  return {
    service: 'FORENSIC_APPRAISAL',
    systemsOf: systems.overlapping,
    pages: (api, query) => pagesOf(api, query, { request, now }),
    deadlinesOf: appraisalDeadlines,
  };
}

async function* pagesOf(
  api: ForensicAppraisalApi,
  { region, openedFrom, openedBefore }: CountedQuery,
  { request, now }: { readonly request: AgencyRequest; readonly now: Date },
): AsyncGenerator<CountedPage<AppraisalCaseRecord>> {
  // The agency pages by offset: without a fixed end, a case that comes in would push another onto the next page again.
  const receivedTo = Math.min(now.getTime() + 1, Date.parse(openedBefore));
  for (let offset = 0; ; offset += MAX_BATCH) {
    const { answers, total } = await api.list(request, {
      statuses: [],
      regions: [region],
      receivedFrom: Date.parse(openedFrom),
      receivedTo,
      withSealed: false,
      offset,
      limit: MAX_BATCH,
    });
    yield { cases: answers, total };
    if (answers.length === 0 || offset + MAX_BATCH >= total) return;
  }
}
