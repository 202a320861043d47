import type { createEventFeed } from '@tongban/agency-kit';
import { z } from 'zod';
import { type Operation, operation } from '../operation.ts';
import { FeedPage } from '../wire/answers.ts';

/** The change feed: what happened to which case, oldest first, without personal data. */
export function feedOperations(feed: ReturnType<typeof createEventFeed>): Operation[] {
  return [
    operation({
      method: 'GET',
      path: '/events',
      operationId: 'listEvents',
      summary:
        'Changes after a cursor, oldest first. Ask again with the last cursor handled; 0 is the beginning.',
      params: null,
      query: z.strictObject({
        after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
        limit: z.coerce.number().int().min(1).max(1_000, 'limit is at most 1000').default(100),
      }),
      body: null,
      write: false,
      status: 200,
      answer: FeedPage,
      refusals: [],
      handle: ({ query }) => ({ items: feed.after(query.after, query.limit).map((event) => ({ ...event })) }),
    }),
  ];
}
