/** What of an error may be written to a log. */
export interface SafeError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  /** HTTP status of an agency's answer. */
  readonly status?: number;
  /** Path of the request that failed, without host and query. */
  readonly path?: string;
  /** Where in our own code; no values. */
  readonly frames?: readonly string[];
  readonly cause?: SafeError;
}

const LONGEST_MESSAGE = 500;
const FRAMES = 8;
const DEEPEST_CAUSE = 4;

/**
 * Keeps of an error what helps and cannot hurt. An AxiosError carries request headers with credentials and bodies with
 * personal data; numbers as long as an identity or phone number are blanked wherever they stand.
 */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error))
    return { name: 'NonError', message: clean(typeof error === 'string' ? error : typeof error) };
  const { code, cause, config, response } = error as HttpError;
  const status = typeof response?.status === 'number' ? response.status : undefined;
  const path = typeof config?.url === 'string' ? pathOf(config.url) : undefined;
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim());
  return {
    name: error.name,
    // The parser's own message quotes how the text begins, which may be a name.
    message: error.name === 'SyntaxError' ? 'the text cannot be parsed' : clean(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(status === undefined ? {} : { status }),
    ...(path === undefined ? {} : { path }),
    ...(frames === undefined || frames.length === 0 ? {} : { frames }),
    ...(cause === undefined || depth >= DEEPEST_CAUSE ? {} : { cause: safeError(cause, depth + 1) }),
  };
}

/** What an AxiosError adds, of which only status and path are read. */
interface HttpError extends Error {
  readonly code?: unknown;
  readonly config?: { readonly url?: unknown };
  readonly response?: { readonly status?: unknown };
}

function clean(text: string): string {
  return text.slice(0, LONGEST_MESSAGE).replace(/[0-9A-Z]*\d{9,}[0-9A-Z]*/gi, '…');
}

function pathOf(url: string): string {
  return clean(url.replace(/^[a-z]+:\/\/[^/]*/i, '').split(/[?#]/)[0] ?? '');
}
