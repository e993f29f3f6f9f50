import { createHash } from 'node:crypto';
import { Supergraph as FederationSupergraph, type Schema } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { readAccessRules, type AccessRules } from '../access/access-rules.ts';

/** A supergraph that the gateway can serve: what clients see, how to plan, and what to guard. */
export interface Supergraph {
  /** SHA-256 of the text. */
  id: string;
  sdl: string;
  /** What clients see. */
  apiSchema: GraphQLSchema;
  /** With federation's own types and directives, which plans refer to. */
  fullSchema: GraphQLSchema;
  federation: { apiSchema: Schema; planner: QueryPlanner };
  accessRules: AccessRules;
  subgraphNames: readonly string[];
  /** Where the supergraph says that its subgraphs are. */
  subgraphUrls: ReadonlyMap<string, string>;
}

/** Throws when the text is not a supergraph, or when it uses a rule that this gateway cannot enforce. */
export function buildSupergraph(sdl: string): Supergraph {
  // The stock list of supported features lacks the access rules, which this gateway enforces itself.
  const supergraph = FederationSupergraph.build(sdl, { supportedFeatures: null });
  const subgraphs = supergraph.subgraphsMetadata();
  const federationApiSchema = supergraph.apiSchema();
  return {
    id: createHash('sha256').update(sdl).digest('hex'),
    sdl,
    apiSchema: federationApiSchema.toGraphQLJSSchema(),
    fullSchema: supergraph.schema.toGraphQLJSSchema(),
    federation: {
      apiSchema: federationApiSchema,
      planner: new QueryPlanner(supergraph, { typeConditionedFetching: true }),
    },
    accessRules: readAccessRules(sdl),
    subgraphNames: subgraphs.map(({ name }) => name),
    subgraphUrls: new Map(subgraphs.map(({ name, url }) => [name, url])),
  };
}
