import { createClient, type Client } from 'graphql-ws';
import type { LiveStore } from '../live/live-state.ts';
import type { SessionStore } from '../session/session-store.ts';
import { retryDelayMs } from './retry-delay.ts';

const PING_MS = 10_000;
/** A ping that stays unanswered this long means the connection is dead although nobody closed it. */
const PONG_WITHIN_MS = 5_000;
/** The socket stays open this long after its last subscription, so that changing pages does not reconnect. */
const LINGER_MS = 5_000;

const ACKNOWLEDGED_WITHIN_MS = 10_000;

/** Close codes of a token that is wrong or has expired. */
const REFUSED = new Set([4401, 4403]);

/** What the page needs of its WebSocket. */
export type LiveClient = {
  subscribe: (...[payload, sink]: Parameters<Client['subscribe']>) => () => void;
  /** Drops the connection; whoever is subscribed gets a new one, with the token of that moment. */
  terminate: () => void;
};

/** The one WebSocket of the page, opened by its first subscription and restored for as long as there are any. */
export function openLiveClient(url: string, session: SessionStore, live: LiveStore): LiveClient {
  let rejected: string | undefined;
  let sent: string | undefined;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let subscriptions = 0;

  const client = createClient({
    url,
    lazyCloseTimeout: LINGER_MS,
    connectionAckWaitTimeout: ACKNOWLEDGED_WITHIN_MS,
    keepAlive: PING_MS,
    retryAttempts: Number.POSITIVE_INFINITY,
    // An unreachable server shows as an error event, a refused token as a close code the library would take for final.
    shouldRetry: () => true,
    retryWait: (failures) =>
      new Promise((resolve) => {
        setTimeout(resolve, retryDelayMs(failures + 1, Math.random()));
      }),
    connectionParams: async () => {
      sent = await session.accessToken(rejected);
      rejected = undefined;
      return sent === undefined ? {} : { authorization: `Bearer ${sent}` };
    },
    on: {
      connecting: () => live.apply('connecting'),
      connected: () => live.apply('connected'),
      ping: (received) => {
        if (received) return;
        deadline = setTimeout(() => client.terminate(), PONG_WITHIN_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(deadline);
      },
      closed: (event) => {
        clearTimeout(deadline);
        const { code } = event as CloseEvent;
        if (REFUSED.has(code)) rejected = sent;
        live.apply(subscriptions === 0 ? 'released' : 'lost');
      },
    },
  });

  function subscribe(...[payload, sink]: Parameters<Client['subscribe']>): () => void {
    subscriptions += 1;
    let isOver = false;
    const over = () => {
      if (isOver) return;
      isOver = true;
      subscriptions -= 1;
    };
    const leave = client.subscribe(payload, {
      next: (value) => sink.next(value),
      error: (error) => {
        over();
        sink.error(error);
      },
      complete: () => {
        over();
        sink.complete();
      },
    });
    return () => {
      over();
      leave();
    };
  }

  return { subscribe, terminate: () => client.terminate() };
}
