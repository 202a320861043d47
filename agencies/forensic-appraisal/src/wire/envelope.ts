import { type ResponseCode, responseCodes } from './responseCodes.ts';
import { SystemError } from './systemError.ts';

/** What every answer is wrapped in. `code` 0 means done; any other means nothing was changed. */
export interface Envelope {
  readonly code: number;
  readonly message: string;
  readonly data: unknown;
}

export function succeeded(data: unknown): Envelope {
  return { ...responseCodes.OK, data };
}

/** The envelope of a failure. Anything that is not a `SystemError` says nothing about its cause. */
export function failed(error: unknown): Envelope {
  if (error instanceof SystemError) return envelopeOf(error.responseCode, error.message, error.data);
  if (isCoded(error, 'FST_ERR_CTP_BODY_TOO_LARGE')) return envelopeOf('BODY_TOO_LARGE', '', null);
  if (isCoded(error, 'FST_ERR_CTP_INVALID_MEDIA_TYPE')) {
    return envelopeOf('NOT_JSON', 'content-type must be application/json', null);
  }
  return envelopeOf('INTERNAL', '', null);
}

function envelopeOf(responseCode: ResponseCode, detail: string, data: unknown): Envelope {
  const { code, message } = responseCodes[responseCode];
  return { code, message: detail === '' ? message : `${message}: ${detail}`, data };
}

function isCoded(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code;
}
