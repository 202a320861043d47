import { createHash } from 'node:crypto';

/** What ids look like: letters, digits and a few signs. */
const WORD = /^[A-Za-z0-9_.:/+=@|-]{1,128}$/;
/** The id of a case, a thread or an assignment begins with its kind. */
const REFERENCE = /^[A-Z]{2,4}-/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** As in the number of an identity card, a passport, a telephone or a bank card, however it is divided. */
const LIKE_A_NUMBER_OF_A_PERSON = /\d([_.:/-]?\d){7}/;
const IDENTITY_NUMBER = /\d{15}/;

/** The name of a role, a body or a service, which the issuer of tokens gives: a credit code has as many digits as an identity number. */
export function recordableName(name: string): string {
  return WORD.test(name) ? name : digest(name);
}

/**
 * A word that others chose (a header, a claim of a token) as the log may have it. One that could be a number of a person, or is no
 * word, stands as its digest: who knows it can still find it.
 */
export function recordable(word: string): string {
  const isKnown = UUID.test(word) || (REFERENCE.test(word) && !IDENTITY_NUMBER.test(word));
  if (WORD.test(word) && (isKnown || !LIKE_A_NUMBER_OF_A_PERSON.test(word))) return word;
  return digest(word);
}

function digest(word: string): string {
  return `sha256:${createHash('sha256').update(word).digest('hex')}`;
}
