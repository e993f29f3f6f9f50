import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { closeServer, listen } from '../http/listen.ts';
import { keepTraces, NOT_SENT, SENT } from '../testing/traces.ts';
import { silentLog } from './log.ts';
import { activeTrace, parseTraceparent, runInTrace } from './trace.ts';
import { createTracing, MAX_WISHES_A_SECOND } from './tracing.ts';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const sampled = `00-${TRACE_ID}-b7ad6b7169203331-01`;
const unsampled = `00-${TRACE_ID}-b7ad6b7169203331-00`;

test('a traceparent is read as its specification says, and what is not one is not', () => {
  expect(parseTraceparent(sampled)).toEqual({
    traceId: TRACE_ID,
    spanId: 'b7ad6b7169203331',
    isSampled: true,
  });
  expect(parseTraceparent(unsampled)?.isSampled).toBe(false);
  expect(parseTraceparent(`01-${TRACE_ID}-b7ad6b7169203331-01-later`)?.traceId).toBe(TRACE_ID);
  for (const wrong of [
    undefined,
    '',
    'ff' + sampled.slice(2),
    sampled.toUpperCase(),
    `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
    `00-${TRACE_ID}-${'0'.repeat(16)}-01`,
    `${sampled}-${'x'.repeat(300)}`,
  ]) {
    expect(parseTraceparent(wrong)).toBeUndefined();
  }
});

test('without an exporter there is no tracing', async () => {
  const options = { exporterUrl: undefined, sampleRatio: 1, service: 'a', log: silentLog };
  expect(await createTracing(options)).toBeUndefined();
});

test('a part of all work is sampled; the rest has no trace', async () => {
  const draws = [0.1, 0.4];
  await using traces = await keepTraces({ sampleRatio: 0.25, random: () => draws.shift() ?? 1 });
  expect(traces.tracing.begin('a')?.traceparent).toMatch(/-01$/);
  expect(traces.tracing.begin('b')).toBeUndefined();
});

test("a caller's trace goes on; one that is not sampled is passed on and not written down", async () => {
  await using traces = await keepTraces();
  const { tracing } = traces;
  tracing.begin('a', { traceparent: sampled })?.end();
  const passed = tracing.begin('b', { traceparent: unsampled });
  expect(passed?.child('c').traceparent).toBe(unsampled);
  passed?.end();
  const [span, ...others] = await traces.sent();
  expect(others).toEqual([]);
  expect(span?.spanContext().traceId).toBe(TRACE_ID);
  expect(span?.parentSpanContext?.spanId).toBe('b7ad6b7169203331');
});

test('callers who wish for a trace of every request get some a second', async () => {
  let now = 5_000;
  await using traces = await keepTraces({ sampleRatio: 0, now: () => now });
  const begun = () =>
    Array.from({ length: 50 }, () => traces.tracing.begin('a', { traceparent: sampled })).filter(
      (trace) => trace?.traceparent.endsWith('-01') === true,
    ).length;
  expect(begun()).toBe(MAX_WISHES_A_SECOND);
  now += 1_000;
  expect(begun()).toBe(MAX_WISHES_A_SECOND);
});

test('work knows its trace across what it waits for, and other work does not', async () => {
  await using traces = await keepTraces();
  const trace = traces.tracing.begin('a');
  const seen = await runInTrace(
    () => trace,
    async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return activeTrace();
    },
  );
  expect(seen).toBe(trace);
  expect(activeTrace()).toBeUndefined();
});

test('spans reach a collector as OTLP over HTTP, without what an error said', async () => {
  const server = createServer();
  const port = await listen(server, { host: '127.0.0.1', port: 0, setting: 'port' });
  const arrival = (async () => {
    const [request, response] = await once(server, 'request');
    const body = await text(request);
    response.setHeader('content-type', 'application/json').end('{}');
    return { path: request.url as string, body };
  })();
  const tracing = await createTracing({
    exporterUrl: `http://127.0.0.1:${port}/v1/traces`,
    sampleRatio: 1,
    service: 'plaza-test',
    log: silentLog,
  });
  const trace = tracing?.begin('request', { attributes: { requestId: 'r-1' } });
  trace?.end(new TypeError('a password'));
  await tracing?.close();
  const { path, body } = await arrival;
  await closeServer(server, 0);

  expect(path).toBe('/v1/traces');
  expect(body).toContain('"plaza-test"');
  expect(body).toContain('"r-1"');
  expect(body).toContain('TypeError');
  expect(body).not.toContain('password');
});

test('a collector that is away is told of once, and again when it is back', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  let isAway = true;
  let exported: (() => void) | undefined;
  const tracing = await createTracing({
    exporterUrl: undefined,
    sampleRatio: 1,
    service: 'a',
    log,
    exporter: {
      export(_spans, told) {
        told(isAway ? NOT_SENT : SENT);
        exported?.();
      },
      shutdown: () => Promise.resolve(),
    },
  });
  // A request of spans is sent as soon as it is full.
  const fill = async () => {
    const sent = new Promise<void>((resolve) => (exported = resolve));
    for (let span = 0; span < 512; span += 1) tracing?.begin('a')?.end();
    await sent;
  };
  await fill();
  await fill();
  isAway = false;
  await fill();
  await tracing?.close();
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
    'traces cannot be sent: they are dropped',
    'traces are sent again',
  ]);
});
