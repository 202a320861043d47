import { readChinaTime } from './chinaTime.ts';
import type { ListPosition } from './store/mediationReader.ts';
import { SystemError } from './systemError.ts';

/** The token of the page that begins after `position`: opaque, good for any filter, never out of date. */
export function toPageToken({ registeredAt, id }: ListPosition): string {
  return Buffer.from(`${registeredAt}|${id}`).toString('base64url');
}

/** @throws {SystemError} `bad_page_token` (400) for anything that no list has given out. */
export function readPageToken(token: string): ListPosition {
  const [registeredAt = '', id = '', ...rest] = Buffer.from(token, 'base64url').toString('utf8').split('|');
  if (readChinaTime(registeredAt) === null || !/^[0-9A-Z]{1,40}$/.test(id) || rest.length > 0) {
    throw new SystemError(400, 'bad_page_token', 'page_token must be one that a list has given');
  }
  return { registeredAt, id };
}
