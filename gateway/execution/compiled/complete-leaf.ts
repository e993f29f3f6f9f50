import { isEnumType, type GraphQLLeafType } from 'graphql';
import { noteError, type Complete } from './projected-errors.ts';

const MAX_INT = 2_147_483_647;
const MIN_INT = -2_147_483_648;

/**
 * Subgraphs have serialized their leaves; this checks that they kept to the type, as other subgraphs
 * may know values that the whole graph does not (https://spec.graphql.org/October2021/#sec-Scalars).
 */
export function completeLeaf(type: GraphQLLeafType, coordinate: string): Complete {
  const isValid = validityOf(type);
  if (type.name === 'ID') {
    return (value, projecting) => {
      if (typeof value === 'string') return value;
      if (typeof value === 'number' && Number.isInteger(value)) return String(value);
      return value === null || value === undefined ? null : refuse(value, projecting);
    };
  }
  return (value, projecting) => {
    if (value === null || value === undefined) return null;
    return isValid(value) ? value : refuse(value, projecting);
  };

  function refuse(value: unknown, projecting: Parameters<Complete>[1]): undefined {
    noteError(projecting, `expected ${coordinate} to be ${type.name}, but it is ${kindOf(value)}`);
  }
}

export function isInt(value: unknown): value is number {
  return (
    typeof value === 'number' && Number.isInteger(value) && value <= MAX_INT && value >= MIN_INT
  );
}

function validityOf(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => names.has(value);
  }
  switch (type.name) {
    case 'Int':
      return isInt;
    case 'Float':
      return (value) => typeof value === 'number' && Number.isFinite(value);
    case 'String':
      return (value) => typeof value === 'string';
    case 'Boolean':
      return (value) => typeof value === 'boolean';
    default:
      return () => true;
  }
}

/** Not the value itself: it may be private. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `another ${typeof value}`;
}
