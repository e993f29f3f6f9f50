import {
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

type Representation = Readonly<Record<string, unknown>> & { __typename: string };
type Resolve = GraphQLFieldResolver<unknown, unknown, { representations: Representation[] }>;
type ResolveReference = (reference: Representation, context: unknown, info: unknown) => unknown;

/**
 * `_entities` of `@apollo/subgraph` makes a promise of every entity. Entities of object types that are there
 * at once stay values here; for all others its own resolver is asked.
 */
export function answerEntitiesAtOnce(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const stock = field?.resolve as Resolve | undefined;
  if (field === undefined || stock === undefined || answering.has(stock)) return;

  const resolve: Resolve = (source, { representations }, context, info) =>
    representations.map((reference) => {
      const type = schema.getType(reference.__typename);
      if (!isObjectType(type)) {
        const one = { representations: [reference] };
        return (stock(source, one, context, info) as unknown[])[0];
      }
      const entity = referenceResolver(type)(reference, context, info) ?? null;
      return isThenable(entity)
        ? entity.then((loaded) => withTypename(loaded ?? null, type))
        : withTypename(entity, type);
    });
  answering.add(resolve);
  field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
}

/** Those that have been put in place already: a schema may run in several executors. */
const answering = new WeakSet<Resolve>();

function referenceResolver({ extensions }: GraphQLObjectType): ResolveReference {
  const { apollo } = extensions as { apollo?: { subgraph?: { resolveReference?: unknown } } };
  const resolve = apollo?.subgraph?.resolveReference as ResolveReference | undefined;
  return resolve ?? itself;
}

const itself: ResolveReference = (reference) => reference;

/** How the type of an entity is told to the executor, as `@apollo/subgraph` does it. */
function withTypename(entity: unknown, { name }: GraphQLNamedType): unknown {
  if (typeof entity !== 'object' || entity === null) return entity;
  if ('__typename' in entity) {
    return entity.__typename === name ? entity : { ...entity, __typename: name };
  }
  return Object.defineProperty(entity, '__typename', { value: name });
}

function isThenable(value: unknown): value is Promise<unknown> {
  return typeof (value as Promise<unknown> | null)?.then === 'function';
}
