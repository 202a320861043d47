import { describe, expect, it } from '@jest/globals';
import { createSystems } from './createSystems.ts';

const named = (url: string, prefix: string) => `${prefix}@${url}`;

describe('the systems of an agency', () => {
  it('answer for the regions of their prefix, the longest first', () => {
    const systems = createSystems('48=http://a, 4801=http://b,480102=http://c', named);
    expect(systems.forRegion('480201')).toBe('48@http://a');
    expect(systems.forRegion('480101')).toBe('4801@http://b');
    expect(systems.forRegion('480102')).toBe('480102@http://c');
    expect(systems.forRegion('110101')).toBeNull();
    expect(systems.all()).toHaveLength(3);
  });

  it('are made once for each URL', () => {
    const systems = createSystems('11=http://a,31=http://a', named);
    expect(systems.all()).toEqual(['11@http://a']);
    expect(systems.forRegion('310101')).toBe('11@http://a');
  });

  it('are refused with every mistake at once', () => {
    const create = () =>
      createSystems('4=http://a,11=ftp://x,12=http://u:p@h,13=http://a,13=http://b,nonsense', named);
    expect(create).toThrow(/"4".*11.*12.*"nonsense".*13 is named twice/);
    expect(create).not.toThrow(/u:p/);
    expect(() => createSystems(' ', named)).toThrow('at least one');
  });

  it('are never synthetic in production', () => {
    expect(() => createSystems('48=http://a', named, { allowSynthetic: false })).toThrow('synthetic');
    expect(() => createSystems('4801=http://a', named, { allowSynthetic: false })).toThrow('synthetic');
    expect(createSystems('11=http://a', named, { allowSynthetic: false }).forRegion('480101')).toBeNull();
  });
});
