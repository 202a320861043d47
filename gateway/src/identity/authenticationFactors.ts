/**
 * What kind of factor each authentication method of RFC 8176 §2 is. Methods that name no factor of their own (`mfa`,
 * `mca`, `rba`, `user`, `geo`, `wia`) are left out: they say that there was more, and not what.
 */
const KINDS: Readonly<Record<string, 'knowledge' | 'possession' | 'inherence'>> = {
  pwd: 'knowledge',
  pin: 'knowledge',
  kba: 'knowledge',
  hwk: 'possession',
  swk: 'possession',
  sc: 'possession',
  pop: 'possession',
  otp: 'possession',
  sms: 'possession',
  tel: 'possession',
  face: 'inherence',
  fpt: 'inherence',
  iris: 'inherence',
  retina: 'inherence',
  vbm: 'inherence',
};

/** Those that prove a key: a one-time password or a message to a telephone proves none. */
const CRYPTOGRAPHIC: ReadonlySet<string> = new Set(['hwk', 'swk', 'sc', 'pop']);

/**
 * Whether the methods of an `amr` are two factors of different kinds, one of them cryptographic, as GB/T 22239-2019
 * §8.1.4.1 d) asks. Unknown methods count for nothing.
 */
export function areTwoFactors(methods: readonly string[]): boolean {
  const kinds = new Set(methods.flatMap((method) => (Object.hasOwn(KINDS, method) ? [KINDS[method]] : [])));
  return kinds.size >= 2 && methods.some((method) => CRYPTOGRAPHIC.has(method));
}
