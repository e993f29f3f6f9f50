import { createServer } from 'node:http';
import { findFreePort } from '../process/free-port.ts';
import { createLifecycle } from '../process/lifecycle.ts';
import { silentLog } from '../telemetry/log.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { closeServer, listen } from './listen.ts';
import { answerMetrics, metricsAccessOf, openMetricsPort } from './metrics-endpoint.ts';

const settings = { PLAZA_ENV: 'production', METRICS_HOST: '127.0.0.1', METRICS_PORT: 0 };
const metrics = createMetrics();

const access = (changes: object, isPublic: boolean) =>
  metricsAccessOf({ ...settings, ...changes }, isPublic).kind;

test('a public port has metrics for everybody in development only', () => {
  expect(access({ PLAZA_ENV: 'development' }, true)).toBe('everybody');
  expect(access({}, true)).toBe('nobody');
  expect(access({}, false)).toBe('everybody');
  expect(access({ METRICS_TOKEN: 't' }, true)).toBe('bearer');
  expect(access({ METRICS_TOKEN: 't', METRICS_PORT: 1 }, false)).toBe('nobody');
});

test('with a token only its holders read them', async () => {
  const bearer = { kind: 'bearer', token: 'a token' } as const;
  const server = createServer((request, response) => {
    void answerMetrics(request, response, { metrics, access: bearer });
  });
  const port = await listen(server, { host: '127.0.0.1', port: 0, setting: 'PORT' });
  const ask = async (authorization?: string) => {
    const headers = authorization === undefined ? {} : { authorization };
    const response = await fetch(`http://127.0.0.1:${port}/metrics`, { headers });
    return [response.status, (await response.text()).includes('process_cpu')];
  };
  expect(await ask()).toEqual([401, false]);
  expect(await ask('Bearer a tokem')).toEqual([401, false]);
  expect(await ask('a token')).toEqual([401, false]);
  expect(await ask('Bearer a token')).toEqual([200, true]);
  await closeServer(server, 0);
});

test('a port of their own has them and nothing else', async () => {
  const lifecycle = createLifecycle(silentLog);
  const METRICS_PORT = await findFreePort();
  await openMetricsPort({ ...settings, METRICS_PORT }, metrics, lifecycle);
  const url = `http://127.0.0.1:${METRICS_PORT}`;
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('process_cpu');
  expect((await fetch(`${url}/graphql`)).status).toBe(404);
  await lifecycle.stop();
  await expect(fetch(`${url}/metrics`)).rejects.toThrow('fetch failed');
});
