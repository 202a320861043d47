/** What a client reads, as its `accept` header says it. */
export interface AcceptedTypes {
  /** The content type for an answer in one piece; null when the client reads neither. */
  readonly single: string | null;
  /** Whether the client reads answers in parts, and likes them no less than those in one piece. */
  readonly parts: boolean;
  /** Whether `application/json` is what it asked for by name; as opposed to what it gets because it takes anything. */
  readonly namesJson: boolean;
  /** Whether any type that can be sent was asked for by name. */
  readonly namesType: boolean;
}

export const JSON_TYPE = 'application/json; charset=utf-8';
export const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';
/** The version of incremental delivery that is spoken; others are answered in one piece. */
export const DEFER_SPEC = '20220824';

const ANYTHING: AcceptedTypes = { single: JSON_TYPE, parts: false, namesJson: false, namesType: false };
const JSON_ONLY: AcceptedTypes = { single: JSON_TYPE, parts: false, namesJson: true, namesType: true };

/** How well a type is liked: by weight, then by how exactly it was named, then by its place in the header. */
interface Preference {
  weight: number;
  /** 0: not at all. */
  exactness: number;
  place: number;
}

/**
 * Chooses among the types of GraphQL over HTTP as RFC 9110 §12.5.1 says. Without a header, or when anything is taken, the
 * choice is `application/json`, for the sake of clients that know no other.
 */
export function readAccept(header: string | undefined): AcceptedTypes {
  if (header === undefined || header === '' || header === '*/*') return ANYTHING;
  if (header === 'application/json') return JSON_ONLY;
  const json: Preference = { weight: 0, exactness: 0, place: 0 };
  const graphql: Preference = { weight: 0, exactness: 0, place: 0 };
  let partsWeight = 0;
  let place = 0;
  for (const [range] of header.matchAll(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g)) {
    const { type, weight, charset, deferSpec } = readRange(range);
    place += 1;
    if (type === 'multipart/mixed' && deferSpec === DEFER_SPEC) partsWeight = Math.max(partsWeight, weight);
    if (charset !== null && charset !== 'utf-8') continue;
    const found = { weight, exactness: type === '*/*' ? 1 : type === 'application/*' ? 2 : 3, place };
    if (found.exactness < 3 || type === 'application/json') keepMoreExact(json, found);
    if (found.exactness < 3 || type === 'application/graphql-response+json') keepMoreExact(graphql, found);
  }
  const isGraphql = isPreferred(graphql, json);
  const best = isGraphql ? graphql : json;
  return {
    single: best.weight === 0 ? null : isGraphql ? GRAPHQL_TYPE : JSON_TYPE,
    parts: partsWeight > 0 && partsWeight >= best.weight,
    namesJson: !isGraphql && json.exactness === 3,
    namesType: partsWeight > 0 || (best.weight > 0 && best.exactness === 3),
  };
}

function keepMoreExact(kept: Preference, found: Preference): void {
  if (found.exactness > kept.exactness) Object.assign(kept, found);
}

function isPreferred(one: Preference, other: Preference): boolean {
  if (one.weight !== other.weight) return one.weight > other.weight;
  if (one.exactness !== other.exactness) return one.exactness > other.exactness;
  return one.place < other.place;
}

function readRange(range: string) {
  const [type = '', ...parameters] = range.split(';');
  let weight = 1;
  let charset: string | null = null;
  let deferSpec: string | null = null;
  for (const parameter of parameters) {
    const at = parameter.indexOf('=');
    const name = parameter.slice(0, at).trim().toLowerCase();
    const value = parameter
      .slice(at + 1)
      .trim()
      .replace(/^"(.*)"$/, '$1');
    if (name === 'q') weight = readWeight(value);
    else if (name === 'charset') charset = value.toLowerCase();
    else if (name === 'deferspec') deferSpec = value;
  }
  return { type: type.trim().toLowerCase(), weight, charset, deferSpec };
}

/** 0 to 1; what is no number counts as not said. */
function readWeight(text: string): number {
  const weight = Number(text);
  return text !== '' && weight >= 0 && weight <= 1 ? weight : 1;
}
