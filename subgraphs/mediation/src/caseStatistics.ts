import type { CountedPage, CountedQuery, StatisticsSource } from '@tongban/kit';
import type { AgencyRequest } from './agencyRequest.ts';
import type { ListQuery } from './listQuery.ts';
import { type ListPage, type MediationApi, PAGE_SIZE } from './mediationApi.ts';
import type { MediationCaseRecord } from './mediationCaseRecord.ts';
import { mediationDeadlines } from './mediationDeadlines.ts';
import type { MediationSystems } from './mediationSystems.ts';

/** Mediations as they are counted for `Query.mediationStatistics`. */
export function mediationCounts(
  systems: MediationSystems,
  request: AgencyRequest,
): StatisticsSource<MediationCaseRecord, MediationApi> {
  return {
    service: 'MEDIATION',
    systemsOf: systems.overlapping,
    pages: (api, query) => pagesOf(api, query, request),
    deadlinesOf: mediationDeadlines,
  };
}

async function* pagesOf(
  api: MediationApi,
  { region, openedFrom, openedBefore }: CountedQuery,
  request: AgencyRequest,
): AsyncGenerator<CountedPage<MediationCaseRecord>> {
  const query: ListQuery = {
    regions: [region],
    statuses: [],
    openedFrom,
    openedTo: openedBefore,
    includeSealed: false,
  };
  let token: string | null = null;
  let total: number | null = null;
  for (;;) {
    const page: ListPage = await api.list(request, query, token, PAGE_SIZE);
    // Counting is a call of its own, not needed for what fits one page.
    total ??= page.hasMore ? await api.count(request, query) : page.items.length;
    yield { cases: page.items.map(({ answer }) => answer), total };
    token = page.items.at(-1)?.token ?? null;
    if (!page.hasMore || token === null) return;
  }
}
