import { describe, expect, it } from '@jest/globals';
import { createAccessNotes } from './accessNotes.ts';
import { testCaseRecord } from './testCaseRecord.ts';

const ZHANG = 'RIC:480101198503121013';
const CONTRACTOR = 'RIC:480101197904152158';
const tagOf = (credential: string) => `tag:${credential}`;

describe('the notes of a request', () => {
  it('say nothing where nothing personal was touched', () => {
    expect(createAccessNotes({ tagOf }).report()).toBeNull();
  });

  it('name everybody in a case, once for all cases, and persons asked about who have none', () => {
    const notes = createAccessNotes({ tagOf });
    notes.person(CONTRACTOR);
    notes.case(testCaseRecord(), 'HIDDEN');
    notes.case(testCaseRecord({ ref: 'LA-480101-A2', parties: [] }), 'FULL');
    expect(notes.report()).toEqual({
      subjects: [tagOf(CONTRACTOR), tagOf(ZHANG)],
      cases: [
        { id: 'LA-480101-A1', disclosure: 'HIDDEN', marks: [], subjects: [1, 0] },
        { id: 'LA-480101-A2', disclosure: 'FULL', marks: [], subjects: [] },
      ],
    });
  });

  it.each([
    ['HIDDEN', 'MASKED', 'MASKED'],
    ['FULL', 'HIDDEN', 'FULL'],
    ['MASKED', 'FULL', 'FULL'],
  ] as const)('keep the most that was shown of a case: %s, then %s', (first, second, kept) => {
    const notes = createAccessNotes({ tagOf });
    const record = testCaseRecord();
    notes.case(record, first);
    notes.case(record, second);
    expect(notes.report()?.cases).toMatchObject([{ disclosure: kept, subjects: [0, 1] }]);
  });

  it('tell of marks only those on which it depends when a person learns of a look', () => {
    const notes = createAccessNotes({ tagOf });
    notes.case(testCaseRecord({ secrecy: ['minor', 'willSecret', 'privacy', 'sealed'] }), 'HIDDEN');
    expect(notes.report()?.cases).toMatchObject([{ marks: ['willSecret', 'sealed'] }]);
  });

  it('tell who of them is the caller, by each document', () => {
    const notes = createAccessNotes({ tagOf }, ZHANG);
    notes.case(testCaseRecord(), 'FULL');
    expect(notes.report()?.self).toEqual([0]);
    notes.self(CONTRACTOR);
    expect(notes.report()?.self).toEqual([0, 1]);
    const others = createAccessNotes({ tagOf }, 'RIC:1');
    others.person(ZHANG);
    expect(others.report()).toEqual({ subjects: [tagOf(ZHANG)], cases: [] });
  });

  it('tell about whom the register was asked, with the most that was shown', () => {
    const notes = createAccessNotes({ tagOf });
    notes.person(CONTRACTOR);
    notes.register(ZHANG, 'HIDDEN');
    notes.register(ZHANG, 'FULL');
    notes.register(ZHANG, 'MASKED');
    expect(notes.report()).toEqual({
      subjects: [tagOf(CONTRACTOR), tagOf(ZHANG)],
      cases: [],
      register: [{ subject: 1, disclosure: 'FULL' }],
    });
  });

  it('hold no credential', () => {
    const notes = createAccessNotes({ tagOf: () => 'test:x' });
    notes.person(ZHANG);
    notes.case(testCaseRecord(), 'FULL');
    expect(JSON.stringify(notes.report())).not.toMatch(/RIC|\d{9}/);
  });
});
