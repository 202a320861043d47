import { readPorts } from './ports.ts';

/** Where the graph of this machine is to be found, by the same variables that `npm start` reads. */
export interface RunningGraph {
  readonly gatewayUrl: string;
  readonly issuerUrl: string;
}

export function findRunningGraph(env: Readonly<Record<string, string | undefined>>): RunningGraph {
  const ports = readPorts(env);
  return {
    gatewayUrl: `http://127.0.0.1:${ports.gateway}/graphql`,
    issuerUrl: `http://127.0.0.1:${ports['development-issuer']}`,
  };
}

/** Something that the person at the terminal can mend; the message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Asks the development issuer for a token.
 * @throws {UsageError} when there is no such persona, or nothing runs at the address.
 */
export async function requestToken(issuerUrl: string, persona: string): Promise<string> {
  const response = await request(`${issuerUrl}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  const answer = (await response.json()) as { access_token?: string; error_description?: string };
  if (answer.access_token === undefined)
    throw new UsageError(answer.error_description ?? `the issuer answered ${response.status}`);
  return answer.access_token;
}

/** `fetch` that says what to do where nothing answers. */
export async function request(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(60_000) });
  } catch (error) {
    if ((error as Error).name === 'TimeoutError')
      throw new UsageError(`${new URL(url).origin} did not answer in 60 s`);
    throw new UsageError(
      `Nothing answers at ${new URL(url).origin}. Run \`npm start\` first, in another terminal.`,
    );
  }
}
