import type { Caller } from './caller.ts';

/** A caller for tests: a citizen without anything, unless told otherwise. */
export function testCaller(overrides: Partial<Caller> = {}): Caller {
  return {
    role: 'CITIZEN',
    subject: 'test',
    credential: null,
    practitionerNo: null,
    organization: null,
    service: null,
    regions: [],
    scopes: [],
    purpose: null,
    accessCase: null,
    assignment: null,
    requestId: 'test',
    ...overrides,
  };
}
