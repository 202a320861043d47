/** An identity document as this system stores it: the type's word and the number. */
export interface IdentityDocument {
  readonly type: string;
  readonly no: string;
}

/** Splits `TYPE:NUMBER`; null for null. */
export function splitCredential(credential: string | null): IdentityDocument | null {
  if (credential === null) return null;
  const colon = credential.indexOf(':');
  return { type: credential.slice(0, colon), no: credential.slice(colon + 1) };
}
