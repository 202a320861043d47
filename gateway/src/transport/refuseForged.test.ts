import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTransport, type TestTransport } from '../testing/startTransport.ts';

let transport: TestTransport;
let executed = 0;
beforeAll(async () => {
  transport = await startTransport({
    schema: 'type Query { motto: String }  type Mutation { burn: String }',
    async execute() {
      executed += 1;
      return { data: { motto: 'read' } as never };
    },
  });
});
afterAll(() => transport.stop());
beforeEach(() => {
  executed = 0;
});

const QUERY = `?query=${encodeURIComponent('{ motto }')}`;
const BURN = JSON.stringify({ query: 'mutation { burn }' });
type Headers = Readonly<Record<string, string>>;

async function send(method: string, headers: Headers, body?: string) {
  const url = `${transport.url}${method === 'GET' ? QUERY : ''}`;
  const sent = request(url, { method, headers: { host: 'api.example', ...headers } });
  sent.end(body);
  const [response] = await once(sent, 'response');
  return { status: response.statusCode as number, body: JSON.parse(await text(response)) };
}

const JSON_ACCEPT = { accept: 'application/json' };
const IMAGE_ACCEPT = { accept: 'image/avif,image/webp,*/*;q=0.8' };
const PAGE_ACCEPT = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const cross = (mode: string, destination: string) => ({
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': mode,
  'sec-fetch-dest': destination,
});

describe('a GET that a page of another site makes a browser send is refused', () => {
  it.each<[string, Headers]>([
    ['an image', { ...IMAGE_ACCEPT, ...cross('no-cors', 'image') }],
    ['an image of a page of a sibling domain', { ...IMAGE_ACCEPT, 'sec-fetch-site': 'same-site' }],
    ['a link', { ...PAGE_ACCEPT, ...cross('navigate', 'document'), 'sec-fetch-user': '?1' }],
    ['a frame', { ...PAGE_ACCEPT, ...cross('navigate', 'iframe') }],
    [
      'fetch with simple headers',
      { ...JSON_ACCEPT, ...cross('cors', 'empty'), origin: 'https://evil.example' },
    ],
    ['fetch without CORS', { ...JSON_ACCEPT, ...cross('no-cors', 'empty') }],
    [
      'fetch that claims the origin',
      { ...JSON_ACCEPT, ...cross('cors', 'empty'), origin: 'http://api.example' },
    ],
    ['a simple content type', { ...JSON_ACCEPT, ...cross('no-cors', 'empty'), 'content-type': 'text/plain' }],
    ['remembered credentials', { ...JSON_ACCEPT, ...cross('no-cors', 'empty'), authorization: 'Basic YTpi' }],
    ['an empty header', { ...JSON_ACCEPT, ...cross('no-cors', 'empty'), 'apollo-require-preflight': '' }],
    ['a site that is not known', { ...JSON_ACCEPT, 'sec-fetch-site': 'elsewhere' }],
    ['fetch in an older browser', { ...JSON_ACCEPT, origin: 'https://evil.example' }],
    ['a sandboxed frame in an older browser', { ...JSON_ACCEPT, origin: 'null' }],
    ['an origin that begins alike', { ...JSON_ACCEPT, origin: 'https://api.example.evil.example' }],
    ['an origin on another port', { ...JSON_ACCEPT, origin: 'http://api.example:8080' }],
    ['an origin that is none', { ...JSON_ACCEPT, origin: 'api.example' }],
    ['an image in an older browser', IMAGE_ACCEPT],
    ['a link in an older browser', PAGE_ACCEPT],
    ['a script in an older browser', { accept: '*/*' }],
    ['anything that says nothing', {}],
  ])('%s', async (_what, headers) => {
    const { status, body } = await send('GET', headers);
    expect(status).toBe(403);
    expect(body.errors[0]).toMatchObject({
      message: expect.stringContaining('apollo-require-preflight'),
      extensions: { code: 'BAD_REQUEST' },
    });
    expect(executed).toBe(0);
  });
});

