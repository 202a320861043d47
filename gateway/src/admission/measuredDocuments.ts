import { parse } from 'graphql';
import { type DocumentSize, measureDocument } from './measureDocument.ts';

/** Tokens a document may have before the parser gives up. */
export const MAX_TOKENS = 2_000;
/** Characters that all texts that are remembered may have together. */
const MAX_CHARACTERS = 4 * 1024 * 1024;

/** Measures texts, and remembers those that were asked for last; null for a text that cannot be parsed. */
export function createMeasuredDocuments(
  maxCharacters = MAX_CHARACTERS,
): (text: string) => DocumentSize | null {
  const sizes = new Map<string, DocumentSize>();
  let characters = 0;
  return (text) => {
    const known = sizes.get(text);
    if (known !== undefined) return known;
    const size = measureText(text);
    if (size === null || text.length > maxCharacters) return size;
    sizes.set(text, size);
    characters += text.length;
    for (const [oldest] of sizes) {
      if (characters <= maxCharacters) break;
      sizes.delete(oldest);
      characters -= oldest.length;
    }
    return size;
  };
}

function measureText(text: string): DocumentSize | null {
  try {
    return measureDocument(parse(text, { noLocation: true, maxTokens: MAX_TOKENS }));
  } catch {
    return null;
  }
}
