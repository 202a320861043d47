import { expect, it } from '@jest/globals';
import { createActiveLabels } from './activeLabels.ts';

const subjects = Array.from({ length: 5_000 }, (_, index) => `person-${index}`);

it('lets percent(N) hold for about N percent of all callers, and for one caller always or never', () => {
  const labels = createActiveLabels({ labels: new Set(['percent(20)']), always: new Set() });
  const active = subjects.filter((subject) => labels({ subject, own: [] }).length > 0);
  expect(active.length / subjects.length).toBeGreaterThan(0.17);
  expect(active.length / subjects.length).toBeLessThan(0.23);
  expect(active.every((subject) => labels({ subject, own: [] }).length > 0)).toBe(true);
});

it('lets percent(0) hold for nobody and percent(100) for everybody', () => {
  const labels = createActiveLabels({ labels: new Set(['percent(0)', 'percent(100)']), always: new Set() });
  expect(new Set(subjects.flatMap((subject) => labels({ subject, own: [] })))).toEqual(
    new Set(['percent(100)']),
  );
});

it('lets a named label hold where it is set or where the caller has it, and knows no label that the supergraph has not', () => {
  const labels = createActiveLabels({ labels: new Set(['a', 'b', 'c']), always: new Set(['a', 'x']) });
  expect(labels({ subject: 's', own: ['c', 'y'] })).toEqual(['a', 'c']);
});
