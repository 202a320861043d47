import type { CountedPage, CountedQuery, StatisticsSource } from '@tongban/kit';
import { type AgencyRequest, type LegalAidApi, MAX_BATCH } from './legalAidApi.ts';
import type { LegalAidCaseRecord } from './legalAidCaseRecord.ts';
import { legalAidDeadlines } from './legalAidDeadlines.ts';
import type { LegalAidSystems } from './legalAidSystems.ts';

/** Legal aid cases as they are counted for `Query.legalAidStatistics`. */
export function legalAidCounts(
  systems: LegalAidSystems,
  request: AgencyRequest,
): StatisticsSource<LegalAidCaseRecord, LegalAidApi> {
  return {
    service: 'LEGAL_AID',
    systemsOf: systems.overlapping,
    pages: (api, query) => pagesOf(api, query, request),
    deadlinesOf: legalAidDeadlines,
  };
}

async function* pagesOf(
  api: LegalAidApi,
  { region, openedFrom, openedBefore }: CountedQuery,
  request: AgencyRequest,
): AsyncGenerator<CountedPage<LegalAidCaseRecord>> {
  let cursor: string | null = null;
  for (;;) {
    const page = await api.list(request, {
      status: [],
      regions: [region],
      openedFrom,
      openedTo: openedBefore,
      includeSealed: false,
      cursor,
      limit: MAX_BATCH,
    });
    yield { cases: page.items.map(({ answer }) => answer), total: page.total };
    cursor = page.items.at(-1)?.cursor ?? null;
    if (!page.hasMore || cursor === null) return;
  }
}
