import type { LaterPart } from '../execution/writtenData.ts';

/** Later parts that a test brings about one by one, and what became of their iterator. */
export interface PartSource extends AsyncIterable<LaterPart> {
  /** How often a part was asked for. */
  readonly asked: number;
  /** Settles when the iterator is told to return. */
  readonly returned: Promise<void>;
  send(part: LaterPart): void;
  fail(error: Error): void;
}

export function createPartSource(): PartSource {
  const { promise: returned, resolve: markReturned } = Promise.withResolvers<void>();
  const ready: Promise<LaterPart>[] = [];
  const waiting: ((part: Promise<LaterPart>) => void)[] = [];
  let asked = 0;
  const bring = (part: Promise<LaterPart>) => {
    part.catch(() => undefined);
    const take = waiting.shift();
    if (take === undefined) ready.push(part);
    else take(part);
  };
  return {
    get asked() {
      return asked;
    },
    returned,
    send: (part) => bring(Promise.resolve(part)),
    fail: (error) => bring(Promise.reject(error)),
    [Symbol.asyncIterator]: () => ({
      async next() {
        asked += 1;
        const part = ready.shift() ?? new Promise<LaterPart>((resolve) => waiting.push(resolve));
        return { done: false, value: await part };
      },
      async return() {
        markReturned();
        return { done: true, value: undefined };
      },
    }),
  };
}
