import type { SyntheticParty } from '../syntheticCaseBase.ts';
import type { SyntheticBody, SyntheticPerson } from '../syntheticRegister.ts';

interface Represented {
  readonly lawyer?: { readonly practitionerNo: string } | null;
  /** Guardian or another agent who is no lawyer; a minor's guardian unless given. */
  readonly agent?: string | null;
}

/** A person or body in a case. */
export function createParty(
  who: SyntheticPerson | SyntheticBody,
  role: string,
  side: SyntheticParty['side'],
  { lawyer = null, agent }: Represented = {},
): SyntheticParty {
  const isPerson = 'credential' in who;
  return {
    person: isPerson ? who.credential : null,
    organization: isPerson ? null : who.id,
    role,
    side,
    agentPractitionerNo: lawyer?.practitionerNo ?? null,
    agent: agent === undefined ? (isPerson ? who.guardian : null) : agent,
  };
}
