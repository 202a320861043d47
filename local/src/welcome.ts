import type { Graph } from './startGraph.ts';

/** What `npm start` says once everything is ready: where it is, who one can be, what to ask first. */
export function welcome({ gatewayUrl, issuerUrl }: Graph, seconds: number): string {
  return `
Tongban 通办 is ready after ${seconds.toFixed(1)} s

  GraphQL   ${gatewayUrl}
  Issuer    ${issuerUrl}  (development tokens only)
  Personas  citizen:zhang  opponent:contractor  lawyer:li  officer:legal-aid  officer:notary
            officer:appraisal  officer:mediation  auditor:case  auditor:system  frontend

Ask, in another terminal:

  npm run -s ask -- --as citizen:zhang '{ thread(threadNo: "CT-2026-00000001") { title cases { service caseNo statusLabel } } }'

A token for your own client:

  npm run -s token -- --as citizen:zhang

Ctrl-C stops everything.`;
}
