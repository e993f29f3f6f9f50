import { setTimeout as delay } from 'node:timers/promises';

export interface FollowLatestOptions<State> {
  /** Say that the state may have changed. */
  messages: AsyncIterableIterator<unknown>;
  read: () => Promise<State>;
  /** Between two events. */
  everyMs: number;
  /** Whether there is something to tell. */
  isNews: (state: State, last: State) => boolean;
  /** Whether nothing can come after it: it is told, and then the stream ends. */
  isLast?: (state: State) => boolean;
  /** When a state changes by the clock alone, if it does. */
  changesAt?: (state: State) => Date | undefined;
  now: () => Date;
}

/** A timer waits no longer; then it looks again. */
const MAX_TIMER_MS = 60 * 60_000;
const NOBODY = () => undefined;

/**
 * The state of something now, and again when it has changed, `everyMs` apart at least: whatever happens in between
 * is told by one event, which has the latest state. However many messages there are, they cost one read an event.
 * Ends with the messages.
 */
export function followLatest<State>(
  options: FollowLatestOptions<State>,
): AsyncIterableIterator<State> {
  const { messages, read, everyMs, isNews, isLast, changesAt, now } = options;
  const ended = new AbortController();
  let told: { state: State; at: number } | undefined;
  const heard = { hasMessage: false };
  let wake: () => void = NOBODY;
  void listen();

  return {
    async next() {
      while (told !== undefined) {
        const { state: last, at } = told;
        if (isLast?.(last) === true) return end();
        await untilChange(last);
        await pause(at + everyMs - performance.now(), ended.signal);
        if (ended.signal.aborted) return { done: true, value: undefined };
        heard.hasMessage = false;
        const state = await read();
        if (isNews(state, last)) return tell(state);
      }
      return tell(await read());
    },
    return: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };

  function tell(state: State): IteratorResult<State> {
    told = { state, at: performance.now() };
    return { done: false, value: state };
  }

  async function end(): Promise<IteratorResult<State>> {
    stop();
    await messages.return?.();
    return { done: true, value: undefined };
  }

  function stop(): void {
    ended.abort();
    wake();
  }

  async function listen(): Promise<void> {
    try {
      while ((await messages.next()).done !== true) {
        heard.hasMessage = true;
        wake();
      }
    } finally {
      stop();
    }
  }

  async function untilChange(state: State): Promise<void> {
    const changes = changesAt?.(state);
    while (!heard.hasMessage && !ended.signal.aborted) {
      const left = changes === undefined ? MAX_TIMER_MS : changes.getTime() - now().getTime();
      if (left <= 0) return;
      const woken = new AbortController();
      wake = () => woken.abort();
      await pause(Math.min(left, MAX_TIMER_MS), woken.signal);
    }
  }
}

async function pause(ms: number, woken: AbortSignal): Promise<void> {
  if (ms > 0) await delay(ms, undefined, { signal: woken }).catch(NOBODY);
}
