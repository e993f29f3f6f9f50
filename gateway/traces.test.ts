import type { SubgraphConnection, SubgraphRequest } from '../platform/subgraph/connection.ts';
import { keepTraces, pathsOf } from '../platform/testing/traces.ts';
import type { Tracing } from '../platform/telemetry/tracing.ts';
import { startTinyGateway } from './testing/tiny-gateway.ts';

const query = 'query Book { book(id: 1) { title stars } }';

/** Sends one operation, and returns what the subgraphs were asked with. */
async function ask(
  tracing: Tracing | undefined,
  headers: Record<string, string> = {},
): Promise<SubgraphRequest[]> {
  const requests: SubgraphRequest[] = [];
  const around = (subgraph: SubgraphConnection): SubgraphConnection => ({
    ...subgraph,
    execute(request) {
      requests.push(request);
      return subgraph.execute(request);
    },
  });
  await using gateway = await startTinyGateway({ tracing, around });
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  expect(await response.json()).toEqual({ data: { book: { title: 'Dune', stars: 4 } } });
  return requests;
}

test('a request is one trace: its plan, its fetches, and the subgraphs in them', async () => {
  await using traces = await keepTraces();
  await ask(traces.tracing);
  const spans = await traces.sent();
  expect(pathsOf(spans)).toEqual([
    'request',
    'request > fetch books',
    'request > fetch books > subgraph books',
    'request > fetch reviews',
    'request > fetch reviews > subgraph reviews',
    'request > plan',
  ]);
  const request = spans.find(({ name }) => name === 'request');
  expect(request?.attributes).toMatchObject({
    'graphql.operation.name': 'Book',
    'graphql.operation.type': 'query',
    'http.response.status_code': 200,
    requestId: 'made-here',
  });
  const reviews = spans.find(({ name }) => name === 'fetch reviews');
  expect(reviews?.attributes).toMatchObject({ representations: 1, waiting: 1 });
});

test("a client's trace goes on", async () => {
  await using traces = await keepTraces({ sampleRatio: 0 });
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const requests = await ask(traces.tracing, {
    traceparent: `00-${traceId}-b7ad6b7169203331-01`,
  });
  for (const { trace } of requests) expect(trace?.traceparent).toContain(`00-${traceId}-`);
  const spans = await traces.sent();
  expect(new Set(spans.map((span) => span.spanContext().traceId))).toEqual(new Set([traceId]));
});

test('where nothing is traced nothing of it travels', async () => {
  for (const request of await ask(undefined)) expect(request).not.toHaveProperty('trace');
  await using traces = await keepTraces({ sampleRatio: 0 });
  for (const request of await ask(traces.tracing)) expect(request).not.toHaveProperty('trace');
  expect(await traces.sent()).toEqual([]);
});
