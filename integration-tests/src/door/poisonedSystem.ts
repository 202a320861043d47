import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { encodeGb18030 } from '../../../agencies/notary/src/wire/gb18030.ts';

/** How a system of an agency can let something out that is nobody's business. */
export const poisons = [
  'a page of a failed server',
  'a failed statement',
  'an error of its own',
  'a page where data is due',
  'data of another shape',
  'a case that cannot be read',
  'text in the place of every number',
  'an XML error',
  'XML of another shape',
  'a refusal',
  'a busy signal',
  'a login page',
  'a redirect',
  'half an answer',
  'bytes of another charset',
] as const;
export type Poison = (typeof poisons)[number];

/** Stands in for an agency's system, and puts a new canary into whatever it says. */
export interface PoisonedSystem {
  poison: Poison;
  /** Every canary that has been sent. */
  readonly sent: ReadonlySet<string>;
  stop(): Promise<void>;
}

/** What no answer, log, metric or file may have. */
export const CANARY = /CNRY\w+/;

/** Listens in the place of a system that has been ended. */
export async function startPoisonedSystem(agency: string, port: number): Promise<PoisonedSystem> {
  const sent = new Set<string>();
  const canary = () => {
    const fresh = `CNRY${agency.replaceAll('-', '')}${sent.size}X${Math.random().toString(36).slice(2, 10)}`;
    sent.add(fresh);
    return fresh;
  };
  const state: { poison: Poison } = { poison: poisons[0] };
  const server: Server = createServer((request, response) => {
    request.resume().once('end', () => answer(state.poison, canary, { request, response }));
  });
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  );
  return {
    get poison() {
      return state.poison;
    },
    set poison(poison) {
      state.poison = poison;
    },
    sent,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const JSON_TYPE = 'application/json; charset=utf-8';
const XML_TYPE = 'text/xml; charset=GB18030';
const CUT_OFF_MS = 20;

interface Said {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

function answer(
  poison: Poison,
  canary: () => string,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): void {
  if (poison === 'half an answer') {
    response.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': '9000', 'set-cookie': canary() });
    response.write(`{"items":[{"name":"${canary()}","idNo":"${canary()}`);
    setTimeout(() => response.destroy(), CUT_OFF_MS);
    return;
  }
  const { status, type, body, headers } = sayings[poison](canary, String(request.headers.host));
  response.writeHead(status, { 'content-type': type, 'x-powered-by': canary(), ...headers }).end(body);
}

const json = (status: number, value: unknown, headers: Said['headers'] = {}): Said => ({
  status,
  type: JSON_TYPE,
  body: JSON.stringify(value),
  headers,
});
const xml = (text: string): Said => ({
  status: 200,
  type: XML_TYPE,
  body: encodeGb18030(`<?xml version="1.0" encoding="GB18030"?>${text}`),
});
const html = (status: number, body: string, headers: Said['headers'] = {}): Said => ({
  status,
  type: 'text/html',
  body,
  headers,
});
const record = (canary: () => string) => ({
  id: canary(),
  key: canary(),
  name: canary(),
  message: canary(),
  idNo: `48010119${canary()}`,
});

const sayings: Readonly<
  Record<Exclude<Poison, 'half an answer'>, (canary: () => string, host: string) => Said>
> = {
  'a page of a failed server': (canary) =>
    html(500, `<html><h1>${canary()}</h1><pre>at ${canary()} (/srv/${canary()}.js:1:1)</pre></html>`),
  'a failed statement': (canary) => ({
    status: 500,
    type: 'text/plain',
    body: `ORA-00942: SELECT * FROM T_${canary()} WHERE ID_NO = '${canary()}'`,
  }),
  'an error of its own': (canary) =>
    json(500, { error: canary(), message: canary(), details: [record(canary)] }),
  'a page where data is due': (canary) => html(200, `<html><title>${canary()}</title>${canary()}</html>`),
  'data of another shape': (canary) =>
    json(200, { [canary()]: record(canary), items: canary(), data: { list: canary() }, code: canary() }),
  'a case that cannot be read': (canary) => {
    const broken = { ...record(canary), status: canary(), case: record(canary), caseNo: canary() };
    const found = { items: [broken], cases: [broken], found: [broken], next: null };
    return json(200, { ...found, code: 0, message: canary(), data: { list: [broken], total: 1 } });
  },
  'text in the place of every number': (canary) =>
    json(200, { code: canary(), total: canary(), items: [canary()], data: [canary()] }),
  'an XML error': (canary) => xml(`<错误><代码>${canary()}</代码><信息>${canary()}</信息></错误>`),
  'XML of another shape': (canary) =>
    xml(
      `<响应><公证事项列表><公证事项><受理号>${canary()}</受理号><姓名>${canary()}</姓名></公证事项></公证事项列表></响应>`,
    ),
  'a refusal': (canary) => json(403, { error: canary(), who: canary() }),
  'a busy signal': (canary) => json(429, { error: canary() }, { 'retry-after': '0' }),
  'a login page': (canary) =>
    html(401, `<form action="/${canary()}">${canary()}</form>`, {
      'www-authenticate': `Basic realm="${canary()}"`,
    }),
  'a redirect': (canary, host) => ({
    status: 302,
    type: 'text/plain',
    body: canary(),
    headers: { location: `http://${host}/${canary()}` },
  }),
  'bytes of another charset': (canary) => ({
    status: 200,
    type: JSON_TYPE,
    body: Buffer.concat([
      Buffer.from(`{"items":["${canary()}`),
      Buffer.from([0xff, 0xfe, 0x81, 0x00]),
      Buffer.from(`${canary()}"]}`),
    ]),
  }),
};
