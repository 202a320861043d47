/** A closed list of this system: codes in the program, Chinese words or pinyin abbreviations on the wire. */
export interface WordTable<Code extends string> {
  readonly codes: readonly Code[];
  has(code: string): code is Code;
  wordOf(code: Code): string;
  /** Null where the list has no such word. */
  codeOf(word: string): Code | null;
}

export function createWordTable<Code extends string>(words: Readonly<Record<Code, string>>): WordTable<Code> {
  const codes = Object.keys(words) as Code[];
  const byWord = new Map(codes.map((code) => [words[code], code]));
  const known = new Set<string>(codes);
  return {
    codes,
    has: (code): code is Code => known.has(code),
    wordOf: (code) => words[code],
    codeOf: (word) => byWord.get(word) ?? null,
  };
}
