import type { ApolloServer } from '@apollo/server';
import type { GatewayContext } from '../execution/apollo-gateway.ts';
import type { PrepareOperation } from '../execution/prepare-operation.ts';
import type { Supergraph } from './supergraph.ts';

/** A supergraph with all that is made from it: replaced as a whole, so that no request sees two. */
export interface ServedGraph {
  supergraph: Supergraph;
  prepare: PrepareOperation;
  apollo: ApolloServer<GatewayContext>;
}
