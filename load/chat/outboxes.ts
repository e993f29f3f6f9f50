import type { RecordableHistogram } from 'node:perf_hooks';
import { Client } from 'undici';
import { ask, type Reply } from '../driver/ask.ts';
import { count, createLatency, recordMs } from '../driver/tally.ts';
import { forEachOf } from '../live/socket.ts';

/** What waits for its turn, as in an app that keeps what was written: bounded by this process's memory. */
const MAX_HELD = 2_000_000;
/** Connections that are made at once. */
const CONNECTING = 100;
const ANSWER_MS = 60_000;
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 2_000;
/** From when it was written; then it counts as lost. */
const GIVE_UP_MS = 900_000;

export interface Written {
  dueAt: number;
  /** In its line: from 1. */
  number: number;
  clientId: string;
}

export interface OutboxParts {
  url: string;
  /** Requests at once: people have a connection each. */
  connections: number;
  requestOf: (line: number, written: Written) => { token: string; body: string };
  /** An answer that stored it. */
  isStored: (line: number, body: string) => boolean;
}

/**
 * What people have written and the product has not stored: a line for each of the two of a conversation, in which one
 * message is on its way at a time, as in our own app. Whoever is asked to come later does; nothing is given up.
 */
export interface Outboxes {
  /** Makes the connections, some at a time: thousands at once are more than a server lets wait, and some would come after a minute. */
  open: () => Promise<void>;
  add: (line: number, written: Written) => void;
  held: () => number;
  /** The most that were held at once. */
  mostHeld: () => number;
  lost: () => number;
  /** Resolves when nothing is held any more. */
  untilEmpty: () => Promise<void>;
  /** `sent` counts from when it was written, `answered` from when it was asked for last. */
  latency: ReadonlyMap<string, RecordableHistogram>;
  failures: ReadonlyMap<string, number>;
  close: () => Promise<unknown>;
}

const RETRY_AFTER = /"retryAfterMs":(\d+)/;
const KIND = /"(?:code|__typename)":"(\w+)"/;

export function createOutboxes(parts: OutboxParts): Outboxes {
  const { url, connections, requestOf, isStored } = parts;
  const timeouts = { headersTimeout: ANSWER_MS, bodyTimeout: ANSWER_MS };
  const clients = Array.from({ length: connections }, () => new Client(url, timeouts));
  const free = [...clients];
  /** Lines with something to send, and nobody who sends it; those that are asked to wait are not in it. */
  const ready = createFifo();
  const lines = new Map<number, Written[]>();
  const latency = new Map([
    ['sent', createLatency()],
    ['answered', createLatency()],
  ]);
  const failures = new Map<string, number>();
  let held = 0;
  let mostHeld = 0;
  let lost = 0;
  let empty = Promise.withResolvers<void>();

  function dispatch(): void {
    for (;;) {
      const client = free.at(-1);
      const line = client && ready.take();
      if (line === undefined) return;
      free.pop();
      attempt(client as Client, line, FIRST_RETRY_MS);
    }
  }

  function attempt(client: Client, line: number, retryMs: number): void {
    const written = lines.get(line)?.[0] as Written;
    const { token, body } = requestOf(line, written);
    const askedAt = performance.now();
    ask(client, token, body, (reply) => {
      // A client that could not connect is still busy with telling so.
      if ('kind' in reply) setImmediate(release, client);
      else free.push(client);
      const now = performance.now();
      const isAnswer = 'body' in reply && reply.status === 200;
      if (isAnswer && isStored(line, reply.body)) {
        recordMs(latency.get('sent') as RecordableHistogram, now - written.dueAt);
        recordMs(latency.get('answered') as RecordableHistogram, now - askedAt);
        end(line);
      } else if (now - written.dueAt > GIVE_UP_MS) {
        lost += 1;
        end(line);
      } else {
        count(failures, kindOf(reply));
        const told = isAnswer ? RETRY_AFTER.exec(reply.body)?.[1] : undefined;
        const waitMs = told === undefined ? retryMs * (0.5 + Math.random()) : Number(told);
        setTimeout(() => again(line, Math.min(2 * retryMs, LAST_RETRY_MS)), waitMs);
      }
      dispatch();
    });
  }

  function release(client: Client): void {
    free.push(client);
    dispatch();
  }

  function again(line: number, retryMs: number): void {
    const client = free.pop();
    if (client === undefined) ready.add(line);
    else attempt(client, line, retryMs);
  }

  function end(line: number): void {
    const waiting = lines.get(line) as Written[];
    waiting.shift();
    if (waiting.length > 0) ready.add(line);
    else lines.delete(line);
    held -= 1;
    if (held === 0) empty.resolve();
  }

  return {
    latency,
    failures,
    open: () =>
      forEachOf(connections, CONNECTING, async (index) => {
        const answer = await clients[index]?.request({ path: '/health', method: 'GET' });
        await answer?.body.dump();
      }),
    held: () => held,
    mostHeld: () => mostHeld,
    lost: () => lost,
    add(line, written) {
      if (held >= MAX_HELD) throw new Error(`${MAX_HELD} messages wait already: a lower --rate`);
      if (held === 0) empty = Promise.withResolvers();
      held += 1;
      mostHeld = Math.max(mostHeld, held);
      const waiting = lines.get(line);
      if (waiting !== undefined) waiting.push(written);
      else {
        lines.set(line, [written]);
        ready.add(line);
        dispatch();
      }
    },
    untilEmpty: () => (held === 0 ? Promise.resolve() : empty.promise),
    close: () => Promise.all(clients.map((client) => client.destroy())),
  };
}

function kindOf(reply: Reply): string {
  if ('kind' in reply) return reply.kind;
  return KIND.exec(reply.body)?.[1] ?? `HTTP ${reply.status}`;
}

/** Numbers, first in first out: an array would be moved with each one that is taken. Bounded by the lines. */
function createFifo() {
  let incoming: number[] = [];
  let outgoing: number[] = [];
  return {
    add: (one: number) => void incoming.push(one),
    take(): number | undefined {
      if (outgoing.length === 0) [outgoing, incoming] = [incoming.toReversed(), []];
      return outgoing.pop();
    },
  };
}
