import { TILE_WIDTH } from './tile.ts';

/** Which tile a path names; entries are the records themselves. */
export interface TileName {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

/** The path of a tile below the prefix of the log, such as `tile/0/x001/234.p/7` (C2SP tlog-tiles, "Merkle Tree"). */
export function tilePath({ level, index, width }: TileName): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/g) ?? [];
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

const FORM = /^tile\/(entries|[1-5]?\d|6[0-3])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** Null for what is not written exactly as `tilePath` writes it. */
export function parseTilePath(path: string): TileName | null {
  const [, level, groups, width] = FORM.exec(path) ?? [];
  if (level === undefined || groups === undefined) return null;
  const name = {
    level: level === 'entries' ? ('entries' as const) : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  return Number.isSafeInteger(name.index) && tilePath(name) === path ? name : null;
}
