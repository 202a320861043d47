import { openDatabase } from '@tongban/agency-kit';
import type { SyntheticNotaryCase } from '@tongban/synthetic';
import { createSystem } from '../createSystem.ts';
import { importSlice } from '../store/importSlice.ts';
import { migrations } from '../store/migrations.ts';
import { decodeGb18030, encodeGb18030 } from '../wire/gb18030.ts';
import { readXml, type XmlContent } from '../wire/readXml.ts';
import { sliceOf } from './syntheticNotaryCase.ts';

const AUTHORIZATION = `Basic ${Buffer.from('tongban:a-password-of-tests').toString('base64')}`;

/** A system on a free loopback port, with its clock in the test's hand. Close it with `await using`. */
export async function startTestSystem(cases: readonly SyntheticNotaryCase[] = [], production = false) {
  const database = openDatabase(':memory:', migrations);
  importSlice(database, sliceOf(cases));
  let now = new Date('2026-11-23T09:05:30+08:00');
  const app = createSystem({
    database,
    username: 'tongban',
    password: 'a-password-of-tests',
    production,
    logLevel: 'silent',
    now: () => now,
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });

  const post = (path: string, body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    fetch(`${address}${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/xml; charset=GB18030', authorization: AUTHORIZATION, ...headers },
    });
  const ask = async (path: string, content: string) => {
    const bytes = new Uint8Array(
      encodeGb18030(`<?xml version="1.0" encoding="GB18030"?><请求>${content}</请求>`),
    );
    const response = await post(path, bytes);
    const text = decodeGb18030(new Uint8Array(await response.arrayBuffer()));
    return { status: response.status, text, ...readXml(text) };
  };
  return {
    address,
    database,
    post,
    query: (operation: string, content = '') => ask('/query.do', `<操作>${operation}</操作>${content}`),
    submit: (key: string, content: string) => ask('/submit.do', `<流水号>${key}</流水号>${content}`),
    setNow(instant: string) {
      now = new Date(instant);
    },
    async [Symbol.asyncDispose]() {
      await app.close();
      database.close();
    },
  };
}

/** The content at a path of element names; '' where nothing is there. */
export function at(content: XmlContent, ...path: readonly (string | number)[]): string {
  let here: unknown = content;
  for (const step of path) here = (here as Record<string | number, unknown> | undefined)?.[step];
  return typeof here === 'string' ? here : here === undefined ? '' : JSON.stringify(here);
}
