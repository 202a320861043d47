import { describe, expect, it } from '@jest/globals';
import { lifecycles, worldCodes } from '@tongban/synthetic';
import { mediationStatusWords } from '../lifecycle/mediationStatus.ts';
import { transitions } from '../lifecycle/transitions.ts';
import * as vocabulary from '../vocabulary.ts';
import { eventWords } from './eventWords.ts';
import * as words from './worldWords.ts';

const { steps, recordings } = lifecycles.MEDIATION;

describe('the register’s words', () => {
  it.each([
    ['events', eventWords, [...steps.map(({ event }) => event), ...recordings]],
    ['statuses', words.statusWords, steps.map(({ to }) => to)],
    ['actor roles', words.actorRoleWords, worldCodes.actorRoles],
    ['handler roles', words.actorRoleWords, worldCodes.handlerRoles],
    ['party roles', words.partyRoleWords, worldCodes.partyRoles],
    ['organ kinds', words.organKindWords, worldCodes.organKinds],
    ['sources', words.sourceWords, worldCodes.mediationSources],
    ['dispute types', words.disputeTypeWords, worldCodes.disputeTypes],
  ])('there is one for all %s of the world', (_list, table: Readonly<Record<string, string>>, codes) => {
    expect(codes.filter((code) => table[code] === undefined)).toEqual([]);
  });

  it.each([
    ['statuses', words.statusWords, mediationStatusWords],
    ['actor roles', words.actorRoleWords, vocabulary.actorRoles],
    ['party roles', words.partyRoleWords, vocabulary.partyRoles],
    ['organ kinds', words.organKindWords, vocabulary.organKinds],
    ['sources', words.sourceWords, vocabulary.sources],
    ['dispute types', words.disputeTypeWords, vocabulary.disputeTypes],
    ['document types', words.documentTypeWords, vocabulary.documentTypes],
    ['secrecy marks', words.secrecyWords, vocabulary.secrecyMarks],
    ['results', words.resultWords, vocabulary.confirmationResults],
  ])('no two codes share one of the %s, and none is left over', (_list, table, list) => {
    expect(Object.values(table).sort()).toEqual([...list].sort());
  });

  it('both tell the same life', () => {
    const told = steps.map(({ from, event, to }) => [
      from === null ? null : words.statusWords[from],
      eventWords[event],
      words.statusWords[to],
    ]);
    const rows = [[null, '登记', '已登记'], ...transitions.map(({ from, event, to }) => [from, event, to])];
    expect(told.map(String).sort()).toEqual(rows.map(String).sort());
  });
});
