import type { SyntheticLink } from './syntheticThread.ts';
import { graphCaseId, type SyntheticCase, type WorldSlice } from './syntheticWorld.ts';
import { checkCase } from './validate/checkCase.ts';
import { checkHistory } from './validate/checkHistory.ts';
import { checkBody, checkPerson, checkPractitioner } from './validate/checkRegister.ts';

/**
 * Every fault of a world that is told slice by slice, as sentences that name the case or record; none: it is sound.
 * Checks what no reader should have to doubt: legal histories in order of time, valid and test-safe numbers, nothing used
 * twice, and everything referred to is there. Says nothing about faults of conduct, which variants plant on purpose.
 */
export function validateWorld(slices: Iterable<WorldSlice>): string[] {
  const problems: string[] = [];
  const taken = new Set<string>();
  const bodies = new Map<string, WorldSlice['bodies'][number]>();
  const practitioners = new Map<string, WorldSlice['practitioners'][number]>();
  const once = (what: string, id: string) => {
    if (taken.has(`${what} ${id}`)) problems.push(`${what} ${id} is there twice`);
    taken.add(`${what} ${id}`);
  };
  const of = (id: string, found: readonly string[]) => {
    for (const problem of found) problems.push(`${id}: ${problem}`);
  };

  for (const slice of slices) {
    for (const body of slice.bodies) {
      once('body', body.id);
      bodies.set(body.id, body);
      of(body.id, checkBody(body));
    }
    for (const practitioner of slice.practitioners) {
      once('practitioner', practitioner.practitionerNo);
      practitioners.set(practitioner.practitionerNo, practitioner);
      of(practitioner.practitionerNo, checkPractitioner(practitioner));
    }
    for (const { id, supervisor } of slice.bodies) {
      if (supervisor !== null && !bodies.has(supervisor)) of(id, [`no supervisor ${supervisor}`]);
    }
    for (const { practitionerNo, organization } of slice.practitioners) {
      if (!bodies.has(organization)) of(practitionerNo, [`no body ${organization}`]);
    }
    const persons = new Set(slice.persons.map(({ credential }) => credential));
    for (const person of slice.persons) {
      once('person', person.credential);
      of(person.credential, checkPerson(person));
      if (person.guardian !== null && !persons.has(person.guardian)) of(person.credential, ['no guardian']);
      for (const former of person.formerCredentials) once('person', former);
    }

    const byId = new Map<string, SyntheticCase>();
    const numbers = new Set<string>();
    for (const one of slice.cases) {
      const id = graphCaseId(one);
      byId.set(id, one);
      once('key', `${one.service} ${one.key}`);
      for (const number of [one.caseNo, ...one.aliases]) {
        once('number', normalised(number));
        numbers.add(number);
      }
      of(id, checkCase(one));
      of(id, checkHistory(one));
      of(id, checkReferences(one, { persons, bodies, practitioners }));
    }
    for (const one of slice.cases) {
      const quoted =
        'feeReduction' in one.details ? (one.details.feeReduction?.basisDocumentNo ?? null) : null;
      if (quoted !== null && !numbers.has(quoted))
        of(graphCaseId(one), [`quotes ${quoted}, which nobody issued`]);
    }
    for (const { threadNo, members } of slice.threads) {
      once('thread', threadNo);
      if (!/^CT-\d{4}-\d{8}$/.test(threadNo)) of(threadNo, ['not a thread number']);
      for (const member of members) if (!byId.has(member)) of(threadNo, [`no case ${member}`]);
      if (new Set(members).size !== members.length) of(threadNo, ['a member is named twice']);
    }
    for (const link of slice.links) of(`link ${link.from} ${link.to}`, checkLink(link, byId));
  }
  return problems;
}

interface Known {
  readonly persons: ReadonlySet<string>;
  readonly bodies: ReadonlyMap<string, WorldSlice['bodies'][number]>;
  readonly practitioners: ReadonlyMap<string, WorldSlice['practitioners'][number]>;
}

function checkReferences(one: SyntheticCase, { persons, bodies, practitioners }: Known): string[] {
  const problems: string[] = [];
  const body = (id: string | null) => {
    if (id !== null && !bodies.has(id)) problems.push(`no body ${id}`);
  };
  const person = (credential: string | null) => {
    if (credential !== null && !persons.has(credential)) problems.push(`no person ${credential}`);
  };
  const personOrBody = (id: string) => (id.includes(':') ? person(id) : body(id));
  const practitioner = (no: string | null) => {
    if (no !== null && !practitioners.has(no)) problems.push(`no practitioner ${no}`);
  };

  body(one.agency);
  if (bodies.get(one.agency)?.region !== one.region) problems.push(`the agency is not in ${one.region}`);
  for (const party of one.parties) {
    person(party.person);
    person(party.agent);
    body(party.organization);
    practitioner(party.agentPractitionerNo);
  }
  for (const { practitionerNo, name, organization } of one.handlers) {
    const known = practitioners.get(practitionerNo);
    if (known?.name !== name || known.organization !== organization)
      problems.push(`handler ${practitionerNo} is not so registered`);
  }
  for (const { issuer } of one.documents) body(issuer);
  switch (one.service) {
    case 'LEGAL_AID':
      one.details.opposingParties.forEach(personOrBody);
      for (const { firm, practitionerNo } of one.details.assignments) {
        body(firm);
        practitioner(practitionerNo);
      }
      body(one.details.notice?.organ ?? null);
      body(one.details.objection?.bureau ?? null);
      break;
    case 'FORENSIC_APPRAISAL':
      personOrBody(one.details.commission.client);
      one.details.opinion?.signedBy.forEach(practitioner);
      body(one.details.foreignRelatedReport?.reportedTo ?? null);
      break;
    case 'MEDIATION':
      for (const { debtor, creditor } of one.details.agreement?.obligations ?? []) {
        personOrBody(debtor);
        personOrBody(creditor);
      }
      for (const { party } of one.details.consents) personOrBody(party);
      body(one.details.confirmation?.court ?? null);
      break;
    case 'NOTARY': {
      const debt = one.details.certificate?.enforceability;
      if (debt) [debt.creditor, debt.debtor].forEach(personOrBody);
      if (one.details.reExamination !== null) personOrBody(one.details.reExamination.requestedBy);
    }
  }
  return problems;
}

function checkLink(link: SyntheticLink, byId: ReadonlyMap<string, SyntheticCase>): string[] {
  const ends = [byId.get(link.from), byId.get(link.to)];
  const problems = ends.includes(undefined) ? ['an end is missing'] : [];
  const { evidence, evidenceNo, mandate, confidence } = link;
  if (evidence === 'DOCUMENT_QUOTED') {
    const isPrinted = ends.some(
      (end) => end !== undefined && [end.caseNo, ...end.aliases].includes(evidenceNo ?? ''),
    );
    if (!isPrinted) problems.push(`${evidenceNo} is on no document of either case`);
  }
  if (mandate.mandateNo === '' || mandate.grantedBy.length === 0) problems.push('no mandate');
  if (!(confidence > 0 && confidence <= 1)) problems.push(`confidence ${confidence}`);
  return problems;
}

/** As readers compare numbers: brackets alike, no spaces, 第 and 号 dropped, no leading zeros in the serial. */
function normalised(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/[（〔[]/g, '(')
    .replace(/[）〕\]]/g, ')')
    .replace(/\s|号/g, '')
    .replace(/第?0*(\d+)$/, '$1');
}
