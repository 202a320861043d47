import { createHmac, createSecretKey } from 'node:crypto';
import { z } from 'zod';

/** A key for subject tags. */
export interface SubjectTagKey {
  /** 1 to 16 small letters and digits, for example the year in which the key came into use. */
  readonly epoch: string;
  /** 32 bytes as hexadecimal digits. */
  readonly key: string;
}

/** Stands for persons where no credential may be, as in the access log: whoever has no key cannot tell whose a tag is. */
export interface SubjectTags {
  /** `<epoch>:<HMAC-SHA256, base64url>` under the key in use. The same credential always gives the same tag. */
  tagOf(credential: string): string;
  /** Under every key, the one in use first: all that a person can be found by. */
  tagsOf(credential: string): string[];
}

/**
 * Tags of credentials, `TYPE:NUMBER` (ADR 0016).
 *
 * @param keys the one in use first, then those of earlier epochs
 * @throws RangeError where there is no key
 */
export function createSubjectTags(keys: readonly SubjectTagKey[]): SubjectTags {
  const secrets = keys.map(({ epoch, key }) => ({ epoch, secret: createSecretKey(key, 'hex') }));
  const [current] = secrets;
  if (current === undefined) throw new RangeError('Subject tags need a key');
  const tag = ({ epoch, secret }: typeof current, credential: string) =>
    `${epoch}:${createHmac('sha256', secret).update(credential).digest('base64url')}`;
  return {
    tagOf: (credential) => tag(current, credential),
    tagsOf: (credential) => secrets.map((one) => tag(one, credential)),
  };
}

/** The setting `SUBJECT_TAG_KEY`: `<epoch>=<64 hexadecimal digits>`, several by comma, the one in use first. */
export const subjectTagKeys = z
  .string({ error: 'required: <epoch>=<64 hexadecimal digits>, the same for every subgraph' })
  .transform((text, context): readonly SubjectTagKey[] => {
    const keys = text.split(',').map((pair) => {
      const [, epoch = '', key = ''] = /^([a-z0-9]{1,16})=([0-9a-f]{64})$/i.exec(pair.trim()) ?? [];
      return { epoch, key: key.toLowerCase() };
    });
    if (keys.some(({ epoch }) => !/^[a-z0-9]+$/.test(epoch))) {
      context.addIssue({ code: 'custom', message: 'not <epoch>=<64 hexadecimal digits>, several by comma' });
      return z.NEVER;
    }
    if (new Set(keys.map(({ epoch }) => epoch)).size < keys.length) {
      context.addIssue({ code: 'custom', message: 'an epoch has two keys' });
      return z.NEVER;
    }
    return keys;
  });