describe('a POST that a page of another site makes a browser send is refused', () => {
  it.each<[string, Headers]>([
    ['a form as text', { 'content-type': 'text/plain', ...cross('navigate', 'document') }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded', ...cross('navigate', 'document') }],
    [
      'a form with files',
      { 'content-type': 'multipart/form-data; boundary=x', ...cross('navigate', 'document') },
    ],
    ['a form in an older browser', { 'content-type': 'text/plain', origin: 'https://evil.example' }],
    ['a type that hides JSON', { 'content-type': 'text/plain; application/json' }],
    ['a type that only begins like JSON', { 'content-type': 'application/jsonp' }],
    ['two types', { 'content-type': 'text/plain, application/json' }],
    ['no type', {}],
    ['no type, but the header', { 'apollo-require-preflight': 'yes' }],
  ])('%s', async (_what, headers) => {
    const { status, body } = await send('POST', headers, BURN);
    expect(status).toBe(415);
    expect(body.errors[0].extensions.code).toBe('BAD_REQUEST');
    expect(executed).toBe(0);
  });

  it('as JSON, since the browser asks first and hears no', async () => {
    const sent = request(transport.url, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    sent.end();
    const [response] = await once(sent, 'response');
    response.resume();
    expect(response.statusCode).toBe(405);
    expect(Object.keys(response.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('a client that follows GraphQL over HTTP is let in', () => {
  it.each<[string, Headers]>([
    ['that names application/json', JSON_ACCEPT],
    ['that names the type of GraphQL', { accept: 'application/graphql-response+json' }],
    ['that names both', { accept: 'application/graphql-response+json, application/json;q=0.9' }],
    ['that reads parts only', { accept: 'multipart/mixed;deferSpec=20220824, application/json' }],
    [
      'with a token',
      { authorization: 'Bearer a.b.c', ...cross('cors', 'empty'), origin: 'https://app.example' },
    ],
    ['with the header of Apollo', { 'apollo-require-preflight': 'yes', ...cross('cors', 'empty') }],
    ['with the name of its operation', { 'x-apollo-operation-name': 'Motto' }],
    ['with a content type', { 'content-type': 'application/json' }],
    [
      'in a page of the same origin',
      { accept: '*/*', 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' },
    ],
    ['in the address bar', { ...PAGE_ACCEPT, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
    ['in a page of the same origin, in an older browser', { accept: '*/*', origin: 'https://api.example' }],
    [
      'that names the default port',
      { accept: '*/*', origin: 'https://api.example', host: 'api.example:443' },
    ],
    ['that is fetch of Node', { accept: '*/*', 'sec-fetch-mode': 'cors' }],
  ])('with a GET %s', async (_what, headers) => {
    const { status, body } = await send('GET', headers);
    expect([status, body]).toEqual([200, { data: { motto: 'read' } }]);
  });

  it.each<[string, Headers]>([
    ['program', {}],
    ['page of the same origin', { 'sec-fetch-site': 'same-origin', origin: 'https://api.example' }],
    [
      'page of another origin that was allowed to',
      { ...cross('cors', 'empty'), origin: 'https://app.example' },
    ],
  ])('with a POST of JSON from a %s', async (_what, headers) => {
    const types = ['application/json', 'application/json; charset=utf-8', 'Application/JSON'];
    for (const type of types) {
      const { status } = await send('POST', { 'content-type': type, ...headers }, BURN);
      expect(status).toBe(200);
    }
    expect(executed).toBe(types.length);
  });

  it.each([{}, { 'apollo-require-preflight': 'yes' }])(
    'as Apollo Client with GET and %j',
    async (headers) => {
      const link = new HttpLink({ uri: transport.url, useGETForQueries: true, headers });
      const client = new ApolloClient({ link, cache: new InMemoryCache() });
      const { data } = await client.query({ query: gql`query { motto }` });
      expect(data).toEqual({ motto: 'read' });
      client.stop();
    },
  );
});
