/** Remembers which assertions have been used, so that each is good once. */
export interface UsedAssertions {
  /**
   * Whether this is the first use of `id`; from then on it is not. False too where more are remembered than there is room
   * for: who cannot be told from a replay is refused.
   *
   * @param expiresAt seconds since 1970 after which nobody would take the assertion anyway
   */
  use(id: string, expiresAt: number): boolean;
  /** How many are remembered. */
  readonly size: number;
}

/** Of 30 seconds' assertions, more than one process can answer; some 100 bytes each. */
const MAX_REMEMBERED = 250_000;

/**
 * Only what the gateway signed is to be given to it: then nobody else can fill it. Each process remembers its own.
 *
 * @param options `now`: seconds since 1970
 */
export function createUsedAssertions(
  options: { readonly now?: () => number; readonly maxRemembered?: number } = {},
): UsedAssertions {
  const { now = () => Date.now() / 1_000, maxRemembered = MAX_REMEMBERED } = options;
  const expiries = new Map<string, number>();

  const forgetExpired = () => {
    // They live equally long, so those that came first go first; one that goes late does no harm.
    for (const [id, expiresAt] of expiries) {
      if (expiresAt > now()) return;
      expiries.delete(id);
    }
  };

  return {
    use(id, expiresAt) {
      forgetExpired();
      if (expiries.has(id) || expiries.size >= maxRemembered) return false;
      expiries.set(id, expiresAt);
      return true;
    },
    get size() {
      return expiries.size;
    },
  };
}
