import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signRequest } from '@tongban/forensic-appraisal-system';
import { encodeGb18030 } from '../../../agencies/notary/src/wire/gb18030.ts';
import { testGraph } from '../client.ts';

/** Which way. */
export type Sealing = 'SEAL' | 'UNSEAL';

const NOTICE = '测检未封〔2026〕77号';
const words = { SEAL: '封存', UNSEAL: '解除封存' } as const;

interface Written {
  readonly status: number;
  readonly text: string;
}

/**
 * Seals a case, or opens it again, as the agency's own clerks do: by the notice of an organ, through the writing interface
 * of its system.
 *
 * @throws Error where the system refuses
 */
export async function sealCase(id: string, which: Sealing): Promise<void> {
  const [prefix = '', , ...rest] = id.split('-');
  const write = writers[prefix as keyof typeof writers];
  const { status, text } = await write(rest.join('-'), which, secretsOf());
  const isRefused = status >= 300 || text.includes('<错误>') || /"code":(?!0[,}])\d+/.test(text);
  if (isRefused) throw new Error(`${which} ${id}: ${status} ${text}`);
}

const writers = {
  LA: (key: string, event: Sealing, secrets: Secrets) =>
    post(
      'legal-aid-system',
      `/cases/${key}/events`,
      JSON.stringify({ event, actorRole: 'CASE_ORGAN', documentNo: NOTICE }),
      {
        'content-type': 'application/json',
        authorization: `Bearer ${secrets.LEGAL_AID_API_KEY}`,
        'idempotency-key': randomUUID(),
      },
    ),
  ME: (key: string, event: Sealing, secrets: Secrets) =>
    post(
      'mediation-system',
      `/mediations/${key}/events`,
      JSON.stringify({ event: words[event], document_no: NOTICE }),
      {
        'content-type': 'application/json',
        'x-api-token': secrets.MEDIATION_API_TOKEN ?? '',
        'x-idempotency-key': randomUUID(),
      },
    ),
  FA: (key: string, event: Sealing, secrets: Secrets) => {
    const body = Buffer.from(
      JSON.stringify({
        requestNo: randomUUID(),
        caseId: key,
        event,
        occurredTime: Date.now(),
        operatorRole: 'CASE_ORGAN',
        documentNo: NOTICE,
      }),
    );
    const parts = {
      method: 'POST',
      path: '/api/case/event',
      timestamp: String(Date.now()),
      nonce: randomUUID(),
      body,
    };
    return post('forensic-appraisal-system', parts.path, body, {
      'content-type': 'application/json',
      'x-app-id': secrets.FORENSIC_APPRAISAL_APP_ID ?? '',
      'x-timestamp': parts.timestamp,
      'x-nonce': parts.nonce,
      'x-signature': signRequest(secrets.FORENSIC_APPRAISAL_SECRET ?? '', parts),
    });
  },
  NO: (key: string, event: Sealing, secrets: Secrets) => {
    const { NOTARY_USERNAME, NOTARY_PASSWORD } = secrets;
    const record = `<流水号>${randomUUID()}</流水号><操作>登记</操作><操作身份>公证员</操作身份><受理号>${key}</受理号>`;
    const data = `<登记种类>${words[event]}</登记种类><数据><通知书编号>${NOTICE}</通知书编号></数据>`;
    const xml = `<?xml version="1.0" encoding="GB18030"?><请求>${record}${data}</请求>`;
    return post('notary-system', '/submit.do', encodeGb18030(xml), {
      'content-type': 'text/xml; charset=GB18030',
      authorization: `Basic ${Buffer.from(`${NOTARY_USERNAME}:${NOTARY_PASSWORD}`).toString('base64')}`,
    });
  },
} as const;

type Secrets = Readonly<Record<string, string>>;

function secretsOf(): Secrets {
  return JSON.parse(readFileSync(join(testGraph().dataDirectory, 'secrets.json'), 'utf8')).agencies;
}

async function post(
  system: 'legal-aid-system' | 'mediation-system' | 'forensic-appraisal-system' | 'notary-system',
  path: string,
  body: string | Buffer,
  headers: Record<string, string>,
): Promise<Written> {
  const url = `http://127.0.0.1:${testGraph().ports[system]}${path}`;
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  const charset = system === 'notary-system' ? 'gb18030' : 'utf-8';
  return { status: response.status, text: new TextDecoder(charset).decode(await response.arrayBuffer()) };
}
