import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { AxiosError, AxiosHeaders, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import { createLogger } from './createLogger.ts';
import { UpstreamError } from './upstreamError.ts';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const destination = new PassThrough();
  write(createLogger({ name: 'notary', level: 'info', destination }));
  return String(destination.read());
}

describe('the log', () => {
  it('keeps of a failed request what helps: message, code, status, path', () => {
    const config: InternalAxiosRequestConfig = {
      headers: new AxiosHeaders({ authorization: 'Bearer hunter2' }),
      url: 'http://user:hunter2@10.0.0.7/persons/480101198503121013/cases?token=hunter2',
      data: 'hunter2',
    };
    const response: AxiosResponse = {
      status: 502,
      statusText: '',
      headers: { 'set-cookie': ['hunter2'] },
      config,
      data: 'hunter2',
    };
    const error = new AxiosError(
      'Request failed with status code 502',
      'ERR_BAD_RESPONSE',
      config,
      { hunter2: 1 },
      response,
    );
    const line = logged((logger) => logger.error(new UpstreamError('AGENCY_UNAVAILABLE', 'notary', error)));
    expect(JSON.parse(line)).toMatchObject({
      err: {
        code: 'AGENCY_UNAVAILABLE',
        cause: {
          message: 'Request failed with status code 502',
          code: 'ERR_BAD_RESPONSE',
          status: 502,
          path: '/persons/…/cases',
        },
      },
    });
    expect(line).not.toMatch(/hunter2|480101198503121013|10\.0\.0\.7/);
  });

  it('blanks numbers that could be a person in any message, and cuts long ones', () => {
    const line = logged((logger) =>
      logger.error({ error: new Error(`no 48010119880808003X, +8619900001234 ${'x'.repeat(5000)}`) }),
    );
    expect(line).not.toMatch(/48010119880808003|19900001234/);
    expect(line.length).toBeLessThan(2500);
  });

  it('stands causes that go round and things that are no errors', () => {
    const one = new Error('one');
    one.cause = one;
    expect(logged((logger) => logger.error({ err: one })).match(/"one"/g)?.length).toBeLessThan(10);
    expect(logged((logger) => logger.error({ err: { password: 'hunter2' } }))).not.toContain('hunter2');
  });
});
