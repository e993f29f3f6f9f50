import type { ExecutionResult } from 'graphql';
import { silentLog } from '../../platform/telemetry/log.ts';
import { followUpstream, type Backoff } from './follow-upstream.ts';

type Step = ExecutionResult | Error;

const QUICK: Backoff = { firstMs: 1, maxMs: 4, attempts: 3 };
const refusal = (code: string): ExecutionResult => ({
  errors: [{ message: code, extensions: { code } } as never],
});
const event = (id: number): ExecutionResult => ({ data: { id } });

/** Each entry is what one attempt to open finds: a refusal, or a stream that ends after these steps. */
async function follow(attempts: (Step | Step[])[], signal = new AbortController().signal) {
  const seen: string[] = [];
  let opened = 0;
  const end = await followUpstream({
    open() {
      const found = attempts[opened];
      opened += 1;
      if (found instanceof Error) return Promise.reject(found);
      if (found === undefined) return Promise.reject(new Error('connection refused'));
      return Promise.resolve(Array.isArray(found) ? stream(found) : found);
    },
    signal,
    onEvent({ data }, isAfterGap) {
      seen.push(`${String(data?.['id'])}${isAfterGap ? ' after a gap' : ''}`);
      return Promise.resolve();
    },
    log: silentLog,
    backoff: QUICK,
  });
  const code = 'errors' in end ? end.errors[0]?.extensions['code'] : undefined;
  return { end: end.kind, code, seen, opened };
}

async function* stream(steps: Step[]): AsyncGenerator<ExecutionResult> {
  for (const step of steps) {
    if (step instanceof Error) throw step;
    yield await Promise.resolve(step);
  }
}

const lost = new Error('connection reset');

test('what ends by itself is complete', async () => {
  expect(await follow([[event(1), event(2)]])).toEqual({
    end: 'completed',
    code: undefined,
    seen: ['1', '2'],
    opened: 1,
  });
});

test('what was open and is lost is opened again, and the first event after that comes after a gap', async () => {
  expect(
    await follow([
      [event(1), lost],
      [event(2), event(3)],
    ]),
  ).toMatchObject({
    end: 'completed',
    seen: ['1', '2 after a gap', '3'],
  });
});

test('a gap lasts until an event comes, however often the stream is lost before that', async () => {
  const { seen, end } = await follow([[event(1), lost], [lost], lost, [event(2)]]);
  expect({ seen, end }).toEqual({ seen: ['1', '2 after a gap'], end: 'completed' });
});

test('a subgraph that says that it is unavailable is asked again, any other refusal is final', async () => {
  expect(await follow([[lost], refusal('UNAVAILABLE'), [event(1)]])).toMatchObject({
    end: 'completed',
    opened: 3,
  });
  expect(await follow([[lost], [refusal('NOT_FOUND')]])).toMatchObject({
    end: 'refused',
    code: 'NOT_FOUND',
    opened: 2,
  });
});

test('what cannot be opened in the first place fails at once', async () => {
  expect(await follow([lost])).toMatchObject({ end: 'failed', code: 'UNAVAILABLE', opened: 1 });
  expect(await follow([refusal('FORBIDDEN')])).toMatchObject({ end: 'refused', opened: 1 });
});

test('attempts are bounded, and counted anew when an event has come', async () => {
  const { end, opened } = await follow([[lost]]);
  expect([end, opened]).toEqual(['failed', 1 + QUICK.attempts]);

  const streams = Array.from({ length: 10 }, (_, id) => [event(id), lost]);
  expect(await follow(streams)).toMatchObject({
    end: 'failed',
    code: 'UNAVAILABLE',
    opened: 10 + QUICK.attempts,
  });
});

test('whoever stops it hears nothing more', async () => {
  const stop = new AbortController();
  const followed = follow([[event(1), lost], lost, lost], stop.signal);
  stop.abort();
  expect(await followed).toMatchObject({ end: 'stopped', seen: [] });
});
