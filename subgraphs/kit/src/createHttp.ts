import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { AxiosError, type AxiosInstance, type InternalAxiosRequestConfig } from 'axios';

const DEFAULT_MAX_BODY_BYTES = 8 * 1024 * 1024;
const DEFAULT_MAX_SOCKETS = 32;

/** How an agency's system is reached. */
export interface HttpOptions {
  /** `http:` or `https:`; every request stays at or below its path. */
  readonly baseUrl: string;
  /** Milliseconds for one request from first byte sent to last byte read; a slow drip does not prolong it. */
  readonly timeoutMs: number;
  /** Most bytes of an answer after decompression, and of a request; 8 MiB by default. */
  readonly maxBodyBytes?: number;
  /** Most connections at once; 32 by default. Further requests wait, within `timeoutMs`. */
  readonly maxSockets?: number;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** `json` by default: an answer that is not JSON is an error. */
  readonly responseType?: 'json' | 'arraybuffer' | 'text';
}

/**
 * An HTTP client for one agency's system that cannot be led elsewhere: no redirects, no proxy from the environment, no
 * absolute URL, no path above its base. Anything but 2xx is an AxiosError; pass it to `toUpstreamError`.
 * Connections are kept alive for the life of the process.
 */
export function createHttp(options: HttpOptions): AxiosInstance {
  const base = new URL(options.baseUrl);
  if (base.protocol !== 'http:' && base.protocol !== 'https:')
    throw new Error('baseUrl must be http: or https:');
  const maxBodyBytes = options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
  const agentOptions = { keepAlive: true, maxSockets: options.maxSockets ?? DEFAULT_MAX_SOCKETS };
  const http = axios.getAdapter('http');
  return axios.create({
    baseURL: options.baseUrl,
    allowAbsoluteUrls: false,
    maxRedirects: 0,
    proxy: false,
    timeout: options.timeoutMs,
    maxContentLength: maxBodyBytes,
    maxBodyLength: maxBodyBytes,
    httpAgent: new HttpAgent(agentOptions),
    httpsAgent: new HttpsAgent(agentOptions),
    headers: { ...options.headers },
    responseType: options.responseType ?? 'json',
    transitional: { silentJSONParsing: false, clarifyTimeoutError: true },
    validateStatus: (status) => status >= 200 && status < 300,
    adapter: (config) => {
      refuseOtherPlaces(config, base);
      return withinDeadline(config, options.timeoutMs, http);
    },
  });
}

function refuseOtherPlaces(config: InternalAxiosRequestConfig, base: URL): void {
  const relative = config.url ?? '';
  const below = base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`;
  const target = new URL(`${below}${relative.replace(/^\/(?!\/)/, '')}`, base);
  const elsewhere =
    config.baseURL !== undefined && new URL(config.baseURL).href !== base.href
      ? true
      : /^([a-z][a-z\d+.-]*:|[/\\]{2})/i.test(relative) ||
        target.origin !== base.origin ||
        !`${target.pathname}/`.startsWith(below);
  if (elsewhere)
    throw new AxiosError('The request leaves the base URL', AxiosError.ERR_BAD_OPTION_VALUE, config);
}

/** Bounds the whole exchange; axios' own timeout starts anew with every byte. */
async function withinDeadline(
  config: InternalAxiosRequestConfig,
  timeoutMs: number,
  send: ReturnType<typeof axios.getAdapter>,
) {
  const controller = new AbortController();
  const outer = config.signal;
  const cancel = () => controller.abort();
  if (outer?.aborted === true) cancel();
  outer?.addEventListener?.('abort', cancel);
  let expired = false;
  const timer = setTimeout(() => {
    expired = true;
    controller.abort();
  }, timeoutMs);
  try {
    return await send({ ...config, signal: controller.signal } as InternalAxiosRequestConfig);
  } catch (error) {
    if (expired)
      throw new AxiosError(`No complete answer within ${timeoutMs} ms`, AxiosError.ETIMEDOUT, config);
    throw error;
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener?.('abort', cancel);
  }
}
