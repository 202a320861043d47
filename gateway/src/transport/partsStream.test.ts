import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { WrittenData } from '../execution/writtenData.ts';
import { createPartSource } from '../testing/partSource.ts';
import { PartsStream } from './partsStream.ts';

const streams: PartsStream[] = [];
afterEach(() => {
  for (const stream of streams.splice(0)) stream.destroy();
});

function open() {
  const parts = createPartSource();
  const controller = new AbortController();
  const stream = new PartsStream({
    requestId: 'r',
    first: '{"data":{}}',
    later: parts,
    formatError: ({ originalError }) => ({ message: String(originalError?.message) }),
    signal: controller.signal,
    graceMs: 20,
  });
  streams.push(stream);
  const endTime = () => controller.abort(new DOMException('over', 'TimeoutError'));
  return { parts, stream, endTime };
}

describe('when the time of a request is over', () => {
  it('the parts have a little longer to come to their end', async () => {
    const { parts, stream, endTime } = open();
    endTime();
    parts.send({ incremental: [{ data: null, path: [] }], hasNext: false });
    expect(await text(stream)).toMatch(/"data":null,"path":\[\]\}\],"hasNext":false\}\r\n-----\r\n$/);
  });

  it('and then the last part says that they did not', async () => {
    const { parts, stream, endTime } = open();
    endTime();
    expect(await text(stream)).toMatch(
      /"message":"the parts .* in time"\}\],"hasNext":false\}\r\n-----\r\n$/,
    );
    await parts.returned;
  });

  it('a client that takes nothing more is cut off', async () => {
    const { parts, stream, endTime } = open();
    const big = new WrittenData(Buffer.from(JSON.stringify('x'.repeat(100_000))));
    for (let index = 0; index < 9; index += 1)
      parts.send({ incremental: [{ data: big, path: [] }], hasNext: true });
    stream.read(1);
    endTime();
    const [error] = await once(stream, 'error');
    expect(error.message).toContain('in time');
    await parts.returned;
  });
});

describe('a stream of parts', () => {
  it('asks for nothing after it was destroyed, and minds nothing that comes then', async () => {
    const { parts, stream } = open();
    stream.resume();
    await once(stream, 'data');
    stream.destroy();
    await parts.returned;
    parts.fail(new Error('late'));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(parts.asked).toBeLessThanOrEqual(1);
  });

  it('tells the iterator to return when what it brought cannot be written', async () => {
    const { parts, stream } = open();
    parts.send({ incremental: [{ data: null, path: [1n as never] }], hasNext: true });
    expect(await text(stream)).toMatch(/BigInt.*"hasNext":false\}\r\n-----\r\n$/);
    await parts.returned;
  });
});
