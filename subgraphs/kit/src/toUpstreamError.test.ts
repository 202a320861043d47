import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { AxiosError, AxiosHeaders, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { createLogger } from './createLogger.ts';
import { toUpstreamError } from './toUpstreamError.ts';
import { UpstreamError } from './upstreamError.ts';

const config: InternalAxiosRequestConfig = {
  headers: new AxiosHeaders({ authorization: 'Bearer secret' }),
  url: '/cases',
};

function answered(status: number, headers: Record<string, string> = {}) {
  const response = { status, statusText: '', headers, config, data: 'ID 480101198503121013' };
  return new AxiosError(
    `Request failed with status code ${status}`,
    'ERR_BAD_REQUEST',
    config,
    null,
    response,
  );
}

describe('an upstream error', () => {
  it.each([
    [answered(429), 'AGENCY_THROTTLED'],
    [answered(408), 'AGENCY_TIMEOUT'],
    [answered(504), 'AGENCY_TIMEOUT'],
    [answered(500), 'AGENCY_UNAVAILABLE'],
    [answered(503), 'AGENCY_UNAVAILABLE'],
    [answered(401), 'AGENCY_UNAVAILABLE'],
    [answered(403), 'AGENCY_UNAVAILABLE'],
    [answered(302), 'AGENCY_BAD_RESPONSE'],
    [answered(404), 'AGENCY_BAD_RESPONSE'],
    [new AxiosError('timeout', AxiosError.ETIMEDOUT, config), 'AGENCY_TIMEOUT'],
    [new AxiosError('aborted', AxiosError.ECONNABORTED, config), 'AGENCY_TIMEOUT'],
    [new AxiosError('connect', 'ECONNREFUSED', config), 'AGENCY_UNAVAILABLE'],
    [new AxiosError('reset', 'ECONNRESET', config), 'AGENCY_UNAVAILABLE'],
    [new AxiosError('too large', AxiosError.ERR_BAD_RESPONSE, config), 'AGENCY_BAD_RESPONSE'],
    [z.string().safeParse(1).error, 'AGENCY_SCHEMA_DRIFT'],
    [new SyntaxError('Unexpected token'), 'AGENCY_BAD_RESPONSE'],
    ['anything', 'AGENCY_BAD_RESPONSE'],
  ])('finds the code: %s is %s', (error, code) => {
    const upstream = toUpstreamError('legal-aid', error);
    expect(upstream).toBeInstanceOf(GraphQLError);
    expect(upstream).toMatchObject({ code, agency: 'legal-aid', extensions: { code, agency: 'legal-aid' } });
  });

  it('stays what it is when it comes a second time', () => {
    const first = new UpstreamError('AGENCY_TIMEOUT', 'notary');
    expect(toUpstreamError('other', first)).toBe(first);
  });

  it('passes on how long to wait, an hour at most, and drops what makes no sense', () => {
    const seconds = (value: string) =>
      toUpstreamError('a', answered(429, { 'retry-after': value })).extensions.retryAfterSeconds;
    expect(seconds('2')).toBe(2);
    expect(seconds('999999')).toBe(3600);
    expect(seconds('soon')).toBeUndefined();
    expect(seconds(new Date(Date.now() - 60_000).toUTCString())).toBe(0);
    const ahead = seconds(new Date(Date.now() + 60_000).toUTCString());
    expect(ahead).toBeGreaterThan(57);
    expect(ahead).toBeLessThan(62);
  });

  it('never serialises its cause', () => {
    const upstream = toUpstreamError('legal-aid', answered(500));
    expect(upstream.cause).toBeInstanceOf(AxiosError);
    const seen = JSON.stringify([upstream, { ...upstream }, upstream.toJSON(), upstream.message]);
    expect(seen).not.toMatch(/secret|480101198503121013|status code/);
  });

  it('leaves in the log what helps, message, code, status and path, and nothing that hurts', () => {
    const request: InternalAxiosRequestConfig = {
      headers: new AxiosHeaders({ authorization: 'Bearer hunter2' }),
      url: 'http://user:hunter2@10.0.0.7/persons/480101198503121013/cases?token=hunter2',
      data: 'hunter2',
    };
    const response: AxiosResponse = {
      status: 502,
      statusText: '',
      headers: { 'set-cookie': ['hunter2'] },
      config: request,
      data: 'hunter2',
    };
    const error = new AxiosError(
      'Request failed with status code 502',
      'ERR_BAD_RESPONSE',
      request,
      { hunter2: 1 },
      response,
    );
    const destination = new PassThrough();
    createLogger({ name: 'notary', level: 'info', destination }).error(toUpstreamError('notary', error));
    const line = String(destination.read());
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
});
