import { describe, expect, it } from '@jest/globals';
import { coveredGroups, readPurposes } from '@tongban/schema';
import type { Caller, CallerRole } from './caller.ts';
import { requirePurpose } from './requirePurpose.ts';
import { testCaller } from './testCaller.ts';

const named = { accessCase: 'CT-1' };
const callers: Record<CallerRole, Partial<Caller>> = {
  CITIZEN: {},
  REPRESENTATIVE: {},
  STAFF: { ...named, service: 'NOTARY' },
  AUDITOR: { accessCase: 'AUD-1', assignment: 'AUD-1' },
  SYSTEM_AUDITOR: named,
  SECURITY_ADMINISTRATOR: named,
  SYSTEM_ADMINISTRATOR: named,
  SERVICE_ACCOUNT: named,
};
const caller = (role: CallerRole, purpose: string | null, change: Partial<Caller> = {}) =>
  testCaller({ role, purpose, ...callers[role], ...change });
const answerOf = (who: Caller, group: (typeof coveredGroups)[number] = 'case'): string | null => {
  try {
    requirePurpose(who, group);
    return null;
  } catch (error) {
    expect(error).toMatchObject({ extensions: { code: 'PURPOSE_REQUIRED' } });
    return (error as Error).message;
  }
};

describe('a purpose', () => {
  const services = ['NOTARY', 'COURT', 'BUREAU', 'OTHER'];
  const cells = readPurposes().flatMap((purpose) =>
    (['CITIZEN', 'REPRESENTATIVE', 'STAFF', 'AUDITOR'] as const).flatMap((role) =>
      (role === 'STAFF' ? services : [null]).map((service) => ({ purpose, role, service })),
    ),
  );

  it.each(cells)('$purpose.code of $role $service covers what the table says, and nothing else', (cell) => {
    const { purpose, role, service } = cell;
    const who = caller(role, purpose.code, { service });
    const isTheirs =
      purpose.roles.includes(role) &&
      (service === null || purpose.services === null || purpose.services.includes(service));
    const passes = coveredGroups.filter((group) => answerOf(who, group) === null);
    expect(passes).toEqual(isTheirs ? purpose.covers : []);
  });

  it('that does not cover a field is refused with the names of those that do', () => {
    const bureau = caller('STAFF', 'SUPERVISION', { service: 'BUREAU' });
    expect(answerOf(bureau, 'caseFacts')).toBe(
      'The purpose does not cover this field; leave it out, or name in x-access-purpose: CASE_HANDLING.',
    );
    const police = caller('STAFF', 'LAWFUL_QUERY', { service: 'POLICE' });
    expect(answerOf(police, 'opinion')).toContain('CASE_HANDLING, COURT_ORDER.');
  });

  it('of another role, or of nobody, is refused with the names of those that may be named', () => {
    expect(answerOf(caller('STAFF', 'AUDIT'))).toBe(
      'x-access-purpose must be one that you may name: CASE_HANDLING, LAWFUL_QUERY, STATISTICS.',
    );
    const curious = answerOf(caller('CITIZEN', 'CURIOSITY_OF_张三'));
    expect(curious).toContain('SELF, REPRESENTATION');
    expect(curious).not.toContain('张三');
    expect(answerOf(caller('AUDITOR', '__proto__'))).toContain('AUDIT');
  });

  it('and a case are due from staff and auditors, for every group', () => {
    for (const role of ['STAFF', 'AUDITOR'] as const) {
      for (const change of [{ purpose: null }, { accessCase: null }]) {
        const who = { ...caller(role, role === 'STAFF' ? 'CASE_HANDLING' : 'AUDIT'), ...change };
        for (const group of coveredGroups) {
          expect(answerOf(who, group)).toBe(
            'Send the headers x-access-purpose and x-access-case with the request.',
          );
        }
      }
    }
  });

  it('of an auditor is good for the assignment he holds', () => {
    expect(answerOf(caller('AUDITOR', 'AUDIT', { accessCase: 'AUD-2' }))).toContain(
      'the assignment you hold',
    );
    expect(answerOf(caller('AUDITOR', 'AUDIT', { assignment: null }))).toContain('the assignment you hold');
  });

  it('need not be named by citizens and their representatives', () => {
    expect(answerOf(caller('CITIZEN', null), 'hardship')).toBeNull();
    expect(answerOf(caller('REPRESENTATIVE', null), 'person')).toBeNull();
  });

  it('is nothing to those whom no case is shown to', () => {
    for (const role of [
      'SYSTEM_AUDITOR',
      'SECURITY_ADMINISTRATOR',
      'SYSTEM_ADMINISTRATOR',
      'SERVICE_ACCOUNT',
    ] as const)
      expect(answerOf(caller(role, 'AUDIT'))).toBeNull();
  });
});
