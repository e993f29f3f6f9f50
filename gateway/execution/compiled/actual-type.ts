import {
  isAbstractType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from 'graphql';

/** The type of an object that calls itself so where this type is expected; nothing where it cannot be one. */
export function actualType(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  name: string,
): GraphQLCompositeType | undefined {
  if (name === type.name) return type;
  const actual = schema.getType(name);
  if (isObjectType(actual)) {
    return isAbstractType(type) && schema.isSubType(type, actual) ? actual : undefined;
  }
  // Another interface: of a subgraph where that interface is an object of its own.
  return isAbstractType(actual) ? type : undefined;
}
