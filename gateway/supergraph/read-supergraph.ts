import { Supergraph as FederationSupergraph } from '@apollo/federation-internals';
import { printSchema } from 'graphql';
import type { ReadSupergraph } from './planner/process/messages.ts';

/** Throws when the text is not a supergraph. This takes longer than all else that is made of one. */
export function readSupergraph(sdl: string): ReadSupergraph {
  const supergraph = federationSupergraph(sdl);
  return {
    apiSdl: printSchema(supergraph.apiSchema().toGraphQLJSSchema()),
    subgraphs: supergraph.subgraphsMetadata().map(({ name, url }) => ({ name, url })),
  };
}

/** The stock list of supported features lacks the access rules, which this gateway enforces itself. */
export function federationSupergraph(
  sdl: string,
  { validateSupergraph = true } = {},
): FederationSupergraph {
  return FederationSupergraph.build(sdl, { supportedFeatures: null, validateSupergraph });
}
