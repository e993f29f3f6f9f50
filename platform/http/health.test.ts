import { createServer } from 'node:http';
import { createMetrics } from '../telemetry/metrics.ts';
import { createHealthEndpoints, type ReadinessChecks } from './health.ts';
import { closeServer, listen } from './listen.ts';

async function served(checks: ReadinessChecks, isDraining = () => false) {
  const answer = createHealthEndpoints({ metrics: createMetrics(), checks, isDraining });
  const server = createServer((request, response) => {
    void answer(request, response).then(
      (isAnswered) => isAnswered || response.writeHead(404).end(),
    );
  });
  const port = await listen(server, { host: '127.0.0.1', port: 0, setting: 'PORT' });
  return {
    ask: (path: string) => fetch(`http://127.0.0.1:${port}${path}`),
    [Symbol.asyncDispose]: () => closeServer(server, 0),
  };
}

const works = () => Promise.resolve();

test('is ready when every part works, and names those that do not', async () => {
  await using ready = await served({ database: works });
  await using broken = await served({
    database: works,
    redis: () => Promise.reject(new Error('refused by 10.0.0.7')),
    bus: () => {
      throw new Error('not connected');
    },
  });

  expect((await ready.ask('/ready')).status).toBe(200);
  const answer = await broken.ask('/ready');
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({
    status: 'not ready',
    checks: { database: 'ok', redis: 'failed', bus: 'failed' },
  });
  expect((await broken.ask('/health')).status).toBe(200);
});

test('a part that does not answer is not waited for without end', async () => {
  await using server = await served({ database: () => new Promise(() => undefined) });

  expect(await (await server.ask('/ready')).json()).toMatchObject({
    checks: { database: 'no answer' },
  });
});

test('wants no new work while it drains, and still runs', async () => {
  await using server = await served({ database: works }, () => true);

  const ready = await server.ask('/ready');
  expect([ready.status, (await server.ask('/health')).status]).toEqual([503, 200]);
  expect(await ready.json()).toMatchObject({ status: 'draining' });
});

test('metrics are text, and any other path is for somebody else', async () => {
  await using server = await served({});

  expect(await (await server.ask('/metrics?x=1')).text()).toContain('process_cpu_seconds_total');
  expect((await server.ask('/healthy')).status).toBe(404);
});
