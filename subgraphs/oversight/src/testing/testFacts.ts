import type { CaseFacts } from '@tongban/kit';

/** Facts of a legal aid case that give no rule anything to find, unless told otherwise. */
export function facts(id: string, changes: Partial<CaseFacts> = {}): CaseFacts {
  return {
    id,
    service: 'LEGAL_AID',
    caseNo: `援字${id.slice(-2)}号`,
    aliases: [],
    agency: '114801010000000001',
    region: '480101',
    client: null,
    status: 'GRANTED',
    openedAt: '2026-03-02T09:00:00+08:00',
    closedAt: null,
    marks: [],
    history: [],
    parties: [],
    handlers: [],
    documents: [],
    deadlines: [],
    pauses: [],
    extensions: [],
    feeReduction: null,
    legalAid: null,
    notary: null,
    appraisal: null,
    mediation: null,
    ...changes,
  };
}

/** A time limit that was missed: rule R-15 finds it. */
export const missed: CaseFacts['deadlines'][number] = {
  ruleId: 'D-01',
  startAt: '2026-03-02T09:00:00+08:00',
  length: 7,
  unit: 'DAY',
  dueAt: '2026-03-09T23:59:59+08:00',
  metAt: '2026-03-12T10:00:00+08:00',
  state: 'OVERDUE',
  pausedDays: 0,
  citation: '法律援助法 art. 43',
};
