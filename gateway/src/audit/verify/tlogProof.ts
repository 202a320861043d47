/** A proof of one record, as C2SP tlog-proof writes it. */
export interface TlogProof {
  readonly index: number;
  readonly hashes: readonly Buffer[];
  /** The hash that the record had when this was written; a hint and no proof. */
  readonly extra: Buffer | null;
  readonly checkpoint: string;
}

/** @throws Error where it is not one. */
export function parseTlogProof(written: string): TlogProof {
  const split = written.indexOf('\n\n');
  const [version, ...lines] = written.slice(0, Math.max(split, 0)).split('\n');
  if (version !== 'c2sp.org/tlog-proof@v1') throw new Error('it does not begin as a proof does');
  const extra = /^extra ([A-Za-z0-9+/]+={0,2})$/.exec(lines[0] ?? '')?.[1];
  if (extra !== undefined) lines.shift();
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1];
  if (index === undefined) throw new Error('it does not say which record it is of');
  return {
    index: Number(index),
    hashes: parseHashes(lines),
    extra: extra === undefined ? null : Buffer.from(extra, 'base64'),
    checkpoint: written.slice(split + 2),
  };
}

/** @throws Error where a line is not a hash of 32 bytes in base64. */
export function parseHashes(lines: readonly string[]): Buffer[] {
  return lines.map((line) => {
    const hash = Buffer.from(line, 'base64');
    if (hash.length !== 32 || hash.toString('base64') !== line) throw new Error('a line is no hash');
    return hash;
  });
}
