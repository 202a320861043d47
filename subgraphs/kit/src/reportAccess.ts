import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { AccessNotes } from './accessNotes.ts';

/** Apollo copies the context of each operation: a member goes along, an identity does not. */
const NOTES = Symbol('access notes');

/** Hands the notes of a request to `reportAccess`; the same context comes back. */
export function withNotes<Context extends BaseContext>(context: Context, notes: AccessNotes): Context {
  return Object.assign(context, { [NOTES]: notes });
}

/**
 * Writes what the work on an operation touched into `extensions.access`: also where the answer is an error, since records
 * may have been read before it. Nothing of it changes data or errors. The gateway takes it out of the answer.
 */
export function reportAccess<Context extends BaseContext>(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue, response }) {
          const access = (contextValue as { [NOTES]?: AccessNotes })[NOTES]?.report() ?? null;
          if (access === null || response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          singleResult.extensions = { ...singleResult.extensions, access };
        },
      };
    },
  };
}
