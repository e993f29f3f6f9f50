import { createBoundedQueue, type BoundedQueue } from '#platform/live/bounded-queue.ts';
import type { Live } from '#platform/live/live.ts';
import type { Log } from '#platform/telemetry/log.ts';

/**
 * Follows states that change far more often than anybody wants to hear of: a message only marks what it
 * may have changed, and a look reads all marked states that somebody follows in one call. What changes after
 * a while of quiet is looked at nearly at once; changes that follow each other share a look. A follower hears
 * the state at once, then when it is news to this follower, at most once in `minGapMs` and always the newest.
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
  log: Pick<Log, 'warn' | 'info'>;
  /** From the end of a look to the next. */
  lookGapMs: number;
  /** Between two states that one follower hears of. */
  minGapMs: number;
  /** The states of these keys, in their order; undefined where there is none (yet). */
  read: (keys: readonly string[]) => Promise<(State | undefined)[]>;
  /** Whether a follower who knows `last` wants to hear of `state`. */
  isNews: (state: State, last: State) => boolean;
  /** Milliseconds of a clock that never goes back. */
  now: () => number;
}

/** A follower needs the newest state only. */
const MAX_QUEUED = 1;
/** Scores that count together are told of mode by mode: what is looked at waits for the others. */
const SETTLE_MS = 10;
/** Where a channel cannot be subscribed to, changes are looked for so often. */
const RETRY_MS = 1_000;

interface Follower<State> {
  queue: BoundedQueue<State>;
  /** When it came. */
  since: number;
  /** What it has heard; undefined for who is new. */
  last: State | undefined;
  /** When it may hear of another state. */
  restsUntil: number;
}

interface Followed<State> {
  subject: Subject;
  followers: Set<Follower<State>>;
  isMarked: boolean;
}

interface Channel {
  /** How many subjects it tells of. */
  subjects: number;
  closing: AbortController;
  retry: NodeJS.Timeout | undefined;
}

