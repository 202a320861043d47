import { connectTo } from '../load/gatewayConnection.ts';

/** What one gateway answers to each operation of a workload. */
export interface Answers {
  readonly data: readonly unknown[];
  /** Length of each answer; every later answer must have the same, but for `receiptBytes`. */
  readonly bytes: readonly number[];
  /** So much longer or shorter an answer may be: the number in its receipt of the access log has as many digits as it has. */
  readonly receiptBytes: number;
}

/** More records than a bench writes have not more. */
const MOST_DIGITS = 12;

interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
  readonly extensions?: { readonly audit?: unknown };
}

/**
 * Asks every operation once.
 * @throws {Error} when an answer is not 200, has errors, or is no answer.
 */
export async function askOnce(
  url: URL,
  bodies: readonly string[],
  nextCaller: () => string,
): Promise<Answers> {
  const connection = connectTo(url);
  const data: unknown[] = [];
  const bytes: number[] = [];
  let receiptBytes = 0;
  try {
    for (const [index, body] of bodies.entries()) {
      const answer = await connection.send({ body, authorization: nextCaller() }, true);
      const parsed = parse(answer.text);
      if (answer.status !== 200 || parsed.errors !== undefined || parsed.data == null) {
        throw new Error(`operation ${index} was answered ${answer.status} ${answer.text?.slice(0, 300)}`);
      }
      data.push(parsed.data);
      bytes.push(answer.bytes);
      if (parsed.extensions?.audit !== undefined) receiptBytes = MOST_DIGITS;
    }
  } finally {
    connection.cut();
  }
  return { data, bytes, receiptBytes };
}

function parse(text: string | null): Answer {
  try {
    return JSON.parse(text ?? '') as Answer;
  } catch {
    return {};
  }
}
