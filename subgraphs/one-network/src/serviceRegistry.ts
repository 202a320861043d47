import { readFileSync } from 'node:fs';
import { isRegionCode, normaliseNumber, parseCaseRef, type ServiceKind } from '@tongban/kit';
import { z } from 'zod';

/** An agency's case type, from its `service.json`. */
export interface Service {
  readonly service: ServiceKind;
  /** The object type that implements `ServiceCase`. */
  readonly type: string;
  /** First part of the case ids. */
  readonly prefix: string;
  /** The list of its cases on `Person`. */
  readonly personField: string;
  /** Name of its subgraph. */
  readonly subgraph: string;
  readonly label: { readonly zh: string };
}

/** A case by type and key alone; what else there is to it is the agency's to say. */
export interface CaseStub {
  readonly __typename: string;
  /** A case id, or `no:<number>`. */
  readonly ref: string;
}

/** Tells from an id or a number which agency to ask. Knows forms only, never whether a case exists. */
export interface ServiceRegistry {
  readonly services: readonly Service[];
  /** Null where the id has no agency's form. */
  stubOfId(id: string): CaseStub | null;
  /** Null where no agency prints such numbers. */
  stubOfNumber(number: string): CaseStub | null;
}

const Manifests = z.array(
  z.object({
    service: z.string().transform((service) => service as ServiceKind),
    type: z.string(),
    prefix: z.string(),
    personField: z.string(),
    subgraph: z.string(),
    numberPattern: z.string(),
    label: z.object({ zh: z.string() }),
  }),
);

/** Longer than any number printed; keeps patterns from being fed pages of text. */
const LONGEST_NUMBER = 64;

/**
 * Reads the manifests that `npm run codegen` gathered.
 *
 * @param options `allowSynthetic`: whether ids of synthetic regions are ids; production says no
 */
export function readServiceRegistry(
  file: URL,
  options: { readonly allowSynthetic: boolean },
): ServiceRegistry {
  const services = Manifests.parse(JSON.parse(readFileSync(file, 'utf8')));
  const patterns = services.map(({ type, numberPattern }) => ({
    type,
    pattern: new RegExp(numberPattern, 'u'),
  }));
  return {
    services,
    stubOfId(id) {
      const service = services.find(({ prefix }) => id.startsWith(`${prefix}-`));
      const parsed = service === undefined ? null : parseCaseRef(id, service.prefix);
      if (service === undefined || parsed?.kind !== 'id' || !isRegionCode(parsed.region, options))
        return null;
      return { __typename: service.type, ref: id };
    },
    stubOfNumber(number) {
      if (number.length > LONGEST_NUMBER) return null;
      const normalised = normaliseNumber(number);
      const match = patterns.find(({ pattern }) => pattern.test(normalised));
      return match === undefined ? null : { __typename: match.type, ref: `no:${normalised}` };
    },
  };
}
