import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { SUBGRAPH_RESOLVERS } from './resolvers.ts';
import { SHOP_SUBGRAPHS } from './schema.ts';

/** The four subgraphs, ready to run in this process. */
export const subgraphs: readonly { name: string; schema: GraphQLSchema }[] = SHOP_SUBGRAPHS.map(
  ({ name, sdl }) => ({
    name,
    schema: buildSubgraphSchema([
      { typeDefs: parse(sdl), resolvers: SUBGRAPH_RESOLVERS[name] as never },
    ]),
  }),
);
