import { createHash } from 'node:crypto';

/** The SM3 digest (GB/T 32905) as 64 lower-case hexadecimal digits; text is taken as UTF-8. */
export function sm3Hex(data: string | Uint8Array): string {
  return createHash('sm3').update(data).digest('hex');
}
