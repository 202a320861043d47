import { describe, expect, it } from '@jest/globals';
import { scenarios } from './scenarios.ts';
import type { SyntheticCase, WorldSlice } from './syntheticWorld.ts';
import { validateWorld } from './validateWorld.ts';

const { slice } = scenarios.sc1;
const [aid, mediation] = slice.cases;
if (aid === undefined || mediation === undefined) throw new Error('SC-1 has no cases');

/** SC-1 with its first case changed. */
function withAid(change: Partial<SyntheticCase>): WorldSlice {
  return { ...slice, cases: [{ ...aid, ...change } as SyntheticCase, ...slice.cases.slice(1)] };
}

const { events } = aid;
const [person] = slice.persons;
if (person === undefined) throw new Error('SC-1 has no persons');

describe('the check of a world', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(validateWorld([slice])).toEqual([]);
  });

  it.each<[fault: string, broken: WorldSlice, problem: RegExp]>([
    [
      'a step left out',
      withAid({ events: events.filter(({ event }) => event !== 'GRANT') }),
      /OPEN_CASE starts from GRANTED/,
    ],
    [
      'a step that no lifecycle has',
      withAid({
        events: events.map((event) => (event.event === 'GRANT' ? { ...event, event: 'PROMISE' } : event)),
      }),
      /no step UNDER_REVIEW PROMISE GRANTED/,
    ],
    [
      'times out of order',
      withAid({
        events: events.map((event) =>
          event.event === 'ASSIGN' ? { ...event, at: '2026-03-01T09:00:00+08:00' } : event,
        ),
      }),
      /ASSIGN is before OPEN_CASE/,
    ],
    [
      'a step in the future',
      withAid({
        events: events.map((event) =>
          event.event === 'ARCHIVE' ? { ...event, at: '2026-12-01T09:00:00+08:00' } : event,
        ),
      }),
      /ARCHIVE is in the future/,
    ],
    [
      'a status that the history does not tell',
      withAid({ status: 'REFUSED' }),
      /status REFUSED is not where/,
    ],
    ['a wrong time of closing', withAid({ closedAt: null }), /closedAt null does not follow/],
    [
      'a number used twice',
      withAid({ aliases: [...aid.aliases, mediation.caseNo] }),
      /number .* is there twice/,
    ],
    ['a key used twice', { ...slice, cases: [...slice.cases, aid] }, /key LEGAL_AID S1LA1 is there twice/],
    ['a decision number of nobody', withAid({ aliases: [] }), /is not among the case's numbers/],
    ['an unknown body', withAid({ agency: '91480101TEAT00082X' }), /no body 91480101TEAT00082X/],
    ['a region of another province', withAid({ region: '110101' }), /region 110101/],
    ['an unknown person', { ...slice, persons: slice.persons.slice(1) }, /no person RIC:/],
    [
      'a wrong check digit',
      { ...slice, persons: [...slice.persons, { ...person, credential: 'RIC:480101198503121014' }] },
      /check digit/,
    ],
    [
      'a number that somebody may hold',
      { ...slice, persons: [...slice.persons, { ...person, credential: 'RIC:11010519491231002X' }] },
      /outside the test province/,
    ],
    [
      'a telephone that rings',
      { ...slice, persons: [{ ...person, phone: '13800000000' }, ...slice.persons.slice(1)] },
      /might ring/,
    ],
    [
      'a link to nowhere',
      { ...slice, links: slice.links.map((link) => ({ ...link, to: 'ME-480101-NONE' })) },
      /an end is missing/,
    ],
    [
      'a link that quotes what nobody printed',
      {
        ...slice,
        links: slice.links.map((link) => ({
          ...link,
          evidence: 'DOCUMENT_QUOTED' as const,
          evidenceNo: '0',
        })),
      },
      /is on no document/,
    ],
    [
      'a thread with a stranger',
      { ...slice, threads: slice.threads.map((thread) => ({ ...thread, members: ['LA-480101-NONE'] })) },
      /no case LA/,
    ],
    [
      'a body whose code is wrong',
      {
        ...slice,
        bodies: slice.bodies.map((body, index) => (index === 0 ? { ...body, uscc: 'X', id: 'X' } : body)),
      },
      /credit code X/,
    ],
  ])('finds %s', (_fault, broken, problem) => {
    expect(validateWorld([broken]).filter((found) => problem.test(found)).length).toBeGreaterThan(0);
  });

  it('finds across slices what is there twice', () => {
    expect(validateWorld([slice, slice])).toContain('thread CT-2026-00000001 is there twice');
  });
});
