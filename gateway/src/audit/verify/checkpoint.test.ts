import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { checkpointText, signCheckpoint } from '../checkpoint/checkpointNote.ts';
import { createCosigner, createNoteSigner } from '../checkpoint/noteSigner.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { checkSignature, parseNote, parseVerifierKey } from './signedNote.ts';

const privateKey = () => generateKeyPairSync('ed25519').privateKey;
const head = { size: 20_852_163, root: Buffer.alloc(32, 7) };

describe('a checkpoint', () => {
  const signer = createNoteSigner('example.com/log', privateKey());
  const witness = createCosigner('example.com/witness', privateKey());
  const written = signCheckpoint(head, signer);

  it('is three lines and a signature, which the key of the log alone has made', () => {
    const checkpoint = parseCheckpoint(written);
    expect(checkpoint).toMatchObject({ origin: 'example.com/log', size: head.size, root: head.root });
    expect(checkSignature(checkpoint.note, parseVerifierKey(signer.verifierKey))).toBe('valid');
    const other = createNoteSigner('example.com/log', privateKey());
    expect(checkSignature(checkpoint.note, parseVerifierKey(other.verifierKey))).toBe('absent');
    const longer = parseCheckpoint(written.replace('20852163', '20852164'));
    expect(checkSignature(longer.note, parseVerifierKey(signer.verifierKey))).toBe('invalid');
  });

  it('is cosigned with the time, which cannot be moved', () => {
    const line = witness.cosignatureLine(checkpointText('example.com/log', head), 1_679_315_147);
    const key = parseVerifierKey(witness.verifierKey);
    expect(checkSignature(parseNote(written + line), key)).toBe('valid');
    const bytes = Buffer.from(line.split(' ')[2] as string, 'base64');
    bytes[11] = (bytes[11] as number) ^ 1;
    const later = `— example.com/witness ${bytes.toString('base64')}\n`;
    expect(checkSignature(parseNote(written + later), key)).toBe('invalid');
    expect(checkSignature(parseNote(written), key)).toBe('absent');
  });

  it('is signed as any Ed25519 has it (RFC 8032 section 7.1, test 1, its secret key)', () => {
    const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
    const key = createPrivateKey({
      key: Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'),
      format: 'der',
      type: 'pkcs8',
    });
    const typed = Buffer.from('01d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex');
    expect(createNoteSigner('example.com/log', key).verifierKey).toMatch(
      new RegExp(`^example\\.com/log\\+[0-9a-f]{8}\\+${typed.toString('base64').replaceAll('+', '\\+')}$`),
    );
  });

  it.each([
    ['without a signature', 'origin\n1\nAAAA\n'],
    ['with a leading zero', written.replace('20852163', '020852163')],
    ['with a short root', written.replace(/[A-Za-z0-9+/]{43}=/, 'AAAA')],
    ['with a line more', written.replace('20852163\n', '20852163\nextension\n')],
    ['with a control character', written.replace('20852163', '20852163\r')],
    ['with a signature that is not base64', written.replace('— example.com/log ', '— example.com/log !')],
    ['with text after the signatures', `${written}more\n`],
    ['with a line end too few', written.slice(0, -1)],
  ])('is none %s', (_, note) => {
    expect(() => parseCheckpoint(note)).toThrow();
  });

  it.each(['log+00000000+AQ==', `${signer.verifierKey}=`, signer.verifierKey.replace('/log', '/other')])(
    'takes no key such as %s',
    (key) => {
      expect(() => parseVerifierKey(key)).toThrow();
    },
  );
});
