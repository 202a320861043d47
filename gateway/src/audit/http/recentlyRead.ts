/** Keeps what was read last, and has it read once where many ask at the same time. What could not be read is not kept. */
export class RecentlyRead<Value> {
  /** The oldest first. */
  readonly #values = new Map<string, Promise<Value>>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  read(name: string, read: () => Promise<Value>): Promise<Value> {
    const known = this.#values.get(name);
    if (known !== undefined) {
      this.#values.delete(name);
      this.#values.set(name, known);
      return known;
    }
    const value = read();
    this.#values.set(name, value);
    value.catch(() => this.#values.delete(name));
    if (this.#values.size > this.#most) this.#values.delete(this.#values.keys().next().value as string);
    return value;
  }
}
