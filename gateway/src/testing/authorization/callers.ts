import type { Caller } from '../../identity/caller.ts';

/** Somebody who has signed in and has nothing else. */
export const signedIn: Caller = {
  subject: 'u1',
  role: 'CITIZEN',
  credential: null,
  practitionerNo: null,
  organization: null,
  service: null,
  regions: [],
  scopes: [],
  assignment: null,
  assignmentScope: null,
  purpose: null,
  accessCase: null,
};

export const withScopes = (...scopes: readonly string[]): Caller => ({ ...signedIn, scopes });
