/** Bytes that coordinates may take of a record, which has 65,535 at most. */
const MOST_BYTES = 16_000;

/** Coordinates as a record can hold them: where they are very many, their types stand for them; of very many types the first. */
export function fieldsOfRecord(coordinates: readonly string[]): string[] {
  const fields = [...new Set(coordinates)].sort();
  if (bytesOf(fields) <= MOST_BYTES) return fields;
  const types = [...new Set(fields.map((coordinate) => coordinate.split('.')[0] as string))];
  let bytes = 0;
  return types.filter((type) => {
    bytes += type.length + 3;
    return bytes <= MOST_BYTES;
  });
}

function bytesOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length + 3, 0);
}
