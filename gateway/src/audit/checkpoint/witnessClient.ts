import { checkSignature, parseNote, parseVerifierKey } from '../verify/signedNote.ts';

/** What became of asking a witness; `size` is what it has cosigned so far. */
export type WitnessAnswer =
  | { readonly kind: 'cosigned'; readonly line: string }
  | { readonly kind: 'elsewhere'; readonly size: number }
  | { readonly kind: 'refused'; readonly status: number };

/** A witness that this log asks for cosignatures. */
export interface WitnessClient {
  readonly name: string;
  /**
   * Sends `add-checkpoint` (C2SP tlog-witness).
   * @throws Error where it does not answer in time, or answers with a signature that is not its own.
   */
  addCheckpoint(oldSize: number, proof: readonly Buffer[], note: string): Promise<WitnessAnswer>;
}

export interface WitnessAddress {
  /** Its submission prefix. */
  readonly url: string;
  readonly verifierKey: string;
}

export function createWitnessClient({ url, verifierKey }: WitnessAddress, timeoutMs: number): WitnessClient {
  const key = parseVerifierKey(verifierKey);
  const target = `${url.replace(/\/+$/, '')}/add-checkpoint`;
  return {
    name: key.name,
    async addCheckpoint(oldSize, proof, note) {
      const lines = [`old ${oldSize}`, ...proof.map((hash) => hash.toString('base64')), '', note];
      const response = await fetch(target, {
        method: 'POST',
        body: lines.join('\n'),
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const body = await response.text();
      if (response.status === 409 && /^(0|[1-9]\d{0,15})\n$/.test(body)) {
        return { kind: 'elsewhere', size: Number(body) };
      }
      if (response.status !== 200) return { kind: 'refused', status: response.status };
      const cosigned = parseNote(note + body);
      if (checkSignature(cosigned, key) !== 'valid')
        throw new Error(`${key.name} did not sign the checkpoint`);
      const mine = cosigned.signatures.find(({ name, keyId }) => name === key.name && keyId === key.keyId);
      return { kind: 'cosigned', line: mine?.line ?? '' };
    },
  };
}
