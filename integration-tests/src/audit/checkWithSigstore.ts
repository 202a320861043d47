import { createHash, createPublicKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Opinion } from './goVerifier.ts';

/** The parts of @sigstore/verify that check one signed note and one path of hashes. Its types speak of whole entries of Rekor. */
interface Sigstore {
  verifyCheckpoint(entry: unknown, logs: readonly unknown[]): SigstoreCheckpoint;
  verifyMerkleInclusion(entry: unknown, checkpoint: SigstoreCheckpoint): void;
}
interface SigstoreCheckpoint {
  readonly logSize: bigint;
  readonly logHash: Buffer;
}

const require = createRequire(import.meta.url);
const { verifyCheckpoint } = require('@sigstore/verify/dist/tlog/checkpoint.js') as Sigstore;
const { verifyMerkleInclusion } = require('@sigstore/verify/dist/tlog/merkle.js') as Sigstore;

interface PlacedLeaf {
  readonly at: number;
  readonly leaf: {
    readonly tag: string;
    readonly count: number;
    readonly last: number;
    readonly digest: string;
  };
  readonly hashes: readonly string[];
}

/**
 * Has the signature of the log, every record and every leaf of the index checked by the code of Sigstore. It knows neither witnesses nor
 * consistency nor tiles.
 */
export async function checkWithSigstore(bundle: string, policy: string): Promise<Opinion> {
  try {
    const envelope = read(bundle, 'checkpoint');
    const checkpoint = verifyCheckpoint({ inclusionProof: { checkpoint: { envelope } } }, logsOf(policy));
    for (const file of readdirSync(join(bundle, 'records'))) {
      if (!file.endsWith('.tlog-proof')) continue;
      const [index, hashes] = parseProof(read(bundle, `records/${file}`));
      if (file !== `${index}.tlog-proof`) throw new Error('a proof is of another record');
      const body = readFileSync(join(bundle, `records/${index}.json`));
      verifyMerkleInclusion(entryOf(body, index, hashes), checkpoint);
    }
    checkIndex(bundle);
    return { isProven: true, faults: [] };
  } catch (error) {
    return { isProven: false, faults: [(error as Error).message] };
  }
}

function checkIndex(bundle: string): void {
  const { record, proofs } = JSON.parse(read(bundle, 'index.json')) as {
    record: number;
    proofs: { found: PlacedLeaf | null; left: PlacedLeaf | null; right: PlacedLeaf | null }[];
  };
  const { root, tags } = JSON.parse(read(bundle, `records/${record}.json`)) as { root: string; tags: number };
  const index = { logSize: BigInt(tags), logHash: Buffer.from(root, 'hex') };
  for (const { at, leaf, hashes } of proofs.flatMap(({ found, left, right }) =>
    [found, left, right].filter((placed) => placed !== null),
  )) {
    const { count, digest, last, tag } = leaf;
    const body = Buffer.from(JSON.stringify({ count, digest, last, tag }));
    verifyMerkleInclusion(entryOf(body, at, hashes), index);
  }
}

function entryOf(body: Buffer, index: number, hashes: readonly string[]): unknown {
  return {
    canonicalizedBody: body,
    inclusionProof: { logIndex: String(index), hashes: hashes.map((hash) => Buffer.from(hash, 'base64')) },
  };
}

function parseProof(proof: string): [number, string[]] {
  const lines = proof.slice(0, proof.indexOf('\n\n')).split('\n');
  const at = lines.findIndex((line) => line.startsWith('index '));
  return [Number(lines[at]?.slice('index '.length)), lines.slice(at + 1)];
}

function logsOf(policyFile: string): unknown[] {
  const lines = readFileSync(policyFile, 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, name, , key] = /^log ([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line) ?? [];
    if (name === undefined || key === undefined) return [];
    const typed = Buffer.from(key, 'base64');
    const x = typed.subarray(1).toString('base64url');
    return [
      {
        logID: createHash('sha256').update(`${name}\n`).update(typed).digest(),
        baseURL: name,
        publicKey: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
      },
    ];
  });
}

function read(bundle: string, path: string): string {
  return readFileSync(join(bundle, path), 'utf8');
}
