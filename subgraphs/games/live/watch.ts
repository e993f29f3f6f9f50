import { createBoundedQueue, type BoundedQueue } from '#platform/live/bounded-queue.ts';
import type { Live } from '#platform/live/live.ts';
import type { Log } from '#platform/telemetry/log.ts';

/**
 * Follows states that change far more often than anybody wants to hear of: a message only marks what it
 * may have changed, and a look reads all marked states that somebody follows in one call. What changes after
 * a while of quiet is looked at nearly at once; changes that follow each other share a look. A follower hears
 * the state at once, then when it has changed, at most once in `minGapMs` and always the newest.
 */
export interface Watch<State> {
  follow: (subject: Subject, signal?: AbortSignal) => AsyncIterableIterator<State>;
  stop: () => void;
}

export interface Subject {
  key: string;
  /** Messages on it may have changed the state. */
  channel: string;
}

export interface WatchOptions<State> {
  live: Pick<Live, 'subscribe'>;
  log: Pick<Log, 'warn'>;
  /** Between two looks. */
  lookGapMs: number;
  /** Between two states that one follower hears of. */
  minGapMs: number;
  /** The states of these keys, in their order; undefined where there is none (yet). */
  read: (keys: readonly string[]) => Promise<(State | undefined)[]>;
  /** Whether a follower who knows `last` wants to hear of `state`. */
  isNews: (state: State, last: State) => boolean;
}

/** A follower needs the newest state only. */
const MAX_QUEUED = 1;
/** Scores that count together are told of mode by mode: what is looked at waits for the others. */
const SETTLE_MS = 10;
/** Where changes cannot be heard of they are looked for so often. */
const RETRY_MS = 1_000;

interface Followed<State> {
  subject: Subject;
  queues: Set<BoundedQueue<State>>;
  /** Those who have not heard of the state yet. */
  newcomers: Set<BoundedQueue<State>>;
  last: State | undefined;
  /** Ends when followers may hear of another state (ms of `performance.now`). */
  restsUntil: number;
  isMarked: boolean;
}

export function createWatch<State>(options: WatchOptions<State>): Watch<State> {
  const { live, log, lookGapMs, minGapMs, read, isNews } = options;
  const followed = new Map<string, Followed<State>>();
  const channels = new Map<string, { followers: number; close: () => void }>();
  let timer: NodeJS.Timeout | undefined;
  let lookedAt = -Infinity;
  let isFailing = false;

  function follow(subject: Subject, signal?: AbortSignal): AsyncIterableIterator<State> {
    const entry = followed.get(subject.key) ?? start(subject);
    const queue = createBoundedQueue<State>(MAX_QUEUED, () => leave(entry, queue));
    entry.queues.add(queue);
    entry.newcomers.add(queue);
    entry.isMarked = true;
    if (signal?.aborted === true) queue.end();
    else signal?.addEventListener('abort', () => queue.end(), { once: true });
    schedule();
    return queue;
  }

  function start(subject: Subject): Followed<State> {
    const entry: Followed<State> = {
      subject,
      queues: new Set(),
      newcomers: new Set(),
      last: undefined,
      restsUntil: -Infinity,
      isMarked: true,
    };
    followed.set(subject.key, entry);
    listen(subject.channel);
    return entry;
  }

  function leave(entry: Followed<State>, queue: BoundedQueue<State>): void {
    entry.newcomers.delete(queue);
    if (!entry.queues.delete(queue) || entry.queues.size > 0) return;
    followed.delete(entry.subject.key);
    const channel = channels.get(entry.subject.channel);
    if (channel === undefined || --channel.followers > 0) return;
    channels.delete(entry.subject.channel);
    channel.close();
  }

  function listen(name: string): void {
    const known = channels.get(name);
    if (known !== undefined) {
      known.followers++;
      return;
    }
    const closing = new AbortController();
    channels.set(name, { followers: 1, close: () => closing.abort() });
    keepHearing(name, closing.signal);
  }

  function keepHearing(name: string, signal: AbortSignal): void {
    hear(name, signal).catch((error: unknown) => {
      if (signal.aborted) return;
      log.warn(
        { channel: name, err: error },
        'cannot hear of changes: they are looked for until it can',
      );
      mark(name);
      const retry = setTimeout(() => keepHearing(name, signal), RETRY_MS);
      signal.addEventListener('abort', () => clearTimeout(retry), { once: true });
    });
  }

  async function hear(name: string, signal: AbortSignal): Promise<void> {
    const messages = await live.subscribe<unknown>(name, signal, { afterGap: 'a gap' });
    // What changed before the subscription stood is read once more.
    mark(name);
    // What a message says does not matter: whoever follows reads the state itself.
    while ((await messages.next()).done !== true) mark(name);
  }

  function mark(channel: string): void {
    for (const entry of followed.values()) {
      if (entry.subject.channel === channel) entry.isMarked = true;
    }
    schedule();
  }

  function schedule(): void {
    timer ??= setTimeout(
      () => {
        look()
          .then(() => (isFailing = false), complain)
          .finally(() => {
            timer = undefined;
            if (Array.from(followed.values()).some(({ isMarked }) => isMarked)) schedule();
          });
      },
      Math.max(SETTLE_MS, lookedAt + lookGapMs - performance.now()),
    );
  }

  /** Once, until it works again. */
  function complain(error: unknown): void {
    if (!isFailing) log.warn({ err: error }, 'could not read what is followed');
    isFailing = true;
  }

  async function look(): Promise<void> {
    lookedAt = performance.now();
    const due = Array.from(followed.values()).filter(
      ({ isMarked, newcomers, restsUntil }) =>
        isMarked && (newcomers.size > 0 || lookedAt >= restsUntil),
    );
    if (due.length === 0) return;
    // A mark that comes while reading stays.
    for (const entry of due) entry.isMarked = false;
    let states: (State | undefined)[];
    try {
      states = await read(due.map(({ subject }) => subject.key));
    } catch (error) {
      for (const entry of due) entry.isMarked = true;
      throw error;
    }
    for (const [index, entry] of due.entries()) tell(entry, states[index]);
  }

  function tell(entry: Followed<State>, state: State | undefined): void {
    if (state === undefined) return;
    const hasChanged = entry.last === undefined || isNews(state, entry.last);
    const isResting = lookedAt < entry.restsUntil;
    if (hasChanged && !isResting) {
      entry.last = state;
      entry.restsUntil = lookedAt + minGapMs;
      for (const queue of entry.queues) queue.push(state);
    } else {
      for (const queue of entry.newcomers) queue.push(state);
      // The others hear of it when they have rested.
      entry.isMarked ||= hasChanged;
    }
    entry.newcomers.clear();
  }

  return {
    follow,
    stop() {
      clearTimeout(timer);
      for (const { queues } of Array.from(followed.values())) {
        for (const queue of Array.from(queues)) queue.end();
      }
    },
  };
}
