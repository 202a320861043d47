import type { DatabaseSync } from 'node:sqlite';
import { createEventFeed } from '@tongban/agency-kit';
import type { FastifyInstance } from 'fastify';
import type { RegisterStore } from '../store/registerStore.ts';
import { SystemError } from '../systemError.ts';
import { ChangeQuery, OrganizationQuery, readAs, WarningQuery } from './readQuery.ts';

/** Adds the public register of organisations, the warnings and the change feed. */
export function addRegisterRoutes(
  app: FastifyInstance,
  options: { database: DatabaseSync; register: RegisterStore },
): void {
  const { database, register } = options;
  const feed = createEventFeed(database);

  app.get('/organizations', async (request) => {
    const { region, page_size, page_token } = readAs(OrganizationQuery, request.query);
    const found = register.listOrganizations(region, page_token, page_size + 1);
    const items = found.slice(0, page_size);
    return { items, next_page_token: found.length > page_size ? (items.at(-1)?.id ?? null) : null };
  });

  app.get<{ Params: { id: string } }>('/organizations/:id', async (request) => {
    const organization = register.findOrganization(request.params.id);
    if (organization === null) throw new SystemError(404, 'not_found', 'no organisation has this id');
    return organization;
  });

  app.get('/warning-signals', async (request) => {
    const { region, limit } = readAs(WarningQuery, request.query);
    return { items: register.listWarnings(region, limit) };
  });

  app.get('/changes', async (request) => {
    const { after, limit } = readAs(ChangeQuery, request.query);
    const items = feed.after(after, limit).map((change) => ({
      cursor: change.cursor,
      mediation_id: change.caseKey,
      region_code: change.region,
      event: change.event,
      status: change.status,
      at: change.at,
    }));
    return { items, next_cursor: items.at(-1)?.cursor ?? after };
  });
}
