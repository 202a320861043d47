import { mod31 } from './checkDigits.ts';
import { hasProvince, type SyntheticOption } from './regionCode.ts';

/**
 * Whether the text is a unified social credit code (GB 32100): 18 characters without I, O, S, V and Z, a province in
 * use, check by MOD 31 (a sum that is a multiple of 31 gives 0).
 */
export function isUnifiedSocialCreditCode(code: string, options: SyntheticOption = {}): boolean {
  return (
    /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/.test(code) &&
    hasProvince(code.slice(2), options) &&
    mod31(code) === code[17]
  );
}
