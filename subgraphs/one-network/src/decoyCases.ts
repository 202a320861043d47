import type { CaseStub, ServiceRegistry } from './serviceRegistry.ts';

/** A key that no agency gives out. */
const NO_CASE = '0';

/**
 * One case of each service that does not exist, to be asked for beside the real ones. Every agency is then asked about
 * every thread and about the links of every case, so that neither an answer's time nor what is missing while an agency is
 * down tells whether there is a case of it that the caller may not see.
 *
 * @param region of the cases beside which they stand, so that the same systems are asked; null: nothing is known of such
 *   cases, and a number is asked for, wherever it may be
 */
export function decoyCases(
  region: string | null,
  { services }: Pick<ServiceRegistry, 'services'>,
): CaseStub[] {
  return services.map(({ type, prefix }) => ({
    __typename: type,
    ref: region === null ? `no:${NO_CASE}` : `${prefix}-${region}-${NO_CASE}`,
  }));
}

/** The region in a case id; null where there is none. */
export function regionOf(caseId: string | undefined): string | null {
  return caseId?.split('-')[1] ?? null;
}
