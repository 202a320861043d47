import { type Caller, coversPerson, graphqlError, parseIdentityDocument, requirePurpose } from '@tongban/kit';
import type { OneNetworkContext } from './context.ts';
import { documentRules } from './documentRules.ts';
import { keysetPage } from './keysetPage.ts';
import { linkedCases, threadNosOf } from './linkedCases.ts';
import {
  type CaseFilter,
  compareListed,
  filterCases,
  type ListedCase,
  listedCases,
  listedKey,
} from './listedCases.ts';
import { callerAs, isSelf, type Person, personByCredential, personById } from './person.ts';
import { maskedDocument, seesRegister, shownIdNumber, shownName } from './personDisclosure.ts';
import { isPersonId } from './store/personId.ts';

/** A person, with the lists of cases that the gateway gathered from the agencies before it asks for `cases`. */
interface ListedPerson extends Person {
  readonly listed?: readonly ListedCase[];
}

/** A page the client asked for. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

const PAGE_SIZE = 20;

export const personQueries = {
  me: async (_root: unknown, _args: unknown, context: OneNetworkContext) =>
    context.caller.credential === null
      ? null
      : shown(noted(await personByCredential(context, context.caller.credential), context), context),

  person: async (_root: unknown, { id }: { id: string }, context: OneNetworkContext) => {
    if (!asksByDuty(context))
      return isPersonId(id) ? shown(noted(await callerAs(context, id), context), context) : null;
    if (!isPersonId(id)) return null;
    return shown(withinAssignment(noted(await personById(context, id), context), context), context);
  },

  personByDocument: async (
    _root: unknown,
    { type, number }: { type: string; number: string },
    context: OneNetworkContext,
  ) => {
    if (!asksByDuty(context)) return null;
    const document = parseIdentityDocument(type, number, { allowSynthetic: !context.production });
    if (document === null)
      throw graphqlError('BAD_USER_INPUT', `\`number\` does not fit: ${documentRules(type)}.`);
    const credential = `${document.type}:${document.number}`;
    const person = noted(await personByCredential(context, credential), context);
    return shown(withinAssignment(person, context, [credential]), context);
  },
};

export const personResolvers = {
  __resolveReference: async (
    reference: { id?: string; credential?: string },
    context: OneNetworkContext,
  ): Promise<ListedPerson | null> => {
    const { id, credential } = reference;
    const person = noted(
      credential === undefined
        ? await personById(context, id ?? '')
        : await personByCredential(context, credential),
      context,
    );
    return person === null
      ? null
      : { ...person, listed: listedCases(context.registry.services, { ...reference }) };
  },
  name: fromRegister((person, { caller, access, now }) => {
    const name = shownName(caller, person, now());
    if (name !== null && name === person.record?.name) access.register(person.credential, 'FULL');
    return name;
  }),
  idNumber: fromRegister((person, { caller }) => shownIdNumber(caller, person)),
  sex: fromRegister((person, { caller }) =>
    seesRegister(caller, person) ? (person.record?.sex ?? null) : null,
  ),
  formerDocuments: fromRegister((person, { caller }) =>
    seesRegister(caller, person) && person.record !== null
      ? person.record.formerCredentials.flatMap((credential) => maskedDocument(credential) ?? [])
      : null,
  ),
  cases: (
    { listed = [] }: ListedPerson,
    { first, after, filter }: PageArguments & { filter?: CaseFilter | null },
  ) => {
    const page = keysetPage(filterCases(listed, filter ?? {}), {
      first: first ?? PAGE_SIZE,
      after: after ?? null,
      keyOf: listedKey,
      compare: compareListed,
    });
    return { ...page, edges: page.edges.map(({ node, cursor }) => ({ node: node.stub, cursor })) };
  },
  threads: async ({ listed = [] }: ListedPerson, _args: unknown, context: OneNetworkContext) =>
    (await threadNosOf(listed, context)).map((ref) => ({ ref })),
  subjectTags: (person: Person, _args: unknown, { caller, now, tagsOf }: OneNetworkContext) => {
    requirePurpose(caller, 'person');
    return isSelf(caller, person) || mayLookUp(person, caller, now())
      ? credentialsOf(person).flatMap(tagsOf)
      : [];
  },
  linkedCases: ({ listed = [] }: ListedPerson, _args: unknown, context: OneNetworkContext) =>
    linkedCases(listed, context),
};

/** Everything the person is or was known by, the document of today first. */
function credentialsOf({ credential, record }: Person): string[] {
  return [credential, ...(record?.formerCredentials ?? [])];
}

/** Whether staff or an auditor may look this person up; that the purpose covers it is asked before. */
function mayLookUp(person: Person, caller: Caller, now: Date): boolean {
  if (caller.role === 'AUDITOR') return coversPerson(caller, credentialsOf(person), now);
  return caller.role === 'STAFF';
}

/** Notes that the register was asked about the person, of whom nothing is shown yet. */
function noted<Found extends Person | null>(person: Found, { access, caller }: OneNetworkContext): Found {
  if (person === null) return person;
  access.register(person.credential, 'HIDDEN');
  if (isSelf(caller, person)) access.self(person.credential);
  return person;
}

/** Notes that the caller who asked for this person learns that there is such a person, and the id. */
function shown<Found extends Person | null>(person: Found, { access }: OneNetworkContext): Found {
  if (person !== null) access.register(person.credential, 'MASKED');
  return person;
}

/**
 * The person, for an auditor only where the assignment covers him or her, by any document; else null, as for nobody.
 *
 * @param asked credentials that the caller brought, beside those of the register
 */
function withinAssignment(
  person: Person | null,
  { caller, now }: OneNetworkContext,
  asked: readonly string[] = [],
): Person | null {
  if (person === null || caller.role !== 'AUDITOR') return person;
  return coversPerson(caller, [...asked, ...credentialsOf(person)], now()) ? person : null;
}

/** A personal field: the purpose must cover the register of persons, whoever the person is. */
function fromRegister<Result>(show: (person: Person, context: OneNetworkContext) => Result) {
  return (person: Person, _args: unknown, context: OneNetworkContext) => {
    requirePurpose(context.caller, 'person');
    const value = show(person, context);
    if (value !== null) context.access.register(person.credential, 'MASKED');
    return value;
  };
}

/**
 * Whether the caller asks by office; then a purpose that covers persons is due before anything is looked up.
 *
 * @throws GraphQLError PURPOSE_REQUIRED
 */
function asksByDuty({ caller }: OneNetworkContext): boolean {
  if (caller.role !== 'STAFF' && caller.role !== 'AUDITOR') return false;
  requirePurpose(caller, 'person');
  return true;
}
