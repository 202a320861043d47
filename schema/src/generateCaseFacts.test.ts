import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { generateCaseFacts } from './generateCaseFacts.ts';
import { runLints } from './lints/runLints.ts';
import type { ServiceManifest } from './readSubgraphs.ts';

const manifest = (service: string, type: string, personField: string): ServiceManifest => ({
  service,
  type,
  prefix: type.slice(0, 2).toUpperCase(),
  personField,
  subgraph: service.toLowerCase(),
  numberPattern: service,
  label: { en: service.toLowerCase(), zh: '业务' },
});
const notary = manifest('NOTARY', 'NotaryCase', 'notaryCases');
const petition = manifest('PETITION', 'PetitionCase', 'petitionCases');
const flat = (sdl: string) => sdl.replace(/\s+/g, ' ');

describe('what oversight is brought of every case type', () => {
  it('is its facts, of the cases of a person and of those linked to them, and the tags of the person', () => {
    expect(flat(generateCaseFacts([notary, petition]))).toContain(
      'subject { subjectTags notaryCases { ref facts } petitionCases { ref facts } ' +
        'linkedCases { notaryCases { ref facts } petitionCases { ref facts } } }',
    );
  });

  it('is, for who looked, no more than which cases the person may see', () => {
    expect(flat(generateCaseFacts([notary, petition]))).toContain(
      '@requires(fields: """ subjectTags notaryCases { ref } petitionCases { ref } """)',
    );
  });

  it('is asked for by one field of a trace: with several the Rust planner gives up', () => {
    expect(generateCaseFacts([notary, petition]).match(/subjectTags\n.*facts/g)).toHaveLength(1);
  });

  it('is the same text each time, and passes the lints', () => {
    const sdl = generateCaseFacts([notary, petition]);
    expect(generateCaseFacts([notary, petition])).toBe(sdl);
    expect(runLints([{ name: 'oversight', url: '', typeDefs: parse(sdl), manifest: null }])).toEqual([]);
  });
});
