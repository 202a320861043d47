import type { KnownFailures } from './groupFailures.ts';

const ONE_NAME =
  'the planner merges what is required and what the client asks for under one name although arguments differ';
const WRONG_KEY = 'the planner uses a key that is not resolvable';
const TOO_EARLY = 'the planner asks for a field before what it requires is there';

const SECURITY = "Apollo's gateway loads no supergraph with features for security that it does not enforce";
const CUT = 'the path of the error ends at the last position that the answer shows';
const ALIAS = 'what the client names like a key or a required field is taken for it';

const LABELS = 'no label ever holds';

/** Apollo's own gateway. */
export const referenceFailures: KnownFailures = {
  '@override with a label that holds': {
    'takes the field from the new owner': LABELS,
    'takes a field of the root from the new owner': LABELS,
    'needs nobody else at the new owner': LABELS,
  },
  '@override by percent, for a caller between two numbers': {
    'takes what the larger number covers from the new owner and the rest from the old one': LABELS,
    'takes them so when it starts at the old owner': LABELS,
  },
  '@override by percent, for a caller whom all numbers but 0 cover': {
    'takes all but what is at 0 percent from the new owner': LABELS,
  },
  'fields and variables with names that gateways make up': {
    'are not mixed up with variables': 'the variable of the client and that of the fetch have one name',
  },
  '@include and @skip over subgraph borders': {
    'refuse null where a variable with a default is given as null':
      'null is found out while the answer is shaped',
  },
  '@authenticated, @requiresScopes and @policy in the supergraph': SECURITY,
  '@authenticated and @requiresScopes without @policy': SECURITY,
  '@context and @fromContext': SECURITY,
  'aliases of the client': {
    'may be the name of the key': ALIAS,
    'may be the names of two keys, crosswise': ALIAS,
    'may be the name of a required field': ALIAS,
  },
  'lists of lists': {
    'are required by other fields as they are': 'inner lists are null in representations',
  },
  'shareable value types that come from two subgraphs': {
    'have the fields of both in lists of lists':
      'what two subgraphs give for inner lists is not put together',
    'keep the list that came first where the other is of another length, and say whose is missing':
      'the list that comes last replaces the other, without an error',
  },
  'nulls where there must be none': {
    'go up to the first object that may be null': CUT,
    'go up to the root where nothing on the way may be null': CUT,
    'take the whole list where its elements must not be null': CUT,
    'take one element where elements may be null': CUT,
    'go up within the answer of one subgraph': CUT,
    'go up through lists of objects without a key': CUT,
    'hold for a field only where it is asked for, though the entity is the same': CUT,
    'do not take what stands under another alias of the same entity': CUT,
    'do not take what stands under another alias of the same object': CUT,
  },
  'the same entity with other values at other places': {
    'loses at one place what is there at the other': CUT,
  },
  'one alias for other fields in each type': {
    'gives entities, of which other things are asked in each type':
      'entities below one alias are asked the same, whatever the type above them',
  },
  'subgraphs whose names differ in signs only': {
    'are told apart when one of them fails': 'the planner takes subgraphs of similar names for one',
  },
  variables: {
    'may be called representations in the fetch of entities itself':
      'the variable of the client and that of the fetch have one name',
  },
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
