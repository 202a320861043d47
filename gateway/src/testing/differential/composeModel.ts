import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { Model } from './model.ts';
import { printSubgraph } from './printSubgraph.ts';
import { type SubgraphView, viewSubgraph } from './viewSubgraph.ts';

/** A model that composes. */
export interface ComposedModel {
  readonly model: Model;
  readonly supergraphSdl: string;
  readonly subgraphs: readonly { readonly view: SubgraphView; readonly typeDefs: string }[];
}

/** Null when the subgraphs do not compose. */
export function composeModel(model: Model): ComposedModel | null {
  const subgraphs = model.subgraphs.map((name) => {
    const view = viewSubgraph(model, name);
    return { view, typeDefs: printSubgraph(model, view) };
  });
  try {
    const { supergraphSdl } = composeServices(
      subgraphs.map(({ view, typeDefs }) => ({
        name: view.subgraph,
        url: `http://${view.subgraph}`,
        typeDefs: parse(typeDefs),
      })),
    );
    return supergraphSdl === undefined ? null : { model, supergraphSdl, subgraphs };
  } catch (error) {
    // Composition itself gives up on some circles of `@requires`.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
