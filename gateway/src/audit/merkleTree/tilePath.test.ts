import { describe, expect, it } from '@jest/globals';
import { parseTilePath, tilePath } from './tilePath.ts';

describe('tilePath', () => {
  it.each([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 2, index: 1_000, width: 17 }, 'tile/2/x001/000.p/17'],
    [{ level: 'entries' as const, index: 273, width: 112 }, 'tile/entries/273.p/112'],
  ])('writes and reads %j as tlog-tiles has it', (name, path) => {
    expect(tilePath(name)).toBe(path);
    expect(parseTilePath(path)).toEqual(name);
  });

  it.each([
    'tile/0/0',
    'tile/00/000',
    'tile/64/000',
    'tile/0/x000/001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/07',
    'tile/0/../000',
    'tile/0/000/',
    'tile/0/x999/x999/x999/x999/x999/x999/999',
  ])('reads nothing from %s', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });
});
