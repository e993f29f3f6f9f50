import { setTimeout as wait } from 'node:timers/promises';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { GraphQLError as Failure } from 'graphql';
import type { Log } from '../../platform/telemetry/log.ts';

export interface FollowOptions {
  /** Nothing where it is not known any more with what to open it. */
  open: (
    signal: AbortSignal,
  ) => Promise<AsyncIterable<ExecutionResult> | ExecutionResult> | undefined;
  signal: AbortSignal;
  /** The next event is read when this has resolved. */
  onEvent: (event: ExecutionResult, isAfterGap: boolean) => Promise<void>;
  log: Log;
  backoff?: Backoff;
  /** A stream that is opened again goes on behind the last event that was read: nothing may be missing in it. */
  isResumed?: boolean;
}

export interface Backoff {
  /** The first wait; it doubles with each attempt, and half of it is left to chance. */
  firstMs: number;
  maxMs: number;
  attempts: number;
}

/** About two minutes: longer than a subgraph takes to be replaced. */
export const RECONNECT: Backoff = { firstMs: 250, maxMs: 15_000, attempts: 12 };

/** How an upstream ended for good. */
export type UpstreamEnd =
  | { kind: 'stopped' }
  | { kind: 'completed' }
  /** The subgraph answers that there is nothing to follow. */
  | { kind: 'refused'; errors: readonly GraphQLError[] }
  /** It cannot be reached, or not any more. */
  | { kind: 'failed'; errors: readonly GraphQLError[] };

/** One connection's end. */
type StreamEnd =
  UpstreamEnd | { kind: 'lost'; wasOpen: boolean; hadEvents: boolean; error: unknown };

/**
 * Reads an event stream until it is over. A stream that was open and is lost is opened again, with a
 * growing pause, and the first event after that is told to come after a gap; a resumed one has no gaps, and is
 * opened again where events of it were dropped, too. A stream that cannot be opened in the first place
 * fails at once, so that the client knows.
 */
export async function followUpstream(options: FollowOptions): Promise<UpstreamEnd> {
  const { signal, log, backoff = RECONNECT, isResumed = false } = options;
  let attempt = 0;
  let wasEverOpen = false;
  let isAfterGap = false;

  for (;;) {
    const end = await followOnce(options, isAfterGap);
    if (signal.aborted) return { kind: 'stopped' };
    if (end.kind !== 'lost') return end;

    wasEverOpen ||= end.wasOpen;
    isAfterGap = !isResumed;
    attempt = end.hadEvents ? 1 : attempt + 1;
    if (!wasEverOpen || attempt > backoff.attempts) return unavailable();

    log.warn({ err: end.error, attempt }, 'an event stream was lost: opening it again');
    const delayMs = Math.min(backoff.maxMs, backoff.firstMs * 2 ** (attempt - 1));
    await wait(delayMs * (0.5 + Math.random() / 2), undefined, { signal, ref: false }).catch(
      () => undefined,
    );
    if (signal.aborted) return { kind: 'stopped' };
  }
}

async function followOnce(
  { open, signal, onEvent, isResumed = false }: FollowOptions,
  startsAfterGap: boolean,
): Promise<StreamEnd> {
  let wasOpen = false;
  let hadEvents = false;
  const lost = (error: unknown): StreamEnd => ({ kind: 'lost', wasOpen, hadEvents, error });

  try {
    const opened = await open(signal);
    if (opened === undefined) return unavailable();
    if (!(Symbol.asyncIterator in opened)) return refused(opened, lost);
    wasOpen = true;
    const events = opened[Symbol.asyncIterator]();
    // Ends the wait for an event that may never come.
    const stop = () => void events.return?.();
    signal.addEventListener('abort', stop, { once: true });
    try {
      if (signal.aborted) return { kind: 'stopped' };
      for (;;) {
        const { done, value: event } = await events.next();
        if (signal.aborted) return { kind: 'stopped' };
        if (done === true) return { kind: 'completed' };
        if (isUnanswered(event, isResumed)) {
          await events.return?.();
          return refused(event, lost);
        }
        if (isResumed && event.extensions?.['gap'] === true) {
          await events.return?.();
          return lost(new Error('events were dropped on their way from the subgraph'));
        }
        await onEvent(event, startsAfterGap && !hadEvents);
        hadEvents = true;
      }
    } finally {
      signal.removeEventListener('abort', stop);
    }
  } catch (error) {
    return lost(error);
  }
}

/**
 * An event of a resumed stream that could not be answered, such as while a database was away, is not passed: it comes
 * again where the stream goes on behind the last one that was delivered.
 */
function isUnanswered({ data, errors }: ExecutionResult, isResumed: boolean): boolean {
  return errors !== undefined && (data === undefined || (isResumed && data === null));
}

/** A subgraph that cannot be reached may be back in a moment; any other refusal is final. */
function refused({ errors = [] }: ExecutionResult, lost: (error: unknown) => StreamEnd): StreamEnd {
  if (errors[0]?.extensions?.['code'] === 'UNAVAILABLE') return lost(errors[0]);
  return { kind: 'refused', errors: errors.length > 0 ? errors : [new Failure('no event stream')] };
}

function unavailable(): UpstreamEnd {
  const message = 'the event stream was lost: subscribe again in a moment';
  return {
    kind: 'failed',
    errors: [new Failure(message, { extensions: { code: 'UNAVAILABLE' } })],
  };
}
