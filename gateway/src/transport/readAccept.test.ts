import { describe, expect, it } from '@jest/globals';
import { DEFER_SPEC, GRAPHQL_TYPE, JSON_TYPE, readAccept } from './readAccept.ts';

describe('readAccept', () => {
  it.each([
    [undefined, JSON_TYPE],
    ['', JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['application/*', JSON_TYPE],
    ['application/json', JSON_TYPE],
    ['Application/JSON; Charset="UTF-8"', JSON_TYPE],
    ['application/graphql-response+json', GRAPHQL_TYPE],
    ['application/graphql-response+json, application/json;q=0.9', GRAPHQL_TYPE],
    ['application/json;q=0.9, application/graphql-response+json', GRAPHQL_TYPE],
    ['application/json, application/graphql-response+json', JSON_TYPE],
    ['application/graphql-response+json, application/json', GRAPHQL_TYPE],
    ['*/*, application/graphql-response+json', GRAPHQL_TYPE],
    ['application/graphql-response+json;q=0.5, */*', JSON_TYPE],
    ['application/graphql-response+json;q=0, */*;q=0.1', JSON_TYPE],
    ['application/json;q=0, */*', GRAPHQL_TYPE],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', JSON_TYPE],
    ['text/x;note="a, application/graphql-response+json", application/json', JSON_TYPE],
    ['application/json;q=high', JSON_TYPE],
    ['text/html', null],
    ['application/json;q=0', null],
    ['application/json; charset=iso-8859-1', null],
    ['multipart/mixed', null],
    ['"', null],
  ])('chooses for %j an answer in one piece as %j', (header, type) => {
    expect(readAccept(header).single).toBe(type);
  });

  it.each([
    // What Apollo Client's Defer20220824Handler sends.
    ['multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9', true],
    [`multipart/mixed; DEFERSPEC="${DEFER_SPEC}"`, true],
    ['application/json, multipart/mixed;deferSpec=20220824;q=0.5', false],
    ['multipart/mixed;deferSpec=20220824;q=0, application/json', false],
    // Its GraphQL17Alpha9Handler, and clients that do not say which version they read.
    ['multipart/mixed;incrementalSpec=v0.2,application/graphql-response+json,application/json;q=0.9', false],
    ['multipart/mixed, application/json', false],
    ['*/*', false],
    [undefined, false],
  ])('sees in %j whether answers in parts are read: %j', (header, parts) => {
    expect(readAccept(header).parts).toBe(parts);
  });

  it.each([
    ['application/json', true],
    ['application/json; charset=utf-8', true],
    ['application/json, text/plain, */*;q=0.5', true],
    ['application/graphql-response+json, application/json', false],
    ['application/*', false],
    ['*/*', false],
  ])('sees in %j whether JSON was asked for by name: %j', (header, namesJson) => {
    expect(readAccept(header).namesJson).toBe(namesJson);
  });
});
