import { everythingSynthetic, type PersonaClaims } from '@tongban/development-issuer';
import { type Answer, askWithToken, type Question } from '../client.ts';
import { signToken } from './signToken.ts';

/** Somebody who asks: what the token says, and the purpose that comes with every question. */
export interface DoorCaller {
  readonly claims: PersonaClaims;
  readonly purpose?: string;
  readonly accessCase?: string;
}

const TWO_FACTORS = ['pwd', 'hwk'];

/** A citizen, by credential. */
export function citizen(credential: string): DoorCaller {
  return { claims: { role: 'CITIZEN', credential } };
}

/** A lawyer, by licence. */
export function lawyer(practitionerNo: string): DoorCaller {
  return { claims: { role: 'REPRESENTATIVE', practitioner_no: practitionerNo } };
}

/** Staff of a body, handling `accessCase`. */
export function staff(
  service: string,
  org: string,
  accessCase: string,
  regions: readonly string[] = ['48'],
): DoorCaller {
  const claims = { role: 'STAFF', service, org, regions, amr: TWO_FACTORS };
  return { claims, purpose: 'CASE_HANDLING', accessCase };
}

/** The auditor of cases, on the assignment over the whole synthetic province; `scope` for what needs approval besides. */
export function auditor(org: string, scope?: string): DoorCaller {
  const assignment = 'AUD-2026-001';
  const claims = {
    role: 'AUDITOR',
    org,
    regions: ['48'],
    assignment,
    assignment_scope: everythingSynthetic,
    amr: TWO_FACTORS,
  };
  return {
    claims: scope === undefined ? claims : { ...claims, scope },
    purpose: 'AUDIT',
    accessCase: assignment,
  };
}

/** Runs one operation as this caller, through the gateway. */
export async function askAs<Data = unknown>(
  { claims, purpose, accessCase }: DoorCaller,
  query: string,
  variables: Question['variables'] = {},
): Promise<Answer<Data>> {
  return askWithToken<Data>(await signToken(claims), query, {
    variables,
    ...(purpose === undefined ? {} : { purpose }),
    ...(accessCase === undefined ? {} : { accessCase }),
  });
}
