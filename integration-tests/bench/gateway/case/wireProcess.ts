import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';

// What no gateway can go below: answers each request after so many fetches, one after the other, of next to nothing.
//   node wireProcess.ts <URL of a subgraph> <fetches>
// Started by startWire.ts, which is told the port.

const [url = '', fetches = '1'] = process.argv.slice(2);
const { origin, pathname } = new URL(url);
const pool = new Pool(origin, { pipelining: 1 });
const body = JSON.stringify({ query: '{ __typename }' });
const headers = { 'content-type': 'application/json', authorization: 'Bearer wire' };

const server = createServer(async (request, response) => {
  request.resume();
  for (let sent = 0; sent < Number(fetches); sent++) {
    const answer = await pool.request({ path: pathname, method: 'POST', headers, body });
    await answer.body.json();
  }
  response.end('{}');
});
server.keepAliveTimeout = 120_000;
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit());
