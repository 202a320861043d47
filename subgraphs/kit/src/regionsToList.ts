import { scopeInForce } from './assignment.ts';
import type { Caller } from './caller.ts';
import { graphqlError } from './graphqlError.ts';
import type { ServiceKind } from './serviceKind.ts';

/**
 * The prefixes of region codes that a list of a service's cases is about for this caller: the regions of staff of the
 * service, or of an auditor's assignment, as far as the filter names them. None is a prefix of another. Null where the
 * caller gets no list: persons and cases that an assignment names are asked for by themselves, since an agency cannot
 * count them.
 *
 * @param options `wanted`: the filter's prefix, or null; `most`: prefixes that the agency takes in one request
 * @throws GraphQLError BAD_USER_INPUT where the caller's regions are too many for one request
 */
export function regionsToList(
  caller: Caller,
  options: {
    /** Whose staff: of the service, or of the bureau of justice that supervises it. */
    readonly service: ServiceKind | 'BUREAU';
    readonly wanted: string | null;
    readonly most: number;
    readonly now: Date;
  },
): readonly string[] | null {
  const { service, wanted, most, now } = options;
  const own = dutyRegions(caller, service, now).flatMap((prefix) => {
    if (wanted === null || prefix.startsWith(wanted)) return [prefix];
    return wanted.startsWith(prefix) ? [wanted] : [];
  });
  const outermost = own.filter(
    (prefix) => !own.some((other) => other !== prefix && prefix.startsWith(other)),
  );
  const regions = [...new Set(outermost)];
  if (regions.length > most) throw graphqlError('BAD_USER_INPUT', 'Name a `region` in the filter.');
  return regions.length === 0 ? null : regions;
}

function dutyRegions(caller: Caller, service: ServiceKind | 'BUREAU', now: Date): readonly string[] {
  if (caller.role === 'AUDITOR') return scopeInForce(caller, now)?.regions ?? [];
  return caller.role === 'STAFF' && caller.service === service ? caller.regions : [];
}
