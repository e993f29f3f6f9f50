import { createHash } from 'node:crypto';
import { Supergraph as FederationSupergraph, type Schema } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import { readAccessRules, type AccessRules } from '../access/access-rules.ts';
import { withExecutableDirectives } from './executable-directives.ts';
import { createPlanner } from './planner/create-planner.ts';
import type { Planner, PlannerName } from './planner/planner.ts';

/** A supergraph that the gateway can serve: what clients see, how to plan, and what to guard. */
export interface Supergraph {
  /** SHA-256 of the text. */
  id: string;
  sdl: string;
  /** What clients see. */
  apiSchema: GraphQLSchema;
  /** With federation's own types and directives, which plans refer to. */
  fullSchema: GraphQLSchema;
  federation: { apiSchema: Schema };
  planner: Planner;
  accessRules: AccessRules;
  subgraphNames: readonly string[];
  /** Where the supergraph says that its subgraphs are. */
  subgraphUrls: ReadonlyMap<string, string>;
}

/** The one that the evidence favours (docs/adr). */
const DEFAULT_PLANNER: PlannerName = 'hive';

/** Throws when the text is not a supergraph, or when it uses a rule that this gateway cannot enforce. */
export function buildSupergraph(sdl: string, planner: PlannerName = DEFAULT_PLANNER): Supergraph {
  // The stock list of supported features lacks the access rules, which this gateway enforces itself.
  const supergraph = FederationSupergraph.build(sdl, { supportedFeatures: null });
  const subgraphs = supergraph.subgraphsMetadata();
  const federationApiSchema = supergraph.apiSchema();
  const fullSchema = supergraph.schema.toGraphQLJSSchema();
  const apiSchema = withExecutableDirectives(federationApiSchema.toGraphQLJSSchema(), fullSchema);
  return {
    id: createHash('sha256').update(sdl).digest('hex'),
    sdl,
    apiSchema,
    fullSchema,
    federation: { apiSchema: federationApiSchema },
    planner: createPlanner(planner, {
      sdl,
      supergraph,
      federationApiSchema,
      apiSchema,
      fullSchema,
    }),
    accessRules: readAccessRules(sdl),
    subgraphNames: subgraphs.map(({ name }) => name),
    subgraphUrls: new Map(subgraphs.map(({ name, url }) => [name, url])),
  };
}
