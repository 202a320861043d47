import { connectTo } from '../load/gatewayConnection.ts';

/** What one gateway answers to each operation of a workload. */
export interface Answers {
  readonly data: readonly unknown[];
  /** Length of each answer; every later answer must have the same. */
  readonly bytes: readonly number[];
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
  try {
    for (const [index, body] of bodies.entries()) {
      const answer = await connection.send({ body, authorization: nextCaller() }, true);
      const parsed = parse(answer.text);
      if (answer.status !== 200 || parsed.errors !== undefined || parsed.data == null) {
        throw new Error(`operation ${index} was answered ${answer.status} ${answer.text?.slice(0, 300)}`);
      }
      data.push(parsed.data);
      bytes.push(answer.bytes);
    }
  } finally {
    connection.cut();
  }
  return { data, bytes };
}

function parse(text: string | null): { data?: unknown; errors?: unknown } {
  try {
    return JSON.parse(text ?? '') as { data?: unknown; errors?: unknown };
  } catch {
    return {};
  }
}
