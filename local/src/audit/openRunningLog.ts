import { type HttpLog, openHttpLog } from '@tongban/gateway/audit';
import { findRunningGraph, request, requestToken } from '../runningGraph.ts';
import type { AuditValues, Terminal } from './auditOptions.ts';

/** The running graph, as one auditor reads it. */
export interface RunningLog {
  readonly log: HttpLog;
  /** Asks the graph one operation. */
  ask<Data>(query: string, variables: Readonly<Record<string, unknown>>): Promise<Data>;
}

/** Development tokens are good for 15 minutes. */
const RENEW_AFTER_MS = 10 * 60_000;

export function openRunningLog(values: AuditValues, { env }: Terminal): RunningLog {
  const running = findRunningGraph(env);
  const gatewayUrl = values.gateway ?? running.gatewayUrl;
  let token: Promise<string> | null = null;
  let since = 0;

  const headers = async () => {
    if (token === null || performance.now() - since > RENEW_AFTER_MS) {
      since = performance.now();
      token = requestToken(values.issuer ?? running.issuerUrl, values.as);
    }
    return {
      authorization: `Bearer ${await token}`,
      'x-access-purpose': values.purpose,
      'x-access-case': values.basis,
    };
  };

  return {
    log: openHttpLog({ url: new URL('/log', gatewayUrl).href, headers, request }),
    async ask(query, variables) {
      const response = await request(gatewayUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(await headers()) },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as { data?: never; errors?: { message: string }[] };
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
      return data as never;
    },
  };
}
