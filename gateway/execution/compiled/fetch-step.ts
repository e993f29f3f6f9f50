import type { FetchNode } from '@apollo/query-planner';
import { parse, type DocumentNode, type ExecutionResult } from 'graphql';
import type { SubgraphRequest } from '../../../platform/subgraph/connection.ts';
import { findEntities, type PlacePath } from './entity-places.ts';
import { locateErrors, unavailableErrors, type FetchedPlaces } from './fetch-errors.ts';
import { shapeOfFetch, type FetchedShape } from './fetched-shape.ts';
import { copyFetched, mergeFetched } from './merge.ts';
import { compileRepresentations } from './representation.ts';
import { isResponseObject, type ResponseObject } from './response-object.ts';
import { compileRewrites } from './rewrites.ts';
import { addErrors, type Run, type Step } from './run.ts';
import type { TypeConditions } from './type-conditions.ts';

type Variables = Readonly<Record<string, unknown>>;

interface CompiledFetch {
  node: FetchNode;
  document: DocumentNode;
  /** What one object of the answer gains. */
  shape: FetchedShape;
  /** What is in `data`, for a copy of it. */
  answerShape: FetchedShape;
  /** Set where the plan holds the same fetch again. */
  repeatedAs: string | undefined;
}

/** A fetch for the objects at a path of the answer. */
export function compileFetch(
  node: FetchNode,
  path: PlacePath,
  repeatedAs: string | undefined,
  types: TypeConditions,
): Step {
  const document = parse(node.operation, { noLocation: true });
  const isOfEntities = node.requires !== undefined;
  const shape = shapeOfFetch(document, node.outputRewrites, isOfEntities);
  const answerShape = shapeOfFetch(document);
  const fetch: CompiledFetch = { node, document, shape, answerShape, repeatedAs };
  return isOfEntities
    ? compileEntitiesFetch(fetch, path, types)
    : compileRootFetch(fetch, path, types);
}

function compileRootFetch(fetch: CompiledFetch, path: PlacePath, types: TypeConditions): Step {
  const { node, shape } = fetch;
  const merge = compileRootMerge(node, shape, types);
  return async (run) => {
    const entities = findEntities(run.data, path);
    if (entities.length === 0) return;
    const places = { root: run.data, path, entities };
    const data = await ask(run, fetch, pickVariables(run, node), '', places);
    for (const entity of entities) merge(entity, data);
  };
}

/** Adds the answer of a fetch of root fields: also that of a subscription's event. */
export function compileRootMerge(
  { outputRewrites }: FetchNode,
  shape: FetchedShape,
  types: TypeConditions,
): (target: ResponseObject, data: unknown) => void {
  const rewrite = compileRewrites(outputRewrites, types);
  return (target, data) => {
    if (!isResponseObject(data)) return;
    rewrite?.(data);
    mergeFetched(target, data, shape, types);
  };
}

function compileEntitiesFetch(fetch: CompiledFetch, path: PlacePath, types: TypeConditions): Step {
  const { node, shape } = fetch;
  const represent = compileRepresentations(node, types);
  const rewrite = compileRewrites(node.outputRewrites, types);

  return async (run) => {
    const entities = findEntities(run.data, path);
    const { list, keys, indexes } = represent(entities);
    if (list.length === 0) return;
    run.onRepresentations?.(entities.length, list.length);
    const variables = { ...pickVariables(run, node), representations: list };
    const places = { root: run.data, path, entities, indexes };
    const data = await ask(run, fetch, variables, keys.join(), places);
    const received = entitiesOf(data, list.length, run, fetch, places);
    if (received !== undefined) mergeEntities(received, entities, indexes);
  };

  function mergeEntities(
    received: readonly unknown[],
    entities: readonly ResponseObject[],
    indexes: readonly number[],
  ): void {
    const rewritten = new Set<unknown>();
    for (const [place, entity] of entities.entries()) {
      const index = indexes[place] ?? -1;
      const part = index < 0 ? undefined : received[index];
      if (!isResponseObject(part)) continue;
      if (rewrite !== undefined && !rewritten.has(part)) {
        // Rewrites are conditional on the type, for which a fetch need not have asked again.
        part['__typename'] ??= entity['__typename'];
        rewrite(part);
        rewritten.add(part);
      }
      mergeFetched(entity, part, shape, types);
    }
  }
}

