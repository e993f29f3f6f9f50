import { buildASTSchema, parse, type GraphQLSchema } from 'graphql';
import { withExecutableDirectives } from './executable-directives.ts';

/** With federation's own types and directives. */
export function fullSchemaOf(sdl: string): GraphQLSchema {
  return buildKnownSchema(sdl);
}

/** What clients see. */
export function apiSchemaOf(apiSdl: string, fullSchema: GraphQLSchema): GraphQLSchema {
  return withExecutableDirectives(buildKnownSchema(apiSdl), fullSchema);
}

/** Whoever read the supergraph has validated it. */
function buildKnownSchema(sdl: string): GraphQLSchema {
  return buildASTSchema(parse(sdl, { noLocation: true }), {
    assumeValid: true,
    assumeValidSDL: true,
  });
}
