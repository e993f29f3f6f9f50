import { buildSchema, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';

type ResolverMap = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** One schema with the resolvers of several subgraphs: what federation must look like from outside. */
export function makeMergedSchema(maps: readonly ResolverMap[], sdl: string): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const map of maps) {
    for (const [typename, resolvers] of Object.entries(map)) {
      const type = schema.getType(typename);
      if (!isObjectType(type)) throw new Error(`expected ${typename} to be an object type`);
      const fields = type.getFields();
      for (const [name, resolve] of Object.entries(resolvers)) {
        const field = fields[name];
        if (field === undefined) throw new Error(`expected ${typename} to have ${name}`);
        field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
      }
    }
  }
  return schema;
}
