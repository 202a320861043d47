import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { CompositionError, compose } from './compose.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@inaccessible"])';

describe('composition', () => {
  it('gives the supergraph and an API without inaccessible elements, the same bytes each time', () => {
    const subgraphs = [
      {
        name: 'a',
        url: 'http://a',
        manifest: null,
        typeDefs: parse(
          `${link} type Query { thing: Thing } type Thing @key(fields: "ref") { ref: ID! @inaccessible name: String }`,
        ),
      },
    ];
    const first = compose(subgraphs);
    expect(first.supergraph).toContain('ref: ID! @inaccessible');
    expect(first.api).toContain('type Thing {\n  name: String\n}');
    expect(compose(subgraphs)).toEqual(first);
  });

  it('gives every reason when the subgraphs do not fit', () => {
    const broken = ['a', 'b'].map((name) => ({
      name,
      url: `http://${name}`,
      manifest: null,
      typeDefs: parse(`${link} type Query { x: Int y: Int }`),
    }));
    const attempt = () => compose(broken);
    expect(attempt).toThrow(CompositionError);
    expect(attempt).toThrow(/Query\.x[\s\S]*Query\.y/);
  });
});
