import { createHttp } from '@tongban/kit';
import { AuditUnavailable } from '../accesses/auditUnavailable.ts';

/** The files of the access log that everybody may read (C2SP tlog-tiles). Whatever fails is AuditUnavailable. */
export interface LogFiles {
  /** The signed head; null where none is published yet. */
  checkpoint(): Promise<string | null>;
  /** The key that the log gives out, as written. */
  verifierKey(): Promise<string>;
  tile(level: number, index: number, width: number): Promise<Buffer>;
}

const TILE_WIDTH = 256;
/** Full tiles never change: 8 KiB each. */
const TILES_KEPT = 512;

/** @param options `url` of the log; `timeoutMs` for one answer */
export function createLogFiles(options: { readonly url: string; readonly timeoutMs: number }): LogFiles {
  const http = createHttp({ baseUrl: options.url, timeoutMs: options.timeoutMs });
  const tiles = new Map<string, Buffer>();

  const get = async (path: string): Promise<Buffer> => {
    const { data } = await http.get<ArrayBuffer>(path, { responseType: 'arraybuffer' });
    return Buffer.from(data);
  };
  const inTime = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw new AuditUnavailable(error);
    }
  };

  return {
    checkpoint: () =>
      inTime(async () => {
        const { status, data } = await http.get<string>('checkpoint', {
          responseType: 'text',
          validateStatus: (code) => code === 200 || code === 404,
        });
        return status === 404 ? null : String(data);
      }),
    verifierKey: () =>
      inTime(async () => {
        const [, key] = /^log (\S+)$/m.exec((await get('policy')).toString()) ?? [];
        if (key === undefined) throw new Error('the policy of the access log names no log');
        return key;
      }),
    tile: (level, index, width) =>
      inTime(async () => {
        const path = `tile/${level}/${tileName(index)}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
        const known = tiles.get(path);
        if (known !== undefined) return known;
        const tile = await get(path);
        if (tiles.size >= TILES_KEPT) tiles.delete(tiles.keys().next().value as string);
        tiles.set(path, tile);
        return tile;
      }),
  };
}

/** Groups of three digits, all but the last behind an x. */
function tileName(index: number): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}
