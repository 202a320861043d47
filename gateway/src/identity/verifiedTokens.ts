import { hash } from 'node:crypto';

/** Tokens whose signature and times were found good a moment ago, known by their digest: nothing of them is kept. */
export interface VerifiedTokens {
  has(token: string): boolean;
  /** `goodUntilMs`: when its times end, in ms since 1970; `keys`: what `keysNow` said before it was verified. */
  add(token: string, goodUntilMs: number, keys: number): void;
  keysNow(): number;
}

/** Milliseconds after which a token is verified again, whatever its times say. */
const MAX_TRUST_MS = 60_000;
const MAX_TOKENS = 20_000;

/**
 * A client sends the same token for minutes, and verifying it costs more than all else that is done at the door. `keysNow`
 * changes whenever the issuer's keys are fetched: what older keys verified is verified again.
 */
export function createVerifiedTokens(keysNow: () => number, now: () => number = Date.now): VerifiedTokens {
  const known = new Map<string, { readonly until: number; readonly keys: number }>();
  const digest = (token: string) => hash('sha256', token, 'base64');
  return {
    keysNow,
    has(token) {
      const entry = known.get(digest(token));
      return entry !== undefined && entry.keys === keysNow() && now() < entry.until;
    },
    add(token, goodUntilMs, keys) {
      const key = digest(token);
      known.delete(key);
      known.set(key, { until: Math.min(goodUntilMs, now() + MAX_TRUST_MS), keys });
      if (known.size <= MAX_TOKENS) return;
      for (const oldest of known.keys()) {
        known.delete(oldest);
        break;
      }
    },
  };
}
