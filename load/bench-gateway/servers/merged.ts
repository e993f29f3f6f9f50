import { buildASTSchema, isObjectType, parse, type GraphQLFieldResolver } from 'graphql';
import { MERGED_RESOLVERS } from '../shop/resolvers.ts';
import { MERGED_SDL } from '../shop/schema.ts';
import { createRun } from './execute-compiled.ts';
import { serveJson } from './serve-json.ts';

// The limit: no federation, one schema, bare node:http. node merged.ts <port>
const schema = buildASTSchema(parse(MERGED_SDL));
for (const [typeName, fields] of Object.entries(MERGED_RESOLVERS)) {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`no type ${typeName}`);
  for (const [fieldName, resolve] of Object.entries(fields)) {
    const field = type.getFields()[fieldName];
    if (field === undefined) throw new Error(`no field ${typeName}.${fieldName}`);
    field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
  }
}
serveJson(await createRun(schema), Number(process.argv[2]));
