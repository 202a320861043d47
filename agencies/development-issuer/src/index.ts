export { createIssuer, type IssuerOptions } from './createIssuer.ts';
export { everythingSynthetic, findPersona, type PersonaClaims, personas } from './personas.ts';
export { readOrCreateSigningKey, type SigningKey } from './signingKey.ts';
