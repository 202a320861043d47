import { describe, expect, it } from '@jest/globals';
import { credentialsIn } from './credentialsIn.ts';
import { testCaseRecord } from './testCaseRecord.ts';

describe('the credentials of a record', () => {
  it('are those of parties, of their agents and of every other part, each once', () => {
    const [party] = testCaseRecord().parties;
    const record = {
      ...testCaseRecord({
        parties: [{ ...party, credential: 'RIC:1', agentCredential: 'RIC:2' } as NonNullable<typeof party>],
      }),
      commission: { clientCredential: 'RIC:3' },
      holdings: [{ giver: { credential: 'RIC:1' }, receiver: { credential: 'RIC:4', organization: null } }],
      none: { credential: null },
    };
    expect(credentialsIn(record)).toEqual(['RIC:1', 'RIC:2', 'RIC:3', 'RIC:4']);
  });

  it('are not numbers and names of anything else', () => {
    expect(credentialsIn({ caseNo: 'RIC:1', note: 'credential RIC:2', credentialKind: 'RIC:3' })).toEqual([]);
  });
});
