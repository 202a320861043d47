import { AsyncLocalStorage } from 'node:async_hooks';

/** What code far from the HTTP layer needs to know about the request that it works for. */
export interface RequestScope {
  readonly requestId: string;
}

const storage = new AsyncLocalStorage<RequestScope>();

/** Runs `work` so that `currentRequest()` answers `scope` inside it and in everything that it awaits. */
export function withRequest<Result>(scope: RequestScope, work: () => Result): Result {
  return storage.run(scope, work);
}

/** The request being worked for; undefined outside of any. */
export function currentRequest(): RequestScope | undefined {
  return storage.getStore();
}