export function createWatch<State>(options: WatchOptions<State>): Watch<State> {
  const { live, log, lookGapMs, minGapMs, read, isNews, now } = options;
  const followed = new Map<string, Followed<State>>();
  const channels = new Map<string, Channel>();
  let next: { timer: NodeJS.Timeout; at: number } | undefined;
  let isLooking = false;
  let lookedAt = -Infinity;
  let isFailing = false;

  function follow(subject: Subject, signal?: AbortSignal): AsyncIterableIterator<State> {
    const entry = followed.get(subject.key) ?? start(subject);
    const queue = createBoundedQueue<State>(MAX_QUEUED, () => leave(entry, follower));
    const follower: Follower<State> = {
      queue,
      since: now(),
      last: undefined,
      restsUntil: -Infinity,
    };
    entry.followers.add(follower);
    entry.isMarked = true;
    if (signal?.aborted === true) queue.end();
    else signal?.addEventListener('abort', () => queue.end(), { once: true });
    schedule(-Infinity);
    return queue;
  }

  function start(subject: Subject): Followed<State> {
    const entry: Followed<State> = { subject, followers: new Set(), isMarked: true };
    followed.set(subject.key, entry);
    const channel = channels.get(subject.channel) ?? listen(subject.channel);
    channel.subjects += 1;
    return entry;
  }

  function leave(entry: Followed<State>, follower: Follower<State>): void {
    if (!entry.followers.delete(follower) || entry.followers.size > 0) return;
    followed.delete(entry.subject.key);
    const channel = channels.get(entry.subject.channel);
    if (channel === undefined || --channel.subjects > 0) return;
    channels.delete(entry.subject.channel);
    channel.closing.abort();
    clearTimeout(channel.retry);
  }

  function listen(name: string): Channel {
    const channel: Channel = { subjects: 0, closing: new AbortController(), retry: undefined };
    channels.set(name, channel);
    keepHearing(name, channel);
    return channel;
  }

  function keepHearing(name: string, channel: Channel): void {
    const { signal } = channel.closing;
    hear(name, channel).catch((error: unknown) => {
      if (signal.aborted) return;
      if (channel.retry === undefined) {
        log.warn(
          { channel: name, err: error },
          'cannot subscribe to changes: looks for them instead',
        );
      }
      mark(name);
      channel.retry = setTimeout(() => keepHearing(name, channel), RETRY_MS);
    });
  }

  async function hear(name: string, channel: Channel): Promise<void> {
    const { signal } = channel.closing;
    const messages = await live.subscribe<unknown>(name, signal, { afterGap: 'a gap' });
    if (channel.retry !== undefined) log.info({ channel: name }, 'changes are told again');
    channel.retry = undefined;
    // What changed before the subscription stood is read once more.
    mark(name);
    // What a message says does not matter: whoever follows reads the state itself.
    while ((await messages.next()).done !== true) mark(name);
  }

  function mark(channel: string): void {
    let dueAt = Infinity;
    for (const entry of followed.values()) {
      // A look is on its way to those that are marked already.
      if (entry.isMarked || entry.subject.channel !== channel) continue;
      entry.isMarked = true;
      dueAt = Math.min(dueAt, dueOf(entry));
    }
    schedule(dueAt);
  }

  /** A look that comes sooner stays as it is. After a look all that is marked is scheduled anyway. */
  function schedule(dueAt: number): void {
    if (isLooking || dueAt === Infinity) return;
    const from = now();
    const at = Math.max(from + SETTLE_MS, lookedAt + lookGapMs, dueAt);
    if (next !== undefined && next.at <= at) return;
    clearTimeout(next?.timer);
    // A timer knows whole milliseconds, and may come one too early.
    next = { timer: setTimeout(lookAndGoOn, Math.floor(at - from) + 1), at };
  }

  function lookAndGoOn(): void {
    next = undefined;
    isLooking = true;
    look()
      .catch(complain)
      .finally(() => {
        isLooking = false;
        let dueAt = Infinity;
        for (const entry of followed.values()) dueAt = Math.min(dueAt, dueOf(entry));
        schedule(dueAt);
      });
  }

  /** Once, until it works again. */
  function complain(error: unknown): void {
    if (!isFailing) log.warn({ err: error }, 'cannot read what is followed: tries again');
    isFailing = true;
  }

  async function look(): Promise<void> {
    const at = now();
    const due = Array.from(followed.values()).filter((entry) => dueOf(entry) <= at);
    if (due.length === 0) return;
    // A mark that comes while reading stays.
    for (const entry of due) entry.isMarked = false;
    let states: (State | undefined)[];
    try {
      states = await read(due.map(({ subject }) => subject.key));
    } catch (error) {
      for (const entry of due) entry.isMarked = true;
      throw error;
    } finally {
      lookedAt = now();
    }
    if (isFailing) log.info('what is followed can be read again');
    isFailing = false;
    for (const [index, entry] of due.entries()) tell(entry, states[index], at);
  }

  function tell(entry: Followed<State>, state: State | undefined, at: number): void {
    if (state === undefined) return;
    for (const follower of entry.followers) {
      // Who came while this was read may know of something newer; its mark brings it the next look.
      if (follower.since > at) continue;
      if (follower.last !== undefined && !isNews(state, follower.last)) continue;
      if (follower.restsUntil > at) {
        entry.isMarked = true;
        continue;
      }
      follower.last = state;
      follower.restsUntil = lookedAt + minGapMs;
      follower.queue.push(state);
    }
  }

  return {
    follow,
    stop() {
      for (const { followers } of Array.from(followed.values())) {
        for (const { queue } of Array.from(followers)) queue.end();
      }
      clearTimeout(next?.timer);
    },
  };
}

/** When somebody may hear of it; never, while nothing has happened. */
function dueOf<State>({ isMarked, followers }: Followed<State>): number {
  if (!isMarked) return Infinity;
  let dueAt = Infinity;
  for (const { restsUntil } of followers) dueAt = Math.min(dueAt, restsUntil);
  return dueAt;
}
