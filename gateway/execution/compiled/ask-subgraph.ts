import type { FetchNode } from '../../supergraph/planner/plan.ts';
import type { DocumentNode, ExecutionResult } from 'graphql';
import type { SubgraphAnswer, SubgraphRequest } from '../../../platform/subgraph/connection.ts';
import { after } from './after.ts';
import { locateErrors, unavailableErrors, type FetchedPlaces } from './fetch-errors.ts';
import type { FetchedShape } from './fetched-shape.ts';
import { copyFetched } from './merge.ts';
import { addErrors, type Run } from './run.ts';

type Variables = Readonly<Record<string, unknown>>;

export interface CompiledFetch {
  node: FetchNode;
  document: DocumentNode;
  /** What one object of the answer gains. */
  shape: FetchedShape;
  /** What is in `data`, for a copy of it. */
  answerShape: FetchedShape;
  /** Set where the plan holds the same fetch again. */
  repeatedAs: string | undefined;
}

/** Goes on with the data of the answer; its errors have been noted at their places. */
export function askSubgraph(
  run: Run,
  fetch: CompiledFetch,
  variables: Variables,
  places: FetchedPlaces,
  next: (data: unknown) => void,
): void | Promise<void> {
  if (run.request.signal?.aborted === true) return undefined;
  let answer: SubgraphAnswer;
  try {
    answer = answerOf(run, fetch, variables, places);
  } catch (error) {
    return noteUnavailable(run, fetch, places, error);
  }
  const goOn = (result: ExecutionResult) => next(dataOf(run, fetch, places, result));
  return answer instanceof Promise
    ? answer.then(goOn, (error: unknown) => noteUnavailable(run, fetch, places, error))
    : goOn(answer);
}

function dataOf(
  run: Run,
  { node: { serviceName } }: CompiledFetch,
  places: FetchedPlaces,
  { data, errors }: ExecutionResult,
): unknown {
  if (errors !== undefined && errors.length > 0) {
    addErrors(run, locateErrors(serviceName, errors, places));
  } else if (data === null || data === undefined) {
    const message = `expected data from ${serviceName}`;
    addErrors(run, locateErrors(serviceName, [{ message }], places));
  }
  return data;
}

function noteUnavailable(
  run: Run,
  { node: { serviceName }, shape }: CompiledFetch,
  places: FetchedPlaces,
  error: unknown,
): void {
  const { requestId, signal } = run.request;
  // Asking was given up, by whoever left.
  if (signal?.aborted === true) return;
  run.log.warn({ requestId, subgraph: serviceName, err: error }, 'subgraph does not answer');
  const fields = shape.map(({ name }) => name);
  addErrors(run, unavailableErrors(serviceName, places, fields));
}

/** Asks once for what the plan holds several times; each but the first gets a copy, for it is changed. */
function answerOf(
  run: Run,
  fetch: CompiledFetch,
  variables: Variables,
  { entities }: FetchedPlaces,
): SubgraphAnswer {
  const waiting = entities.length;
  if (fetch.repeatedAs === undefined) return send(run, fetch, variables, waiting);
  const asked = fetch.node.lookups === undefined ? variables['representations'] : variables;
  const key = `${fetch.repeatedAs}:${JSON.stringify(asked ?? null)}`;
  const answers = (run.answers ??= new Map());
  const known = answers.get(key);
  if (known !== undefined) return after(known, (result) => copyOf(result, fetch));
  const answer = send(run, fetch, variables, waiting);
  // Kept as it came: whoever merges it changes it.
  const kept = after(answer, (result) => copyOf(result, fetch));
  if (kept instanceof Promise) kept.catch(() => undefined);
  answers.set(key, kept);
  return answer;
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
): SubgraphAnswer {
  const { viewer, requestId, headers, clientAddress, signal, aroundFetch } = run.request;
  const shared = run.connectPublic?.({ subgraph: node.serviceName, document });
  const connection = shared ?? run.connect(node.serviceName);
  const request: SubgraphRequest = {
    query: node.operation,
    document,
    variables,
    viewer,
    requestId,
  };
  if (node.operationName !== undefined) request.operationName = node.operationName;
  if (headers !== undefined) request.headers = headers;
  if (clientAddress !== undefined) request.clientAddress = clientAddress;
  if (signal !== undefined) request.signal = signal;
  if (aroundFetch === undefined) return connection.execute(request);
  return aroundFetch({ node, waiting }, request, async (sent) => connection.execute(sent));
}

export function pickVariables({ request }: Run, { variableUsages = [] }: FetchNode): Variables {
  const picked: Record<string, unknown> = {};
  for (const name of variableUsages) {
    if (Object.hasOwn(request.variables, name)) picked[name] = request.variables[name];
  }
  return picked;
}
