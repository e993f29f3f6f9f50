import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { ResponseObject } from './response-object.ts';

/** Answers whether a type, by its name, is one that a fragment on another type applies to. */
export interface TypeConditions {
  /** For the type of the object, or `whenUnknown` where the object does not tell it. */
  applies: (condition: string, object: ResponseObject, whenUnknown: boolean) => boolean;
  isObjectType: (typename: string) => boolean;
}

export function createTypeConditions(schema: GraphQLSchema): TypeConditions {
  const members = new Map<string, ReadonlySet<string>>();
  const isKnownObject = (typename: string) => isObjectType(schema.getType(typename));

  return {
    applies(condition, { __typename: typename }, whenUnknown) {
      if (typeof typename !== 'string') return whenUnknown;
      return typename === condition || membersOf(condition).has(typename);
    },
    isObjectType: isKnownObject,
  };

  function membersOf(condition: string): ReadonlySet<string> {
    const known = members.get(condition);
    if (known !== undefined) return known;
    const type = schema.getType(condition);
    const names = new Set<string>();
    if (isAbstractType(type)) {
      for (const { name } of schema.getPossibleTypes(type)) names.add(name);
    }
    if (isInterfaceType(type)) {
      for (const { name } of schema.getImplementations(type).interfaces) names.add(name);
    }
    // Only types of the schema are asked for: plans name them.
    members.set(condition, names);
    return names;
  }
}
