import { z } from 'zod';

/**
 * An object with these members and no others, whose parsed value has them in the order of RFC 8785 (section 3.2.3): `JSON.stringify` of it
 * is then what that RFC calls canonical, since names here are ASCII and numbers are whole.
 */
export function canonicalObject<Shape extends z.core.$ZodShape>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$strict> {
  const sorted = Object.entries(shape).sort(([a], [b]) => (a < b ? -1 : 1));
  return z.strictObject(Object.fromEntries(sorted) as Shape);
}
