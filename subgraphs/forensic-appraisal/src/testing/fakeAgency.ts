import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { normaliseNumber } from '@tongban/kit';
import type { WireAppraisal } from './wireAppraisal.ts';

export const APP_ID = 'tongban';
export const SECRET = 'a-secret-for-tests-only';

/** One question that the agency was asked. */
export interface Call {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly requestId: string | undefined;
}

/** Answers instead of the agency; gets the response raw, so that it can misbehave below HTTP. */
export type Misbehaviour = (response: ServerResponse) => void;

export interface FakeAgency {
  readonly url: string;
  /** Every question so far, oldest first. */
  readonly calls: Call[];
  cases: unknown[];
  misbehave: Misbehaviour | null;
  close(): Promise<void>;
}

/** An agency on a loopback port that keeps the contract: envelopes, HTTP 200, signatures checked. */
export async function startFakeAgency(cases: readonly unknown[] = [], basePath = ''): Promise<FakeAgency> {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    if (agency.misbehave !== null) return agency.misbehave(response);
    const path = (request.url ?? '').slice(basePath.length);
    if (path === '/health/ready') return void response.end('{}');
    if (!isSigned(request, body))
      return envelope(response, { code: 40101, message: '签名验证失败', data: null });
    const question = JSON.parse(body.toString()) as Call['body'];
    calls.push({ path, body: question, requestId: request.headers['x-request-id']?.toString() });
    return envelope(response, {
      code: 0,
      message: 'success',
      data: answer(path, question, agency.cases as WireAppraisal[]),
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const agency: FakeAgency = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${basePath}`,
    calls,
    cases: [...cases],
    misbehave: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return agency;
}

/** Sends an envelope with HTTP 200, as the agency does whatever happened. */
export function envelope(response: ServerResponse, content: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(content));
}

function isSigned({ headers, url }: IncomingMessage, body: Buffer): boolean {
  const { 'x-app-id': appId, 'x-timestamp': timestamp, 'x-nonce': nonce, 'x-signature': signature } = headers;
  const lines = `POST\n${url}\n${timestamp}\n${nonce}\n`;
  return appId === APP_ID && signature === createHmac('sm3', SECRET).update(lines).update(body).digest('hex');
}

function answer(path: string, question: Call['body'], cases: WireAppraisal[]): unknown {
  switch (path) {
    case '/api/case/list-by-ids': {
      const ids = question.caseIds as string[];
      return { list: cases.filter(({ caseId }) => ids.includes(caseId)) };
    }
    case '/api/case/find-by-no': {
      const wanted = (question.caseNos as string[]).map(normaliseNumber);
      return {
        list: cases.filter(({ caseNo, otherNos }) =>
          [caseNo, ...otherNos].some((number) => wanted.includes(normaliseNumber(number))),
        ),
      };
    }
    case '/api/case/list-by-party': {
      const wanted = (question.documents as { idNo: string }[]).map(({ idNo }) => idNo);
      return page(
        cases.filter(({ parties }) => parties.some(({ idNo }) => idNo !== null && wanted.includes(idNo))),
        question,
      );
    }
    default: {
      const { withSealed, receivedTo, caseStatuses, regionPrefixes } = question as {
        withSealed: boolean;
        receivedTo: number | null;
        caseStatuses: number[];
        regionPrefixes: string[];
      };
      return page(
        cases.filter(
          (one) =>
            (withSealed || !one.secrecyMarks.includes('sealed')) &&
            (receivedTo === null || one.receivedTime < receivedTo) &&
            (caseStatuses.length === 0 || caseStatuses.includes(one.caseStatus)) &&
            (regionPrefixes.length === 0 ||
              regionPrefixes.some((prefix) => one.regionCode.startsWith(prefix))),
        ),
        question,
      );
    }
  }
}

function page(cases: WireAppraisal[], question: Call['body']): object {
  const { page, pageSize } = question as { page: number; pageSize: number };
  const sorted = cases.toSorted((one, other) => other.receivedTime - one.receivedTime);
  return { page, pageSize, total: cases.length, list: sorted.slice((page - 1) * pageSize, page * pageSize) };
}
