import type { GraphQLError } from 'graphql';

/**
 * Data of an answer, already written as JSON. It stands in the place of `data` in an execution result, and
 * `stringifyResult` puts its text into the body as it is.
 */
export class WrittenData {
  #json: Buffer | null;

  /** @param json of an object, in UTF-8. */
  constructor(json: Buffer) {
    this.#json = json;
  }

  /**
   * The JSON, once: it is let go with that, because Apollo Server's results hang together until the next full collection
   * of garbage.
   */
  take(): Buffer {
    const json = this.#json;
    if (json === null) throw new Error('the data of an answer was taken twice');
    this.#json = null;
    return json;
  }
}

/** A part of an answer that follows the first: one or more fragments marked with `@defer`. */
export interface LaterPart {
  readonly incremental: readonly IncrementalResult[];
  readonly hasNext: boolean;
  /** Only in the last part: `completeness` of the whole answer. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** One deferred fragment at one place of the answer. */
export interface IncrementalResult {
  /** Null when a null could not be kept inside the fragment. */
  readonly data: WrittenData | null;
  /** Where in the answer the fragment stands. */
  readonly path: readonly (string | number)[];
  readonly label?: string;
  /** Not yet formatted for the client. */
  readonly errors?: readonly GraphQLError[];
}
