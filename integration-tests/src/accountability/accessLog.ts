import { setTimeout as sleep } from 'node:timers/promises';
import { askWithToken, testGraph } from '../client.ts';
import { signToken } from '../door/signToken.ts';

const ATTEMPTS = 10;

/** A record of the access log, as its JSON has it. */
export interface LoggedRecord {
  readonly phase: 'intent' | 'outcome' | 'index';
  readonly requestId: string;
  readonly time: string;
  readonly actor: { readonly id: string; readonly role: string; readonly organisation: string | null };
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly fields: readonly string[];
  readonly decision: string;
  readonly disclosure: string;
  readonly errors: readonly string[];
  readonly subjects: readonly string[];
  readonly counts: {
    readonly subjects: number;
    readonly cases: number;
    readonly masked: number;
    readonly hidden: number;
  };
  readonly agencies: { readonly asked: readonly string[]; readonly failed: readonly string[] };
}

const TILE_WIDTH = 256;
const POLL_MS = 100;

/** `http://…/log` of the graph that runs. */
export function logUrl(): string {
  return `${new URL(testGraph().gatewayUrl).origin}/log`;
}

/** How many records are published. */
export async function publishedSize(): Promise<number> {
  const response = await fetch(`${logUrl()}/checkpoint`);
  return response.ok ? Number((await response.text()).split('\n')[1]) : 0;
}

/** The bytes of the records `[from, to)`, read over HTTP as the auditor of the system, once they are published. */
export async function readBodies(from: number, to: number): Promise<Buffer[]> {
  while ((await publishedSize()) < to) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  const size = await publishedSize();
  const token = await signToken({ role: 'SYSTEM_AUDITOR', org: 'auditors', amr: ['pwd', 'hwk'] });
  const bodies: Buffer[] = [];
  for (let tile = Math.floor(from / TILE_WIDTH); tile * TILE_WIDTH < to; tile += 1) {
    const width = Math.min(TILE_WIDTH, size - tile * TILE_WIDTH);
    const path = `tile/entries/${tileName(tile)}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
    const response = await fetch(`${logUrl()}/${path}`, {
      headers: { authorization: `Bearer ${token}`, 'x-access-purpose': 'AUDIT' },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    bodies.push(...entriesOf(Buffer.from(await response.arrayBuffer())));
  }
  const start = from - (from % TILE_WIDTH);
  return bodies.slice(from - start, to - start);
}

export async function readRecords(from: number, to: number): Promise<LoggedRecord[]> {
  return (await readBodies(from, to)).map((body) => JSON.parse(body.toString()) as LoggedRecord);
}

/** C2SP tlog-tiles, "Merkle Tree": groups of three digits, all but the last behind an x. */
function tileName(index: number): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** C2SP tlog-tiles, "Log Entries": each behind its length. */
function entriesOf(bundle: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at < bundle.length; ) {
    const length = bundle.readUInt16BE(at);
    entries.push(bundle.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return entries;
}

/** How many records there are: what a request of its own says that it is recorded at. Asked again where the log was too busy to write it in time. */
export async function logSize(): Promise<number> {
  const token = await signToken({ role: 'CITIZEN', credential: 'RIC:480101198503121013' });
  for (let attempt = 1; ; attempt++) {
    const { audit, errors, text } = await askWithToken(token, '{ me { id } }');
    if (audit !== null) return audit.index + 1;
    const isBusy = errors.some(({ extensions }) => extensions?.code === 'AUDIT_UNAVAILABLE');
    if (!isBusy || attempt === ATTEMPTS) throw new Error(`a look at a person has no receipt: ${text}`);
    await sleep(1_000);
  }
}
