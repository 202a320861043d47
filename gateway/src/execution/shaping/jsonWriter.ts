/** Characters that JSON wants escaped, and surrogates, of which lone ones must be. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;
/** Up to this length a text is written character by character, which costs less than a call into native code. */
const SHORT = 64;
const INITIAL_BYTES = 256 * 1024;
/** A writer that has grown beyond this goes back to its initial size after the answer. */
const KEPT_BYTES = 4 * 1024 * 1024;
const QUOTE = 0x22;

/**
 * Writes JSON as bytes into one buffer that is used again for the next answer. An answer put together from strings is
 * some ten thousand small objects that have to be collected, and is encoded anew when it is sent; this leaves none.
 */
export class JsonWriter {
  #bytes = Buffer.allocUnsafe(INITIAL_BYTES);
  /** Bytes written so far; set it back to take back what was written after. */
  length = 0;

  /** The answer, in memory of its own; the writer is empty then. */
  finish(): Buffer {
    const answer = Buffer.from(this.#bytes.subarray(0, this.length));
    this.length = 0;
    if (this.#bytes.length > KEPT_BYTES) this.#bytes = Buffer.allocUnsafe(INITIAL_BYTES);
    return answer;
  }

  /** One ASCII character. */
  byte(code: number): void {
    if (this.length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.length++] = code;
  }

  /** Bytes that are JSON already. */
  raw(bytes: Uint8Array): void {
    const count = bytes.length;
    if (this.length + count > this.#bytes.length) this.#grow(count);
    const target = this.#bytes;
    let at = this.length;
    for (let index = 0; index < count; index += 1) target[at++] = bytes[index] as number;
    this.length = at;
  }

  /** Text of ASCII that is JSON already: a number, a name. */
  ascii(text: string): void {
    const count = text.length;
    if (this.length + count > this.#bytes.length) this.#grow(count);
    const target = this.#bytes;
    let at = this.length;
    for (let index = 0; index < count; index += 1) target[at++] = text.charCodeAt(index);
    this.length = at;
  }

  /** JSON that may have any characters. */
  json(text: string): void {
    const most = text.length * 3;
    if (this.length + most > this.#bytes.length) this.#grow(most);
    this.length += this.#bytes.write(text, this.length);
  }

  /** A text as a JSON string. */
  string(text: string): void {
    const count = text.length;
    const most = count * 3 + 2;
    if (this.length + most > this.#bytes.length) this.#grow(most);
    if (count <= SHORT && this.#shortAscii(text, count)) return;
    if (NEEDS_ESCAPE.test(text)) {
      this.json(JSON.stringify(text));
      return;
    }
    const target = this.#bytes;
    target[this.length++] = QUOTE;
    this.length += target.write(text, this.length);
    target[this.length++] = QUOTE;
  }

  /** Gives up at the first character that is not plain ASCII, with nothing written. */
  #shortAscii(text: string, count: number): boolean {
    const target = this.#bytes;
    let at = this.length;
    target[at++] = QUOTE;
    for (let index = 0; index < count; index += 1) {
      const code = text.charCodeAt(index);
      if (code < 0x20 || code > 0x7e || code === QUOTE || code === 0x5c) return false;
      target[at++] = code;
    }
    target[at++] = QUOTE;
    this.length = at;
    return true;
  }

  #grow(more: number): void {
    const bytes = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.length + more));
    this.#bytes.copy(bytes, 0, 0, this.length);
    this.#bytes = bytes;
  }
}
