import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, generateWorld, graphCaseId, type SyntheticCase, sc1, sc3 } from '@tongban/synthetic';
import { type AgencyName, type Answer, control, setFault } from '../client.ts';
import { askAs, citizen, type DoorCaller } from './callerOf.ts';
import { plantCases } from './plantCases.ts';
import { planted, plantedCases, plantedIds } from './plantedCases.ts';

const THREAD = `query ($no: ID!) { thread(threadNo: $no) { threadNo title stage openedAt
  cases { id caseNo links { kind case { id } evidence { documentNo } } }
  timeline(first: 100) { totalCount edges { node { case { id } documentNo } } } } }`;
const CASE = 'query ($id: ID!) { case(id: $id) { id links { kind case { id } } thread { cases { id } } } }';

const world = [...generateWorld({ persons: 300, seed: 7 })];
const cases = new Map<string, SyntheticCase>(
  world.flatMap((slice) => slice.cases).map((one) => [graphCaseId(one), one]),
);

/** What an answer tells beside its data. */
function tellTales({ status, errors, extensions }: Answer): unknown {
  return {
    status,
    errors: errors.map(({ message, path, extensions: { requestId: _, ...rest } = {} }) => ({
      message,
      path,
      ...rest,
    })),
    extensions,
  };
}

/** The other side of a thread whose members are of these services, and no others. */
function opponentIn(...services: string[]): { readonly caller: DoorCaller; readonly threadNo: string } {
  for (const { threadNo, members } of world.flatMap((slice) => slice.threads)) {
    const its = members.map((id) => cases.get(id));
    const isIt = its.map((one) => one?.service).join() === services.join();
    const last = its.at(-1)?.parties.find(({ side, person }) => side === 'B' && person !== null);
    if (isIt && last?.person) return { caller: citizen(last.person), threadNo };
  }
  throw new Error(`no thread is of ${services.join()}`);
}

const ask = ({ caller, threadNo }: { caller: DoorCaller; threadNo: string }) =>
  askAs<{ thread: { cases: { id: string }[] } | null }>(caller, THREAD, { no: threadNo });

const withHidden = opponentIn('LEGAL_AID', 'NOTARY');
const withoutHidden = opponentIn('MEDIATION', 'NOTARY');
const contractor = { caller: citizen(cast.persons.contractor.credential), threadNo: sc1.threadNo };
const du = { caller: citizen(cast.persons.du.credential), threadNo: sc3.threadNo };
const stranger = citizen(cast.persons.wang.credential);

describe('while an agency is down', () => {
  let down: AgencyName | null = null;
  beforeAll(async () => {
    plantCases(Object.values(plantedCases));
    // Whoever is the other side sees something of the thread, and nothing of legal aid.
    for (const one of [withHidden, withoutHidden, contractor]) {
      const answer = await ask(one);
      expect(answer.errors).toEqual([]);
      expect(answer.text).not.toContain('"LA-');
      expect(answer.data?.thread?.cases.length).toBeGreaterThan(0);
    }
  });
  afterEach(async () => {
    if (down !== null) await setFault(down, 'none');
    down = null;
  });
  const takeDown = async (agency: AgencyName, mode = 'failing') => {
    down = agency;
    await setFault(agency, mode);
  };

  it.each(['failing', 'malformed', 'cut-off'])(
    'that is %s, a thread with a hidden case of it tells as much as a thread without',
    async (mode) => {
      await takeDown('legal-aid', mode);
      const [hidden, none] = [await ask(withHidden), await ask(withoutHidden)];
      expect(tellTales(hidden)).toEqual(tellTales(none));
      expect(hidden.extensions).toEqual({
        completeness: { asked: 4, answered: 3, missing: ['legal-aid'] },
      });
      for (const text of [hidden.text, none.text]) expect(text).not.toContain('null,"');
      for (const { data } of [hidden, none]) expect(data?.thread?.cases).not.toContain(null);
    },
  );

  it('whose own cases are hidden, the rest of the thread is as ever', async () => {
    for (const [agency, one] of [
      ['legal-aid', contractor],
      ['forensic-appraisal', du],
      ['mediation', du],
    ] as const) {
      const before = await ask(one);
      await takeDown(agency);
      const after = await ask(one);
      expect(after.data).toEqual(before.data);
      expect(after.extensions).toMatchObject({ completeness: { missing: [agency] } });
      await setFault(agency, 'none');
    }
  });

  it('as many sealed cases as there may be in a thread make no more errors than none', async () => {
    await takeDown('forensic-appraisal');
    const [sealed, none] = [await ask(du), await ask(withoutHidden)];
    expect(tellTales(sealed)).toEqual(tellTales(none));
  });

  it('a case with a hidden one at the end of a link tells as much as one without links', async () => {
    await takeDown('legal-aid');
    const LINKS = 'query ($id: ID!) { case(id: $id) { id links { kind case { id } } } }';
    const linked = await askAs(contractor.caller, LINKS, { id: sc1.cases.appraisal });
    const id = plantedIds.FORENSIC_APPRAISAL;
    const unlinked = await askAs(citizen(planted.sideB), LINKS, { id });
    expect(unlinked.data).toEqual({ case: { id, links: [] } });
    expect(tellTales(linked)).toEqual(tellTales(unlinked));
  });

  it('a thread of which the caller may see nothing is like one that does not exist', async () => {
    for (const agency of ['legal-aid', 'forensic-appraisal', 'mediation', 'notary'] as const) {
      await takeDown(agency);
      const hidden = await ask({ caller: stranger, threadNo: sc3.threadNo });
      const none = await ask({ caller: stranger, threadNo: 'CT-2026-99999999' });
      expect(hidden.data).toEqual({ thread: null });
      expect([hidden.data, tellTales(hidden)]).toEqual([none.data, tellTales(none)]);
      await setFault(agency, 'none');
    }
  });

  it('a hidden case of it is like one that does not exist', async () => {
    await takeDown('legal-aid');
    const hidden = await askAs(contractor.caller, CASE, { id: sc1.cases.legalAid });
    const none = await askAs(contractor.caller, CASE, { id: 'LA-480101-NOSUCHCASE' });
    expect([hidden.data, tellTales(hidden)]).toEqual([none.data, tellTales(none)]);
  });

  it('killed, its members leave the thread of the person they are about, and the answer says that it is not whole', async () => {
    const zhang = { caller: citizen(cast.persons.zhang.credential), threadNo: sc1.threadNo };
    const before = await ask(zhang);
    await control('kill', 'forensic-appraisal-system');
    try {
      const after = await ask(zhang);
      expect(after.data?.thread?.cases.map(({ id }) => id)).toEqual(
        before.data?.thread?.cases.map(({ id }) => id).filter((id) => !id.startsWith('FA-')),
      );
      expect(after.extensions).toMatchObject({ completeness: { missing: ['forensic-appraisal'] } });
      expect(new Set(after.errors.map(({ extensions }) => extensions?.code))).toEqual(
        new Set(['AGENCY_UNAVAILABLE']),
      );
    } finally {
      await control('restart', 'forensic-appraisal-system');
    }
    expect((await ask(zhang)).data).toEqual(before.data);
  });
});
