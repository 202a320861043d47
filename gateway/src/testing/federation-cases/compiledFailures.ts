import type { CaseFailure, KnownFailures } from './groupFailures.ts';

const refused = (because: string): CaseFailure => ({ code: 'PLANNING_FAILED', because });

const ONE_NAME = 'the planner fetches what two fields require with different arguments under one name';

const TOO_EARLY = 'the planner asks for a field before what it requires is there';

/** The compiled executor on Apollo's planner. */
export const compiledApolloFailures: KnownFailures = {
  'an entity with many keys of which each subgraph resolves another': {
    'is asked by one key and then by the other': refused('the planner uses a key that is not resolvable'),
    'computes without showing the keys': refused('the planner uses a key that is not resolvable'),
  },
  '@requires that goes to another subgraph and comes back': {
    'computes step by step': refused(TOO_EARLY),
    'gives the steps in between to a client who asks for them': refused(TOO_EARLY),
  },
  '@requires of one field with different arguments': {
    'brings each its own when both are asked for': refused(ONE_NAME),
    'brings each its own within a nested object': refused(ONE_NAME),
    'brings each its own in two subgraphs': refused(ONE_NAME),
    'brings each its own while the client asks for a third': refused(ONE_NAME),
  },
  'subgraphs whose names differ in signs only': {
    'are told apart when one of them fails': refused('the planner takes subgraphs of similar names for one'),
  },
};

const UNALIASED = 'the planner asks for fields of different types under one name, which no subgraph accepts';

/** The compiled executor on the Rust planner. */
export const compiledHiveFailures: KnownFailures = {
  '@context and @fromContext': 'the planner knows no context arguments',
  'two subgraphs with an @interfaceObject of one interface': {
    'leads to implementations and their extension': refused(
      'the planner finds no way between two subgraphs that know the interface as an object',
    ),
  },
  'interfaces that implement interfaces, with fields of narrower types': {
    'lead from the wider to the narrower': refused(UNALIASED),
    'take fields that another subgraph gives the interface': refused(UNALIASED),
  },
  'a union below shareable fields, partly known to each subgraph': {
    'gives it beside fields of either subgraph': refused(
      'a member of the union that one subgraph alone knows counts as not asked for',
    ),
  },
  'a supergraph of the time of Federation 2.0 (join v0.2)': {
    'computes what is required': refused('the planner needs to be told the members of unions by subgraph'),
  },
  '@requires of one field with different arguments': {
    'brings each its own within a nested object': refused(
      'the planner ends its process where two fields require one nested field with different arguments',
    ),
  },
};

/** The compiled executor on the Rust planner, and on Apollo's where that one fails. */
export const compiledAutoFailures: KnownFailures = {
  '@requires of one field with different arguments': {
    'brings each its own within a nested object': refused(ONE_NAME),
  },
};
