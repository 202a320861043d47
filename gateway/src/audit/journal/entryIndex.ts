/** Where an entry stands in the file. What was sealed with it follows on it. */
export interface EntryPlace {
  readonly at: number;
  readonly length: number;
  readonly sealedLength: number;
}

/** How many of these numbers, which go up, are below `end`. */
function countBelow(numbers: readonly number[], end: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < end) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where each entry stands in the file, and which entries have a tag. */
export class EntryIndex {
  #at = new Float64Array(1024);
  #length = new Uint16Array(1024);
  #sealedLength = new Uint32Array(1024);
  #size = 0;
  readonly #tagged = new Map<string, number[]>();

  add({ at, length, sealedLength }: EntryPlace, tags: readonly string[]): void {
    if (this.#size === this.#at.length) this.#grow();
    this.#at[this.#size] = at;
    this.#length[this.#size] = length;
    this.#sealedLength[this.#size] = sealedLength;
    for (const tag of new Set(tags)) {
      const indexes = this.#tagged.get(tag);
      if (indexes === undefined) this.#tagged.set(tag, [this.#size]);
      else indexes.push(this.#size);
    }
    this.#size += 1;
  }

  /** @throws RangeError where there is no such entry. */
  places(start: number, end: number): EntryPlace[] {
    if (start < 0 || end > this.#size) throw new RangeError(`the log has no entries ${start} to ${end}`);
    return Array.from({ length: Math.max(0, end - start) }, (_, offset) => ({
      at: this.#at[start + offset] as number,
      length: this.#length[start + offset] as number,
      sealedLength: this.#sealedLength[start + offset] as number,
    }));
  }

  /** Indexes below `before` with any of the tags, the newest first. */
  of(tags: readonly string[], before: number, limit: number): number[] {
    const found = new Set<number>();
    for (const tag of new Set(tags)) {
      const indexes = this.#tagged.get(tag) ?? [];
      const end = countBelow(indexes, before);
      for (const index of indexes.slice(Math.max(0, end - limit), end)) found.add(index);
    }
    return [...found].sort((left, right) => right - left).slice(0, limit);
  }

  /** How many entries have any of the tags. */
  countOf(tags: readonly string[]): number {
    const [first = [], ...others] = [...new Set(tags)].map((tag) => this.#tagged.get(tag) ?? []);
    return others.length === 0 ? first.length : new Set([first, ...others].flat()).size;
  }

  #grow(): void {
    const at = new Float64Array(this.#size * 2);
    at.set(this.#at);
    this.#at = at;
    const length = new Uint16Array(this.#size * 2);
    length.set(this.#length);
    this.#length = length;
    const sealedLength = new Uint32Array(this.#size * 2);
    sealedLength.set(this.#sealedLength);
    this.#sealedLength = sealedLength;
  }
}
