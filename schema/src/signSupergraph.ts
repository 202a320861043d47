import { createHash, createPrivateKey, sign } from 'node:crypto';

/**
 * The supergraph with its signature at the end, as the gateway wants it where `SUPERGRAPH_KEY` is set: a comment,
 * `# signature: ` and a compact JWS (RFC 7515 §7.1, EdDSA) over the SHA-256 of all that stands before the line and the time
 * of signing. For everybody else it is a comment.
 *
 * @param key a private Ed25519 key as JWK
 * @throws {Error} when `key` is none, or the text is signed already.
 */
export function signSupergraph(sdl: string, key: object, signedAt: Date): string {
  if (/\n# signature: \S+\n?$/.test(sdl)) throw new Error('the supergraph is signed already');
  const privateKey = createPrivateKey({ key: key as never, format: 'jwk' });
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('the key is no Ed25519 key');
  const claims = {
    sha256: createHash('sha256').update(sdl).digest('base64url'),
    iat: Math.floor(signedAt.getTime() / 1_000),
  };
  const input = `${encode({ alg: 'EdDSA', typ: 'supergraph+jws' })}.${encode(claims)}`;
  return `${sdl}\n# signature: ${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}\n`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
