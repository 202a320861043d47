import { hash } from 'node:crypto';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { archiveSupergraph } from '../testing/authorization/archive.ts';
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts';

// Processes and threads start slowly on a machine that has other things to do.
jest.setTimeout(30_000);

let gateway: TestGateway | null = null;
afterEach(async () => {
  await gateway?.stop();
  gateway = null;
});

const fieldsOf = async (type: string): Promise<string[]> => {
  const answer = await gateway?.ask(`{ __type(name: "${type}") { fields { name } } }`);
  return answer?.body.data.__type.fields.map(({ name }: { name: string }) => name);
};
const withField = (name: string) =>
  archiveSupergraph.replace('motto: String', `motto: String  ${name}: String`);

describe('a reload', () => {
  it('takes new fields, and fields away', async () => {
    gateway = await startTestGateway(archiveSupergraph);
    await gateway.update(withField('added'));
    expect(await fieldsOf('Query')).toContain('added');
    await gateway.update(archiveSupergraph);
    expect(await fieldsOf('Query')).not.toContain('added');
  });

  it.each([
    ['a field', /(price: Int .*?) @requiresScopes\(scopes: \[\["price"\]\]\)/, 'Record.price'],
    ['a type', /type Vault\b([^{]*?)@authenticated/, 'Vault.id'],
    [
      'a scalar',
      /scalar Code\b([^@]*(?:@join__type[^@]*)?)@requiresScopes\(scopes: \[\["codes"\]\]\)/,
      'Query.stamp',
    ],
  ])('does not take protection off %s', async (_, directive, coordinate) => {
    const bare = archiveSupergraph.replace(directive, (all, rest: string) =>
      all.startsWith('price') ? rest : `${all.slice(0, all.indexOf(rest))}${rest}`,
    );
    expect(bare).not.toBe(archiveSupergraph);
    gateway = await startTestGateway(archiveSupergraph);
    await expect(gateway.update(bare)).rejects.toThrow(coordinate);
    await expect(gateway.update(bare)).rejects.toThrow('restart the gateway with it if that is meant');
    expect((await gateway.ask('{ vault { id } }')).body.data).toEqual({ vault: null });
  });

  it('may ask for more', async () => {
    gateway = await startTestGateway(archiveSupergraph);
    await gateway.update(archiveSupergraph.replace('motto: String', 'motto: String @authenticated'));
    expect((await gateway.ask('{ motto }')).body.data).toEqual({ motto: null });
  });

  const moved = archiveSupergraph.replace(
    'name: "shelf", url: "http://127.0.0.1:1/graphql"',
    'name: "shelf", url: "http://169.254.169.254/graphql"',
  );

  it('does not send fetches to another host without being signed', async () => {
    expect(moved).not.toBe(archiveSupergraph);
    gateway = await startTestGateway(archiveSupergraph);
    await expect(gateway.update(moved)).rejects.toThrow(/sends shelf to another host; name the host/);
  });

  it('has no say in the address of a subgraph that the settings name', async () => {
    gateway = await startTestGateway(archiveSupergraph, {
      subgraphUrls: new Map([['shelf', 'http://127.0.0.1:1/graphql']]),
    });
    await gateway.update(moved);
  });
});

describe('a gateway that wants signed supergraphs', () => {
  async function createSigner() {
    const keys = await generateKeyPair('EdDSA', { extractable: true });
    const sign = async (sdl: string, iat: number, header: object = {}) => {
      const claims = JSON.stringify({ sha256: hash('sha256', sdl, 'base64url'), iat });
      const signature = await new CompactSign(Buffer.from(claims))
        .setProtectedHeader({ alg: 'EdDSA', typ: 'supergraph+jws', ...header })
        .sign(keys.privateKey);
      return `${sdl}\n# signature: ${signature}\n`;
    };
    return { sign, key: await exportJWK(keys.publicKey) };
  }

  it('starts with one that its key has signed, and with no other', async () => {
    const { sign, key } = await createSigner();
    const stranger = await createSigner();
    const start = async (sdl: string) => {
      const started = await startTestGateway(sdl, { supergraphKey: key });
      await started.stop();
    };
    await start(await sign(archiveSupergraph, 100));
    await expect(start(archiveSupergraph)).rejects.toThrow('is not signed');
    await expect(start(await stranger.sign(archiveSupergraph, 100))).rejects.toThrow('is not good');
    await expect(start((await sign(archiveSupergraph, 100)).replace('motto', 'lotto'))).rejects.toThrow(
      'is not good',
    );
    await expect(start(await sign(archiveSupergraph, 100, { typ: 'at+jwt' }))).rejects.toThrow('is not good');
  });

  it('takes a newer one, and neither an older one nor one without a signature', async () => {
    const { sign, key } = await createSigner();
    gateway = await startTestGateway(await sign(archiveSupergraph, 100), { supergraphKey: key });
    await gateway.update(await sign(withField('newer'), 200));
    await expect(gateway.update(await sign(withField('older'), 150))).rejects.toThrow(
      'signed before the one',
    );
    await expect(gateway.update(withField('unsigned'))).rejects.toThrow('is not signed');
    const fields = await fieldsOf('Query');
    expect(fields).toContain('newer');
    expect(fields).not.toContain('older');
  });

  it('does not count one that could not be served as the newest', async () => {
    const { sign, key } = await createSigner();
    gateway = await startTestGateway(await sign(archiveSupergraph, 100), { supergraphKey: key });
    await expect(gateway.update(await sign('type Query { a: Int }', 300))).rejects.toThrow('Federation 2');
    await gateway.update(await sign(withField('later'), 200));
    expect(await fieldsOf('Query')).toContain('later');
  });
});
