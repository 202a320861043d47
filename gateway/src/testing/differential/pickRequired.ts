import type { Requirement } from './model.ts';

/** Required values by name; those that `read` knows nothing of are left out. Both sides compute from this. */
export function pickRequired(
  requires: readonly Requirement[],
  read: (requirement: Requirement) => unknown,
): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const requirement of requires) {
    const value = read(requirement);
    if (value !== undefined) picked[requirement.name] = value;
  }
  return picked;
}
