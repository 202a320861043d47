import { describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { generateServiceCases } from './generateServiceCases.ts';
import { runLints } from './lints/runLints.ts';
import type { ServiceManifest } from './readSubgraphs.ts';

const manifest = (service: string, type: string, prefix: string): ServiceManifest => ({
  service,
  type,
  prefix,
  personField: `${type[0]?.toLowerCase()}${type.slice(1)}s`,
  subgraph: service.toLowerCase(),
  numberPattern: service,
  label: { en: service.toLowerCase(), zh: '业务' },
});
const notary = manifest('NOTARY', 'NotaryCase', 'NO');
const mediation = manifest('MEDIATION', 'MediationCase', 'ME');
const petition = manifest('PETITION', 'PetitionCase', 'PE');

/** What `Type.field` requires, without line breaks. */
function requiresOf(sdl: string, type: string, field: string): string {
  for (const definition of parse(sdl).definitions) {
    if (!('fields' in definition) || !('name' in definition) || definition.name?.value !== type) continue;
    const found = definition.fields?.find(({ name }) => name.value === field);
    const requires = found?.directives?.find(({ name }) => name.value === 'requires');
    const value = requires?.arguments?.[0]?.value;
    if (value?.kind === Kind.STRING) return value.value.replace(/\s+/g, ' ').trim();
  }
  throw new Error(`${type}.${field} requires nothing`);
}

describe('the SDL that names every case type', () => {
  it('asks each agency which members of a thread the caller may see, in the same words for every field', () => {
    const sdl = generateServiceCases([notary, mediation]);
    const members =
      'members { ... on NotaryCase { visibleRef stage openedAt } ... on MediationCase { visibleRef stage openedAt } }';
    for (const field of ['threadNo', 'title', 'openedAt', 'stage', 'cases']) {
      expect(requiresOf(sdl, 'CaseThread', field)).toBe(members);
    }
    expect(requiresOf(sdl, 'CaseThread', 'timeline')).toContain(
      '... on MediationCase { visibleRef statusHistory { service from to toLabel event at actorRole documentNo } }',
    );
  });

  it('hides what hangs on a case together with the case', () => {
    const sdl = generateServiceCases([notary, mediation]);
    for (const { type } of [notary, mediation]) {
      expect(requiresOf(sdl, type, 'thread')).toBe('visibleRef');
      expect(requiresOf(sdl, type, 'linkPointers')).toBe('visibleRef');
      expect(requiresOf(sdl, type, 'links')).toBe(
        'visibleRef linkPointers { case { ... on NotaryCase { visibleRef } ... on MediationCase { visibleRef } } }',
      );
    }
  });

  it('takes in a further agency wherever the others are named', () => {
    const sdl = generateServiceCases([notary, mediation, petition]);
    expect(sdl).toContain('type PetitionCase implements ServiceCase @key(fields: "ref")');
    expect(sdl).toContain('petitionCases: [PetitionCase!] @external');
    expect(requiresOf(sdl, 'CaseThread', 'cases')).toContain('... on PetitionCase {');
    expect(requiresOf(sdl, 'NotaryCase', 'links')).toContain('... on PetitionCase {');
    expect(requiresOf(sdl, 'Person', 'cases')).toContain('petitionCases { ref openedAt stage region }');
    expect(sdl).toContain('petitionCases: [PetitionCase]\n');
    expect(requiresOf(sdl, 'Person', 'linkedCases')).toBe(requiresOf(sdl, 'Person', 'threads'));
  });

  it('gives the same text each time, and passes the lints', () => {
    const sdl = generateServiceCases([notary, mediation]);
    expect(generateServiceCases([notary, mediation])).toBe(sdl);
    expect(runLints([{ name: 'one-network', url: '', typeDefs: parse(sdl), manifest: null }])).toEqual([]);
  });
});
