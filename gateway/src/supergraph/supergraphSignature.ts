import { createPublicKey, hash, type JsonWebKey, verify } from 'node:crypto';
import { z } from 'zod';

/** A public Ed25519 key. */
export type SupergraphKey = JsonWebKey;

/** What a supergraph's signature says of it. */
export interface SignedVersion {
  /** When it was signed, in seconds since 1970: of two supergraphs the later one is the newer. */
  readonly signedAt: number;
}

const LINE = /\n# signature: ([A-Za-z0-9_.-]+)\n?$/;
const Header = z.object({ alg: z.literal('EdDSA'), typ: z.literal('supergraph+jws') });
const Claims = z.object({ sha256: z.string(), iat: z.number().int().positive() });

/**
 * Makes the function that checks the signature of a supergraph: a comment at its end, `# signature: ` and a compact JWS
 * (RFC 7515 §7.1) with EdDSA and `typ` `supergraph+jws` over the SHA-256 of all that stands before the line, in base64url,
 * and the time of signing. It is part of the file, so that both are replaced at once.
 * @throws {Error} when `key` is no key; and from what it answers, when the supergraph is not signed by it.
 */
export function createSignatureCheck(key: SupergraphKey): (sdl: string) => SignedVersion {
  const publicKey = createPublicKey({ key, format: 'jwk' });
  return (sdl) => {
    const [line = '', jws] = LINE.exec(sdl) ?? [];
    if (jws === undefined)
      throw new Error('the supergraph is not signed; sign it with `npm run compose -- sign`');
    const [header = '', payload = '', signature = ''] = jws.split('.');
    const claims = Claims.safeParse(parseJson(payload));
    const signed = sdl.slice(0, sdl.length - line.length);
    const isGood =
      Header.safeParse(parseJson(header)).success &&
      claims.success &&
      claims.data.sha256 === hash('sha256', signed, 'base64url') &&
      verify(null, Buffer.from(`${header}.${payload}`), publicKey, Buffer.from(signature, 'base64url'));
    if (!isGood)
      throw new Error(
        'the signature of the supergraph is not good: it was changed, or signed by another key',
      );
    return { signedAt: claims.data.iat };
  };
}

function parseJson(base64url: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64url, 'base64url').toString());
  } catch {
    return null;
  }
}
