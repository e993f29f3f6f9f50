import { runInTrace } from '#platform/telemetry/trace.ts';
import { traceConsumption } from '#platform/telemetry/trace-consumption.ts';
import type { Envelope } from '../bus/bus.ts';
import { testDatabase } from '../testing/database.ts';
import { keepTraces, pathsOf } from '../testing/traces.ts';
import { appendToOutbox } from './outbox.ts';
import type { MessagingTables } from './tables.ts';

const event = (type: string, key: string, trace?: string): Envelope => ({
  id: crypto.randomUUID(),
  type,
  key,
  time: '2026-11-21T12:00:00.000Z',
  data: {},
  ...(trace !== undefined && { trace }),
});

async function outbox() {
  const database = await testDatabase<MessagingTables>();
  return {
    append: (...events: Envelope[]) =>
      database.db.transaction().execute((tx) =>
        appendToOutbox(
          tx,
          events.map((envelope) => ({ topic: 'things', envelope })),
        ),
      ),
    async written(): Promise<Envelope[]> {
      const rows = await database.db
        .selectFrom('outbox')
        .select('envelope')
        .orderBy('id')
        .execute();
      return rows.map(({ envelope }) => envelope as unknown as Envelope);
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

test('an order goes through request, event, consumer and the event that follows as one trace', async () => {
  await using box = await outbox();
  await using traces = await keepTraces();
  const { tracing } = traces;
  const request = tracing.begin('request');
  await runInTrace(
    () => request,
    () => box.append(event('order.created', 'one')),
  );
  request?.end();
  const [created] = await box.written();
  if (created === undefined) throw new Error('expected an event');
  expect(created.trace).toBe(request?.traceparent);

  await traceConsumption(tracing, 'stock', [created, event('order.created', 'untraced')], () =>
    // The handler hands on what it was given: the work itself is the nearer cause.
    box.append(event('stock.reserved', 'one', created.trace), event('stock.reserved', 'untraced')),
  );
  const [, reserved, untraced] = await box.written();
  expect(untraced).not.toHaveProperty('trace');
  await traceConsumption(tracing, 'saga', reserved === undefined ? [] : [reserved], () =>
    Promise.resolve(),
  );

  expect(pathsOf(await traces.sent())).toEqual([
    'request',
    'request > consume stock',
    'request > consume stock > consume saga',
  ]);
});

test('a handler that fails says so in the trace, and fails', async () => {
  await using traces = await keepTraces();
  const trace = traces.tracing.begin('request');
  const failing = traceConsumption(
    traces.tracing,
    'stock',
    [event('a', 'one', trace?.traceparent)],
    () => Promise.reject(new TypeError('no')),
  );
  await expect(failing).rejects.toThrow('no');
  const [span] = await traces.sent();
  expect(span).toMatchObject({ name: 'consume stock', status: { code: 2, message: 'TypeError' } });
});

test('without traces events are written as they are, and handled as they were', async () => {
  await using box = await outbox();
  await traceConsumption(undefined, 'stock', [event('a', 'one')], () =>
    box.append(event('b', 'one')),
  );
  expect((await box.written())[0]).not.toHaveProperty('trace');
});
