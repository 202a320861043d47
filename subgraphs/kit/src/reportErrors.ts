import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { Logger } from 'pino';
import { isDeliberate } from './maskSubgraphError.ts';

/** The header that carries a request's id from the gateway to the agencies. */
export const REQUEST_ID_HEADER = 'x-request-id';

/**
 * Gives every error of an answer the request id. Logs what is not the client's doing with its cause, which the client
 * never sees; one failure that took many fields with it is logged once.
 */
export function reportErrors<Context extends BaseContext>(logger: Logger): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ request }) {
      const requestId = request.http?.headers.get(REQUEST_ID_HEADER);
      const logged = new Set<unknown>();
      return {
        async didEncounterErrors({ errors }) {
          for (const error of errors) {
            const thrown = error.originalError ?? error;
            if (logged.has(thrown)) continue;
            logged.add(thrown);
            const entry = { err: thrown, requestId, path: error.path };
            if (!isDeliberate(error)) logger.error(entry, 'resolver failed');
            else if (thrown.cause !== undefined) logger.warn(entry, 'agency failed');
          }
        },
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          if (singleResult.errors === undefined) return;
          singleResult.errors = singleResult.errors.map((error) => ({
            ...error,
            extensions: { ...error.extensions, requestId },
          }));
        },
      };
    },
  };
}