function entitiesOf(
  data: unknown,
  expected: number,
  run: Run,
  { node }: CompiledFetch,
  places: FetchedPlaces,
): readonly unknown[] | undefined {
  const received = isResponseObject(data) ? data['_entities'] : undefined;
  if (Array.isArray(received) && received.length === expected) return received;
  // Without data the subgraph's own errors say why.
  if (data === null || data === undefined || received === null) return undefined;
  const message = `expected ${expected} entities from ${node.serviceName}`;
  addErrors(run, locateErrors(node.serviceName, [{ message }], places));
  return undefined;
}

/** The data of the answer; its errors are noted at their places. */
async function ask(
  run: Run,
  fetch: CompiledFetch,
  variables: Variables,
  entityKeys: string,
  places: FetchedPlaces,
): Promise<unknown> {
  const { serviceName } = fetch.node;
  if (run.request.signal?.aborted === true) return undefined;
  try {
    const { data, errors } = await answerOf(run, fetch, variables, entityKeys, places);
    if (errors !== undefined && errors.length > 0) {
      addErrors(run, locateErrors(serviceName, errors, places));
    } else if (data === null || data === undefined) {
      const message = `expected data from ${serviceName}`;
      addErrors(run, locateErrors(serviceName, [{ message }], places));
    }
    return data;
  } catch (error) {
    const { requestId } = run.request;
    run.log.warn({ requestId, subgraph: serviceName, err: error }, 'subgraph does not answer');
    const fields = fetch.shape.map(({ name }) => name);
    addErrors(run, unavailableErrors(serviceName, places, fields));
    return undefined;
  }
}

/** Asks once for what the plan holds several times; each but the first gets a copy, for it is changed. */
async function answerOf(
  run: Run,
  fetch: CompiledFetch,
  variables: Variables,
  entityKeys: string,
  { entities }: FetchedPlaces,
): Promise<ExecutionResult> {
  const waiting = entities.length;
  if (fetch.repeatedAs === undefined) return send(run, fetch, variables, waiting);
  const key = `${fetch.repeatedAs}:${entityKeys}`;
  const known = run.answers.get(key);
  if (known === undefined) {
    const answer = send(run, fetch, variables, waiting);
    // Kept as it came: whoever merges it changes it.
    const kept = answer.then((result) => copyOf(result, fetch));
    kept.catch(() => undefined);
    run.answers.set(key, kept);
    return answer;
  }
  return copyOf(await known, fetch);
}

function copyOf({ data, ...rest }: ExecutionResult, fetch: CompiledFetch): ExecutionResult {
  const copy = copyFetched(data ?? null, fetch.answerShape) as ExecutionResult['data'];
  return { ...rest, data: copy ?? null };
}

function send(
  run: Run,
  { node, document }: CompiledFetch,
  variables: Variables,
  waiting: number,
): Promise<ExecutionResult> {
  const { viewer, requestId, headers, signal, aroundFetch } = run.request;
  const connection = run.connect(node.serviceName);
  const request: SubgraphRequest = {
    query: node.operation,
    document,
    ...(node.operationName !== undefined && { operationName: node.operationName }),
    variables,
    viewer,
    requestId,
    ...(headers !== undefined && { headers }),
    ...(signal !== undefined && { signal }),
  };
  if (aroundFetch === undefined) return connection.execute(request);
  return aroundFetch({ node, waiting }, request, (sent) => connection.execute(sent));
}

function pickVariables({ request }: Run, { variableUsages = [] }: FetchNode): Variables {
  const picked: Record<string, unknown> = {};
  for (const name of variableUsages) {
    if (Object.hasOwn(request.variables, name)) picked[name] = request.variables[name];
  }
  return picked;
}
