export { createIssuer, type IssuerOptions } from './createIssuer.ts';
export { findPersona, type PersonaClaims, personas } from './personas.ts';
export { readOrCreateSigningKey, type SigningKey } from './signingKey.ts';
