/** What makes an answer the first time: its body, or an exception when there is none. */
export type MakeAnswer = (subgraph: string, body: string) => Promise<string>;

/** Answers by subgraph and body, so that a round measures gateways and not the execution of subgraphs. */
export interface AnswerMemo {
  /** How many answers had to be made. */
  readonly misses: number;
  answer(subgraph: string, body: string): Buffer | Promise<Buffer>;
}

const MAX_ANSWERS = 20_000;
const MAX_BYTES = 1_024 ** 3;

/** Bounded: what was made first is forgotten first. */
export function createAnswerMemo(make: MakeAnswer): AnswerMemo {
  const answers = new Map<string, Buffer>();
  let bytes = 0;
  let misses = 0;

  const remember = (key: string, answer: Buffer) => {
    bytes += key.length + answer.length;
    answers.set(key, answer);
    for (const [oldest, { length }] of answers) {
      if (answers.size <= MAX_ANSWERS && bytes <= MAX_BYTES) break;
      answers.delete(oldest);
      bytes -= oldest.length + length;
    }
  };

  return {
    get misses() {
      return misses;
    },
    answer(subgraph, body) {
      const exact = `${subgraph} ${body}`;
      const known = answers.get(exact);
      if (known !== undefined) return known;
      // The name of an operation changes nothing; some gateways count it up.
      const { query, variables } = JSON.parse(body) as { query: string; variables?: unknown };
      const key = `${subgraph} ${JSON.stringify({ query, variables })}`;
      const same = answers.get(key);
      if (same !== undefined) return same;
      misses += 1;
      return make(subgraph, body).then((text) => {
        const answer = Buffer.from(text);
        remember(key, answer);
        if (exact !== key) remember(exact, answer);
        return answer;
      });
    },
  };
}
