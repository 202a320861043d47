/** Where supergraphs come from. It knows nothing of whether one is any good: the executor decides that. */
export interface SupergraphSource {
  /** The SDL that was there at the start. */
  readonly initial: string;
  /** Calls `onChange` with each later SDL, one at a time; `onChange` must not reject. Call it once. */
  watch(onChange: (sdl: string) => Promise<void>): void;
  close(): void;
}
