import type { CountedPage, CountedQuery, StatisticsSource } from '@tongban/kit';
import { type CaseAnswer, sketchOf } from './caseAnswer.ts';
import { positionIn } from './listCases.ts';
import { type AgencyRequest, type ListPosition, MAX_BATCH, type NotaryApi } from './notaryApi.ts';
import type { NotaryCaseRecord } from './notaryCaseRecord.ts';
import { notaryDeadlines } from './notaryDeadlines.ts';
import type { NotarySystems } from './notarySystems.ts';

/** Notary cases as they are counted for `Query.notaryStatistics`. */
export function notaryCounts(
  systems: NotarySystems,
  request: AgencyRequest,
): StatisticsSource<NotaryCaseRecord, NotaryApi> {
  return {
    service: 'NOTARY',
    systemsOf: systems.overlapping,
    pages: (api, query) => pagesOf(api, query, request),
    deadlinesOf: notaryDeadlines,
  };
}

async function* pagesOf(
  api: NotaryApi,
  { region, openedFrom, openedBefore }: CountedQuery,
  request: AgencyRequest,
): AsyncGenerator<CountedPage<NotaryCaseRecord>> {
  let after: ListPosition | null = null;
  for (;;) {
    const page = await api.list(request, {
      statuses: [],
      regions: [region],
      openedFrom,
      openedBefore,
      willsOfOffice: null,
      withSealed: false,
      after,
      limit: MAX_BATCH,
    });
    yield { cases: page.answers, total: page.total };
    const last = page.answers.at(-1);
    if (!page.hasMore || last === undefined) return;
    after = positionAfter(last);
  }
}

/** @throws UpstreamError where the case does not tell its place: the list could not go on after it */
function positionAfter(last: CaseAnswer): ListPosition {
  const sketch = sketchOf(last);
  if (sketch !== null) return positionIn(sketch);
  throw last.kind === 'unreadable' ? last.error : new TypeError('no sketch');
}
