import type { HTTPGraphQLRequest } from '@apollo/server';

/** What a request says of its document; null for what it does not say, or says in a way that Apollo Server refuses. */
export interface AskedDocument {
  readonly text: string | null;
  /**
   * Of a document registered beforehand: `documentId`, as the appendix on persisted documents of GraphQL over HTTP has
   * it, or `extensions.persistedQuery.sha256Hash`, as Apollo's clients send it.
   */
  readonly id: string | null;
}

/** Reads as Apollo Server does: what it would execute, and nothing else, is the text. */
export function readAskedDocument({ method, body, search }: HTTPGraphQLRequest): AskedDocument {
  if (method !== 'GET') {
    const { query, documentId, extensions } = asRecord(body);
    return { text: asText(query), id: asText(documentId) ?? hashOf(extensions) };
  }
  const parameters = new URLSearchParams(search);
  const only = (name: string) => {
    const values = parameters.getAll(name);
    return values.length === 1 ? asText(values[0]) : null;
  };
  return { text: only('query'), id: only('documentId') ?? hashOf(parsed(only('extensions'))) };
}

/** The same request with a text in the place of an id. */
export function withDocument(request: HTTPGraphQLRequest, text: string): HTTPGraphQLRequest {
  const { method, body, search } = request;
  if (method !== 'GET') {
    const { documentId: _id, extensions: _extensions, ...rest } = asRecord(body);
    return { ...request, body: { ...rest, query: text } };
  }
  const parameters = new URLSearchParams(search);
  parameters.delete('documentId');
  parameters.delete('extensions');
  parameters.set('query', text);
  return { ...request, search: `?${parameters}` };
}

function hashOf(extensions: unknown): string | null {
  return asText(asRecord(asRecord(extensions).persistedQuery).sha256Hash);
}

function parsed(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}

function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
