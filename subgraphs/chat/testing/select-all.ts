import {
  getNamedType,
  isCompositeType,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';

/**
 * A selection of everything that can be reached from a type; one that comes again on the way has only its plain
 * fields. Each field that it has is added to `selected`, as `Type.field`.
 */
export function selectAll(
  type: GraphQLNamedType,
  selected: Set<string>,
  above: readonly string[] = [],
): string {
  if (isUnionType(type)) {
    const members = type.getTypes().map((member) => {
      return `... on ${member.name} { ${selectFields(member, selected, above)} }`;
    });
    return `{ __typename ${members.join(' ')} }`;
  }
  return isObjectType(type) ? `{ __typename ${selectFields(type, selected, above)} }` : '';
}

function selectFields(
  type: GraphQLObjectType,
  selected: Set<string>,
  above: readonly string[],
): string {
  const isAgain = above.includes(type.name);
  const fields = Object.values(type.getFields()).flatMap(({ name, type: returned }) => {
    const inner = getNamedType(returned);
    if (isAgain && isCompositeType(inner)) return [];
    selected.add(`${type.name}.${name}`);
    return [`${name} ${selectAll(inner, selected, [...above, type.name])}`];
  });
  return fields.join(' ');
}
