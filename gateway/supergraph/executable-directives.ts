import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLSchema,
  isInputType,
  parseType,
  typeFromAST,
} from 'graphql';

const EXECUTABLE: ReadonlySet<string> = new Set([
  DirectiveLocation.QUERY,
  DirectiveLocation.MUTATION,
  DirectiveLocation.SUBSCRIPTION,
  DirectiveLocation.FIELD,
  DirectiveLocation.FRAGMENT_DEFINITION,
  DirectiveLocation.FRAGMENT_SPREAD,
  DirectiveLocation.INLINE_FRAGMENT,
  DirectiveLocation.VARIABLE_DEFINITION,
]);

/**
 * The schema that clients see, with the directives that `@composeDirective` brings into the supergraph and that
 * clients may write in operations: federation counts them among its own and leaves them out.
 */
export function withExecutableDirectives(
  apiSchema: GraphQLSchema,
  fullSchema: GraphQLSchema,
): GraphQLSchema {
  const missing = fullSchema.getDirectives().flatMap((directive) => {
    if (apiSchema.getDirective(directive.name) != null) return [];
    const locations = directive.locations.filter((location) => EXECUTABLE.has(location));
    return locations.length === 0 ? [] : (ownDirective(directive, locations, apiSchema) ?? []);
  });
  if (missing.length === 0) return apiSchema;
  const config = apiSchema.toConfig();
  return new GraphQLSchema({ ...config, directives: [...config.directives, ...missing] });
}

/** Nothing where an argument is of a type that clients do not see. */
function ownDirective(
  directive: GraphQLDirective,
  locations: readonly DirectiveLocation[],
  schema: GraphQLSchema,
): GraphQLDirective | undefined {
  const { args, ...config } = directive.toConfig();
  const own: typeof args = {};
  for (const [name, arg] of Object.entries(args)) {
    const type = typeFromAST(schema, parseType(String(arg.type)));
    if (type === undefined || !isInputType(type)) return undefined;
    own[name] = { ...arg, type };
  }
  return new GraphQLDirective({ ...config, args: own, locations: [...locations] });
}
