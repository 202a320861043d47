import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { normaliseNumber } from '@tongban/kit';
import { decodeGb18030, encodeGb18030 } from '../wire/gb18030.ts';

/** What a system under test was asked. */
export interface Asked {
  readonly operation: string;
  readonly keys: readonly string[];
  readonly text: string;
  readonly authorization: string | undefined;
  readonly requestId: string | string[] | undefined;
}

/** How it misbehaves; a Buffer is sent in place of every answer. */
export type FakeFault = 'none' | 'failing' | 'cut-off' | 'slow' | 'refusing' | 'unauthorized' | Buffer;

/** A notary offices' system on a free loopback port that serves the given `<公证事项>` texts. Close with `await using`. */
export async function startFakeNotarySystem(records: readonly string[]) {
  const asked: Asked[] = [];
  let fault: FakeFault = 'none';
  const server = createServer(async (request, response) => {
    if (request.url === '/health/ready') {
      response.writeHead(fault === 'none' ? 200 : 503).end();
      return;
    }
    const body = await bytesOf(request);
    const text = decodeGb18030(body);
    const operation = /<操作>(.*?)<\/操作>/.exec(text)?.[1] ?? '';
    const keys = [...text.matchAll(/<(受理号|编号|证件号码)>(.*?)<\/\1>/g)].map(([, , key = '']) => key);
    const { authorization, 'x-request-id': requestId } = request.headers;
    asked.push({ operation, keys, text, authorization, requestId });
    if (fault !== 'none') misbehave(response, fault);
    else send(response, encodeGb18030(answer(records, operation, keys, text)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    setFault(next: FakeFault) {
      fault = next;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function answer(
  records: readonly string[],
  operation: string,
  keys: readonly string[],
  text: string,
): string {
  if (operation === '列表查询') return listAnswer(records, text);
  if (keys.length > 50) return '<错误><代码>E1003</代码><信息>单次查询超过50条</信息></错误>';
  const found = records.filter((record) => keys.some((key) => matches(record, operation, key)));
  return `<?xml version="1.0" encoding="GB18030"?><应答><操作>${operation}</操作><总数>${found.length}</总数>
    <公证事项列表>${found.slice(0, 50).join('')}</公证事项列表>
    <其余受理号列表>${found
      .slice(50)
      .map((record) => `<其余受理号>${keyOf(record)}</其余受理号>`)
      .join('')}</其余受理号列表></应答>`;
}

function matches(record: string, operation: string, key: string): boolean {
  if (operation === '按受理号查询') return keyOf(record) === key;
  if (operation === '按编号查询') {
    const numbers = [...record.matchAll(/<(?:文书编号|其他编号)>(.*?)</g)].map(([, number = '']) => number);
    return numbers.some((number) => normaliseNumber(number) === normaliseNumber(key));
  }
  return record.includes(`<证件号码>${key}</证件号码>`);
}

/** Newest first, then by region and key. */
function listAnswer(records: readonly string[], text: string): string {
  const after = /<起始于>(.*)<\/起始于>/.exec(text)?.[1];
  const wanted = records
    .toSorted(inOrder)
    .filter((record) => after === undefined || inOrder(record, after) > 0);
  const limit = Number(/<每页条数>(\d+)</.exec(text)?.[1]);
  return `<应答><总数>${records.length}</总数><还有更多>${wanted.length > limit ? '是' : '否'}</还有更多>
    <公证事项列表>${wanted.slice(0, limit).join('')}</公证事项列表></应答>`;
}

function inOrder(one: string, other: string): number {
  const timeOf = (xml: string) => /<申请时间>(.*?)</.exec(xml)?.[1] ?? '';
  const placeOf = (xml: string) => `${/<地区代码>(.*?)</.exec(xml)?.[1]}-${keyOf(xml)}`;
  if (timeOf(one) !== timeOf(other)) return timeOf(one) < timeOf(other) ? 1 : -1;
  return placeOf(one) === placeOf(other) ? 0 : placeOf(one) < placeOf(other) ? -1 : 1;
}

function keyOf(record: string): string {
  return /<受理号>(.*?)</.exec(record)?.[1] ?? '';
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, body: Buffer): void {
  response.writeHead(200, { 'content-type': 'text/xml; charset=GB18030' });
  response.end(body);
}

function misbehave(response: ServerResponse, fault: Exclude<FakeFault, 'none'>): void {
  if (Buffer.isBuffer(fault)) send(response, fault);
  else if (fault === 'refusing') {
    send(response, encodeGb18030('<错误><代码>E9001</代码><信息>系统内部错误</信息></错误>'));
  } else if (fault === 'cut-off') {
    response.writeHead(200, { 'content-type': 'text/xml', 'content-length': '4096' });
    response.write('<应答>');
    setTimeout(() => response.destroy(), 10);
  } else if (fault !== 'slow') {
    response.writeHead(fault === 'failing' ? 500 : 401, { 'content-type': 'text/html' });
    response.end('<html>ORA-00942 480101198503121013</html>');
  }
}
