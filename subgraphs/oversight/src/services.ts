import { readFileSync } from 'node:fs';
import type { ServiceKind } from '@tongban/kit';
import { z } from 'zod';

/** An agency's case type, from its `service.json`. */
export interface Service {
  readonly service: ServiceKind;
  /** The object type of its cases. */
  readonly type: string;
  /** First part of the case ids. */
  readonly prefix: string;
  /** The list of its cases on `Person`, and on `LinkedCases`. */
  readonly personField: string;
}

const Manifests = z.array(
  z.object({
    service: z.string().transform((service) => service as ServiceKind),
    type: z.string(),
    prefix: z.string(),
    personField: z.string(),
  }),
);

/** Every agency's case type, as `npm run codegen` gathered them. */
export const services: readonly Service[] = Manifests.parse(
  JSON.parse(readFileSync(new URL('../generated/services.json', import.meta.url), 'utf8')),
);

/** The service whose cases have ids like this; null where it is no case id. */
export function serviceOfId(id: string): Service | null {
  return services.find(({ prefix }) => new RegExp(`^${prefix}-\\d{6}-.`).test(id)) ?? null;
}
