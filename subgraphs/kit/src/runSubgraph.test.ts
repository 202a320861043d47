import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type FastifyInstance, fastify } from 'fastify';
import { runSubgraph } from './runSubgraph.ts';

/** A subgraph in a process of its own, with an operation that takes 300 ms. */
const script = `
  import { fastify } from 'fastify';
  import { runSubgraph } from '${new URL('./runSubgraph.ts', import.meta.url).href}';
  const app = fastify();
  app.get('/slow', async () => { process.stdout.write('asked'); await new Promise((done) => setTimeout(done, 300)); return 'done'; });
  process.stdout.write(await runSubgraph(app, { name: 'notary', host: '127.0.0.1', port: 0 }) + '\\n');`;

describe('running a subgraph', () => {
  let app: FastifyInstance | undefined;
  afterEach(() => app?.close());

  it('tells which port it got', async () => {
    app = fastify();
    app.get('/health/live', async () => 'ok');
    const address = await runSubgraph(app, { name: 'notary', host: '127.0.0.1', port: 0 });
    expect(await (await fetch(`${address}/health/live`)).text()).toBe('ok');
  });

  it('tells how to get past a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    app = fastify();
    await expect(runSubgraph(app, { name: 'notary', host: '127.0.0.1', port })).rejects.toThrow(
      `notary: port ${port} is in use; set PORT to a free one`,
    );
    other.close();
  });

  it('finishes what is in flight when told to stop, then ends well', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: import.meta.dirname,
    });
    const [first] = (await once(child.stdout, 'data')) as [Buffer];
    const answer = fetch(`${first.toString().trim()}/slow`);
    await once(child.stdout, 'data');
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await (await answer).text()).toBe('done');
    expect(await exit).toEqual([0, null]);
  });
});
