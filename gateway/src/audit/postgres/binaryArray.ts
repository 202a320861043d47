/** Numbers of types in PostgreSQL's catalogue (`pg_type.oid`). */
const OID = { bytea: 17, int8: 20, int2: 21, text: 25 };

/**
 * Arrays as PostgreSQL reads them in binary form (`array_recv`). `pg` sends a Buffer as it is, and an array as text with each byte as two
 * digits, which costs both sides more than all the rest of an append.
 */
export function byteaArray(values: readonly Uint8Array[]): Buffer {
  return binaryArray(
    OID.bytea,
    values.map((value) => value.length),
    (into, at, index) => into.set(values[index] as Uint8Array, at),
  );
}

export function textArray(values: readonly string[]): Buffer {
  return binaryArray(
    OID.text,
    values.map((value) => Buffer.byteLength(value)),
    (into, at, index) => into.write(values[index] as string, at),
  );
}

export function int8Array(values: readonly number[]): Buffer {
  return binaryArray(
    OID.int8,
    values.map(() => 8),
    (into, at, index) => into.writeBigInt64BE(BigInt(values[index] as number), at),
  );
}

export function int2Array(values: readonly number[]): Buffer {
  return binaryArray(
    OID.int2,
    values.map(() => 2),
    (into, at, index) => into.writeInt16BE(values[index] as number, at),
  );
}

const HEADER_BYTES = 20;

/** `dimensions || has nulls || type || length || lower bound || (length of value || value)*`, each number four bytes. */
function binaryArray(
  oid: number,
  lengths: readonly number[],
  write: (into: Buffer, at: number, index: number) => void,
): Buffer {
  const array = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + 4 + length, HEADER_BYTES));
  for (const [at, number] of [1, 0, oid, lengths.length, 1].entries()) array.writeInt32BE(number, at * 4);
  let at = HEADER_BYTES;
  for (const [index, length] of lengths.entries()) {
    array.writeInt32BE(length, at);
    write(array, at + 4, index);
    at += 4 + length;
  }
  return array;
}
