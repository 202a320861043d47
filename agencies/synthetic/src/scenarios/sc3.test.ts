import { describe, expect, it } from '@jest/globals';
import { cast } from '../cast.ts';
import { dayOf, findCase, scenarioCases } from '../testing/scenarioReader.ts';
import { toDay } from '../worldCalendar.ts';
import { sc3 } from './sc3.ts';

describe('SC-3', () => {
  it('seals every case of Chen and no other', () => {
    const { chen } = cast.persons;
    const ofChen = [...scenarioCases].filter(([, one]) =>
      one.parties.some(({ person }) => person === chen.credential),
    );
    expect(ofChen.map(([id]) => id).toSorted()).toEqual(sc3.expected.sealedCases.toSorted());
    for (const id of sc3.expected.sealedCases) expect(findCase(id).secrecy).toContain('sealed');
    for (const id of sc3.expected.readableCases) expect(findCase(id).secrecy).not.toContain('sealed');
  });

  it('acts within the hours and days of arts 36 and 39', () => {
    const { defence } = sc3.cases;
    const details = findCase(defence).details;
    const notice = 'notice' in details ? details.notice : null;
    expect(toDay(notice?.receivedAt ?? '') - toDay(notice?.foundAt ?? '')).toBe(sc3.expected.noticeDays);
    expect(dayOf(defence, 'ASSIGN') - dayOf(defence, 'RECEIVE_NOTICE')).toBe(sc3.expected.assignmentDays);
  });

  it('gives the two sides lawyers of different firms', () => {
    const firms = [sc3.cases.defence, sc3.cases.victimAid, sc3.cases.duAid].map(
      (id) => findCase(id).handlers[0]?.organization,
    );
    expect(new Set(firms).size).toBe(3);
  });
});
