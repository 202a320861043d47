import { readCodes } from '@tongban/schema';

/** How numbers of synthetic data are treated. */
export interface SyntheticOption {
  /**
   * Whether numbers that only synthetic data can have (province digits 48, impossible birth years) are valid. True by
   * default; production passes false.
   */
  readonly allowSynthetic?: boolean;
}

const provinces = new Set(readCodes().provinces);
const SYNTHETIC_PROVINCE = '48';

/** Whether the first two digits belong to a province (GB/T 2260), or to synthetic data where that is allowed. */
export function hasProvince(digits: string, { allowSynthetic = true }: SyntheticOption = {}): boolean {
  const province = digits.slice(0, 2);
  return provinces.has(province) || (allowSynthetic && province === SYNTHETIC_PROVINCE);
}

/**
 * Whether the text is a six-digit region code (GB/T 2260) by form and province. Cities and counties are not looked up:
 * their lists change every year and old codes stay on old cases.
 */
export function isRegionCode(code: string, options: SyntheticOption = {}): boolean {
  return /^\d{6}$/.test(code) && hasProvince(code, options) && !/^\d{2}00(?!00)/.test(code);
}
