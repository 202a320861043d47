import type { SyntheticHandler } from '../syntheticCaseBase.ts';
import type { SyntheticPractitioner } from '../syntheticRegister.ts';
import { toInstant } from './createHistory.ts';

/** Someone of the register who handles a case from `from` on; `to` null while it lasts. */
export function createHandler(
  role: string,
  who: SyntheticPractitioner,
  from: string,
  to: string | null = null,
): SyntheticHandler {
  const { practitionerNo, name, organization } = who;
  return {
    role,
    practitionerNo,
    name,
    organization,
    from: toInstant(from),
    to: to === null ? null : toInstant(to),
  };
}
