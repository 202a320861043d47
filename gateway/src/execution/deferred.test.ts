import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Library, startLibrary } from '../testing/startLibrary.ts';
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts';

let library: Library;
let gateway: TestGateway;
beforeAll(async () => {
  library = await startLibrary();
  gateway = await startTestGateway(library.supergraph, { subgraphTimeoutMs: 2_000 });
});
afterEach(() => library.reset());
afterAll(async () => {
  await gateway.stop();
  await library.stop();
});

interface Part {
  readonly data?: unknown;
  readonly hasNext: boolean;
  readonly incremental?: readonly {
    readonly data: unknown;
    readonly path: readonly (string | number)[];
    readonly label?: string;
    readonly errors?: readonly { readonly path: unknown; readonly extensions: { readonly code: string } }[];
  }[];
  readonly errors?: unknown;
  readonly extensions?: unknown;
}

/** The parts of an answer, and the milliseconds after which each was there. */
async function askInParts(
  query: string,
  variables: object = {},
  url = gateway.url,
): Promise<{ part: Part; at: number }[]> {
  const startedAt = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'multipart/mixed;deferSpec=20220824, application/json',
    },
    body: JSON.stringify({ query, variables }),
  });
  const parts: { part: Part; at: number }[] = [];
  if (!response.headers.get('content-type')?.startsWith('multipart/mixed')) {
    return [{ part: (await response.json()) as Part, at: performance.now() - startedAt }];
  }
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const pieces = text.split('\r\n---');
    text = pieces.pop() ?? '';
    for (const piece of pieces) {
      const json = piece.slice(piece.indexOf('{'));
      if (json.startsWith('{'))
        parts.push({ part: JSON.parse(json) as Part, at: performance.now() - startedAt });
    }
  }
  return parts;
}

const incrementalOf = (parts: readonly { part: Part }[]) =>
  parts
    .flatMap(({ part }) => part.incremental ?? [])
    .sort((a, b) => JSON.stringify(a.path).localeCompare(JSON.stringify(b.path)));

describe('an operation with @defer', () => {
  it('keeps from its later parts, too, what the caller may not see, and does not ask for it', async () => {
    const guarded = library.supergraph
      .replace(
        /^schema\b/m,
        'directive @authenticated on FIELD_DEFINITION\n\nschema\n  @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)',
      )
      .replace(/^(\s+pages: Int\b.*)$/m, '$1 @authenticated');
    expect(guarded).toMatch(/pages: Int.*@authenticated/);
    const door = await startTestGateway(guarded, { subgraphTimeoutMs: 2_000 });
    try {
      const query = '{ books { __typename ... @defer { title pages } } motto }';
      const parts = await askInParts(query, {}, door.url);
      const later = incrementalOf(parts);
      expect(later.map(({ data }) => data)).toEqual([
        { title: 'Book b1', pages: null },
        { title: 'Book b2', pages: null },
      ]);
      expect(later.flatMap(({ errors = [] }) => errors)).toMatchObject(
        [0, 1].map((index) => ({
          path: ['books', index, 'pages'],
          extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
        })),
      );
      expect(JSON.stringify(library.books.received.map(({ body }) => body))).not.toContain('pages');
    } finally {
      await door.stop();
    }
  });

  it('shows what is fast at once, and a slow agency when it answers', async () => {
    library.books.spoil((_request, _response, serve) => setTimeout(serve, 400));
    const parts = await askInParts(
      '{ items { __typename ... on Film { minutes } ... on Book @defer(label: "slow") { title pages } } motto }',
    );
    const [first] = parts;
    expect(first?.part.data).toEqual({
      items: [
        { __typename: 'Film', minutes: 90 },
        { __typename: 'Book' },
        { __typename: 'Film', minutes: 90 },
        { __typename: 'Book' },
      ],
      motto: 'read',
    });
    expect(first?.part.hasNext).toBe(true);
    expect(incrementalOf(parts)).toEqual([
      { data: { title: 'Book b1', pages: 100 }, path: ['items', 1], label: 'slow' },
      { data: { title: 'Book b2', pages: 0 }, path: ['items', 3], label: 'slow' },
    ]);
    expect(parts.at(-1)?.part.hasNext).toBe(false);
    expect((parts.at(-1)?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(250);
  });

  it('gives fragments of different agencies each as soon as it is there', async () => {
    library.books.spoil((_request, _response, serve) => setTimeout(serve, 500));
    library.films.spoil((_request, _response, serve) => setTimeout(serve, 150));
    const parts = await askInParts(
      `{ items { __typename ... on Book @defer(label: "books") { title } ... on Film @defer(label: "films") { title } } }`,
    );
    const at = (label: string) =>
      parts.find(({ part }) => part.incremental?.some((result) => result.label === label))?.at ?? Number.NaN;
    expect(at('books') - at('films')).toBeGreaterThan(200);
  });

  it('uses the names that the client chose, in data and in paths', async () => {
    const parts = await askInParts('{ all: items { ... on Film @defer { long: minutes } } }');
    expect(incrementalOf(parts)).toEqual([
      { data: { long: 90 }, path: ['all', 0] },
      { data: { long: 90 }, path: ['all', 2] },
    ]);
  });

  it('reports an agency that fails at the fields of the later part, and how complete the whole is at the end', async () => {
    library.books.spoil((_request, response) => response.writeHead(503).end());
    const parts = await askInParts('{ items { ... on Film { title } ... on Book @defer { title } } }');
    expect(parts[0]?.part.errors).toBeUndefined();
    const [failed] = incrementalOf(parts);
    expect(failed?.data).toEqual({ title: null });
    expect(failed?.errors).toMatchObject([
      { path: ['items', 1], extensions: { code: 'AGENCY_UNAVAILABLE', requestId: expect.any(String) } },
    ]);
    expect(parts.at(-1)?.part.extensions).toEqual({
      completeness: { asked: 2, answered: 1, missing: ['books'] },
    });
  });

  it('is answered in one piece where the condition of @defer does not hold', async () => {
    const query = 'query ($later: Boolean!) { latestBook { id ... @defer(if: $later) { title } } }';
    const whole = await askInParts(query, { later: false });
    expect(whole.map(({ part }) => part.data)).toEqual([{ latestBook: { id: 'book-b2', title: 'Book b2' } }]);
    const parts = await askInParts(query, { later: true });
    expect(incrementalOf(parts)).toEqual([{ data: { title: 'Book b2' }, path: ['latestBook'] }]);
  });

  it('is answered in one piece to a client that does not read parts', async () => {
    const { body } = await gateway.ask('{ items { ... on Film @defer { minutes } } }');
    expect(body.data).toEqual({ items: [{ minutes: 90 }, {}, { minutes: 90 }, {}] });
  });

  it('defers a fragment within a deferred fragment until the one around it is there', async () => {
    const parts = await askInParts(
      '{ motto ... @defer(label: "outer") { items { __typename ... on Film @defer(label: "inner") { title } } } }',
    );
    expect(parts[0]?.part.data).toEqual({ motto: 'read' });
    const labels = parts.flatMap(({ part }) => (part.incremental ?? []).map(({ label }) => label));
    expect(labels).toEqual(['outer', 'inner', 'inner']);
  });
});
