import { GraphQLError, type ExecutionResult } from 'graphql';
import { ANONYMOUS } from '../../platform/identity/viewer.ts';
import type { SubgraphConnection, SubgraphRequest } from '../../platform/subgraph/connection.ts';
import { copyValue } from './share-reads.ts';

type Connect = (subgraph: string) => SubgraphConnection;
type TakeTurns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Entities of one request; what comes then begins another. */
const MAX_ENTITIES = 500;

/** A request that is being put together. */
interface Gathering {
  request: SubgraphRequest;
  /** Different entities, and the place of each by its text; none for a request that looks up no entities. */
  entities: unknown[];
  places: Map<string, number>;
  askers: Asker[];
}

interface Asker {
  /** Where its entities are in the request. */
  places: readonly number[];
  resolve: (result: ExecutionResult) => void;
  reject: (error: unknown) => void;
}

/**
 * Connections for reads of what is public: those of one turn are sent as one request, each entity once, as nobody.
 * Thousands of viewers who are told of something at the same moment so cost a subgraph a few requests. Only what
 * has not been sent is joined, so that whatever an event tells of has happened before it is read.
 */
export function gatherReads(connect: Connect, takeTurns: TakeTurns): Connect {
  const known = new Map<string, { source: SubgraphConnection; gathered: SubgraphConnection }>();
  return (name) => {
    const source = connect(name);
    const found = known.get(name);
    if (found?.source === source) return found.gathered;
    const gathered = { ...source, execute: gatherOver(source, takeTurns) };
    known.set(name, { source, gathered });
    return gathered;
  };
}

function gatherOver(source: SubgraphConnection, takeTurns: TakeTurns) {
  const underWay = new Map<string, Gathering>();

  return (request: SubgraphRequest): Promise<ExecutionResult> =>
    new Promise((resolve, reject) => {
      const { representations, ...others } = request.variables ?? {};
      const key = keyOf(request, others);
      if (underWay.size === 0) setImmediate(sendAll);
      const gathering = underWay.get(key) ?? begin(request, key);
      const wanted: readonly unknown[] = Array.isArray(representations) ? representations : [];
      const places = wanted.map((entity) => placeOf(gathering, entity));
      gathering.askers.push({ places, resolve, reject });
      if (gathering.entities.length >= MAX_ENTITIES) {
        underWay.delete(key);
        void send(gathering);
      }
    });

  function begin(request: SubgraphRequest, key: string): Gathering {
    const gathering = { request, entities: [], places: new Map(), askers: [] };
    underWay.set(key, gathering);
    return gathering;
  }

  function sendAll(): void {
    const all = [...underWay.values()];
    underWay.clear();
    for (const gathering of all) void send(gathering);
  }

  async function send({ request, entities, askers }: Gathering): Promise<void> {
    const { query, document, operationName, requestId, trace } = request;
    const variables =
      entities.length === 0
        ? request.variables
        : { ...request.variables, representations: entities };
    try {
      const result = await takeTurns(async () =>
        source.execute({
          query,
          ...(document !== undefined && { document }),
          ...(operationName !== undefined && { operationName }),
          ...(variables !== undefined && { variables }),
          ...(trace !== undefined && { trace }),
          viewer: ANONYMOUS,
          requestId,
        }),
      );
      const partOf = partsOf(result, entities.length);
      for (const asker of askers) asker.resolve(partOf(asker.places));
    } catch (error) {
      for (const asker of askers) asker.reject(error);
    }
  }
}

/** Requests that differ in their entities alone are one. */
function keyOf({ query, operationName }: SubgraphRequest, others: object): string {
  for (const _ in others) return JSON.stringify([query, operationName, others]);
  return operationName === undefined ? query : `${operationName} ${query}`;
}

function placeOf({ entities, places }: Gathering, entity: unknown): number {
  const text = JSON.stringify(entity);
  const known = places.get(text);
  if (known !== undefined) return known;
  places.set(text, entities.length);
  return entities.push(entity) - 1;
}

/** Gives each asker its part of the answer: a copy, as whoever gets an answer changes it. */
function partsOf(
  { data, errors }: ExecutionResult,
  entities: number,
): (places: readonly number[]) => ExecutionResult {
  const found = entities === 0 ? undefined : data?.['_entities'];
  if (!Array.isArray(found) || found.length !== entities) {
    return () => ({
      ...(data !== undefined && { data: copyValue(data) as ExecutionResult['data'] & object }),
      ...(errors !== undefined && { errors }),
    });
  }
  return (places) => {
    const own = errors?.flatMap((error) => errorFor(error, places)) ?? [];
    return {
      data: { _entities: places.map((place) => copyValue(found[place])) },
      ...(own.length > 0 && { errors: own }),
    };
  };
}

/** An error of one entity is for those who asked for it; any other is for everybody. */
function errorFor(error: GraphQLError, places: readonly number[]): GraphQLError[] {
  const [field, place, ...rest] = error.path ?? [];
  if (field !== '_entities' || typeof place !== 'number') return [error];
  const own = places.indexOf(place);
  if (own < 0) return [];
  const { message, extensions } = error;
  const originalError = error instanceof GraphQLError ? error : null;
  return [new GraphQLError(message, { path: [field, own, ...rest], extensions, originalError })];
}
