import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { createRandom } from '#platform/testing/random.ts';

export interface RandomOperation {
  query: string;
  variables: Readonly<Record<string, boolean | number>>;
}

const MAX_DEPTH = 4;
const MAX_SELECTIONS = 4;

/**
 * A query over a schema whose arguments are `Int`, the same one for the same seed. Not always valid:
 * it likes to give one name to different fields, which is allowed only below types that exclude each
 * other.
 */
export function randomOperation(schema: GraphQLSchema, seed: number): RandomOperation {
  const random = createRandom(seed);
  const variables = { yes: chance(0.5), no: chance(0.5), n: pick(5) };
  const query = schema.getQueryType();
  if (query == null) throw new Error('expected the schema to have queries');
  const body = selectionSet(query, MAX_DEPTH);
  return { query: `query ($yes: Boolean!, $no: Boolean!, $n: Int) ${body}`, variables };

  function selectionSet(type: GraphQLCompositeType, depth: number): string {
    const count = 1 + pick(MAX_SELECTIONS);
    const selections = Array.from({ length: count }, () => selection(type, depth));
    return `{ ${selections.join(' ')} }`;
  }

  function selection(type: GraphQLCompositeType, depth: number): string {
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    if (chance(0.08) || (fields.length === 0 && !isAbstractType(type))) return '__typename';
    if (fields.length === 0 || chance(isAbstractType(type) ? 0.5 : 0.08)) {
      return fragment(type, depth);
    }
    const usable = fields.filter(({ type: of }) => depth > 1 || !isCompositeType(getNamedType(of)));
    const chosen = usable[pick(usable.length)];
    return chosen === undefined ? '__typename' : field(chosen, depth);
  }

  function fragment(type: GraphQLCompositeType, depth: number): string {
    const types = isAbstractType(type) ? [...schema.getPossibleTypes(type), type] : [type];
    const on = types[pick(types.length)] ?? type;
    const condition = 'getFields' in on || isAbstractType(on) ? ` on ${on.name}` : '';
    return `...${condition}${directive()} ${selectionSet(on, depth)}`;
  }

  function field({ name, type, args }: GraphQLField<unknown, unknown>, depth: number): string {
    const given = args
      .filter(({ type: of }) => isNonNullType(of) || chance(0.7))
      .map((argument) => `${argument.name}: ${chance(0.3) ? '$n' : pick(5)}`);
    const list = given.length > 0 ? `(${given.join(', ')})` : '';
    const named = getNamedType(type);
    const inner = isCompositeType(named) ? ` ${selectionSet(named, depth - 1)}` : '';
    return `${alias(given.length > 0)}${name}${list}${directive()}${inner}`;
  }

  function alias(isNeeded: boolean): string {
    if (chance(0.1)) return `${['a', 'b', 'constructor'][pick(3)]}: `;
    return isNeeded || chance(0.15) ? `x${pick(1_000_000)}: ` : '';
  }

  function directive(): string {
    if (!chance(0.12)) return '';
    return ` @${chance(0.5) ? 'skip' : 'include'}(if: $${chance(0.5) ? 'yes' : 'no'})`;
  }

  function chance(probability: number): boolean {
    return random() < probability;
  }

  function pick(count: number): number {
    return Math.floor(random() * count);
  }
}
