import type { KnownFailures } from './knownFailures.ts';

const ONE_NAME =
  'the planner merges what is required and what the client asks for under one name although arguments differ';
const WRONG_KEY = 'the planner uses a key that is not resolvable';
const TOO_EARLY = 'the planner asks for a field before what it requires is there';

/** Apollo's own gateway. */
export const referenceFailures: KnownFailures = {
  'an entity with many keys of which each subgraph resolves another': {
    'is asked by one key and then by the other': WRONG_KEY,
    'computes without showing the keys': WRONG_KEY,
  },
  '@requires that goes to another subgraph and comes back': {
    'computes step by step': TOO_EARLY,
    'gives the steps in between to a client who asks for them': TOO_EARLY,
  },
  '@requires of fields behind an interface': {
    'does not mix with what the client asks of the same object': ONE_NAME,
  },
  '@requires of fields with arguments': {
    'is not mixed up with what the client asks for with other arguments': ONE_NAME,
    'is not mixed up with what the client asks for with the default argument': ONE_NAME,
    'is not mixed up with a list of the client that is shorter': ONE_NAME,
    'is not mixed up with a list of the client that is longer': ONE_NAME,
    'is not mixed up with arguments in variables, even of the same value': ONE_NAME,
    'is not mixed up with another field that the client calls by its name': ONE_NAME,
    'works in fragments that name the field twice': ONE_NAME,
  },
  '@requires of one field with different arguments': {
    'brings each its own when both are asked for': ONE_NAME,
    'brings each its own within a nested object': ONE_NAME,
    'brings each its own in two subgraphs': ONE_NAME,
    'brings each its own while the client asks for a third': ONE_NAME,
  },
  'a union and an interface whose members are distributed over subgraphs': {
    'ask nobody further for an object that has all in its subgraph':
      "a fragment on a union within a fragment that is on none of the union's interfaces is lost while shaping",
  },
};
