import { setTimeout as wait } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { WebSocket } from 'ws';
import {
  countCloses,
  sumSocketFigures,
  type SocketFigures,
} from '../../platform/live/socket-figures.ts';
import { listToldSockets } from '../../platform/live/told-sockets.ts';
import { testRedis } from '../../platform/testing/redis.ts';
import { PING_MS } from './socket-server.ts';
import { startLiveServer } from './testing/live-server.ts';
import { greet, openRawSocket } from './testing/raw-socket.ts';
import { TELL_MS } from './tell-sockets.ts';

const EVERY_MS = 100;
const POLL_MS = 5;
const PATIENCE_MS = 20_000;
const STORY_MS = 30_000;

type Store = Awaited<ReturnType<typeof testRedis>>;

const told = async ({ redis }: Store) => {
  const all = await listToldSockets(redis);
  return { gateways: all.length, ...sumSocketFigures(all) };
};

/** Waits for what is told to be so. */
async function until(
  store: Store,
  holds: (figures: Awaited<ReturnType<typeof told>>) => boolean,
  meanwhile: () => void = () => undefined,
): Promise<Awaited<ReturnType<typeof told>>> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const figures = await told(store);
    if (holds(figures)) return figures;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(figures)}`);
    meanwhile();
    await wait(POLL_MS);
  }
}

/** Of the two sockets there were, one did not answer. */
const isCutOff = ({ open, unanswered, closes }: SocketFigures) =>
  open === 1 && unanswered === 1 && closes['1006'] === 1;

/** A tell is left out while Redis is busy with the one before: there are more until one is told. */
function tick(): void {
  jest.advanceTimersByTime(TELL_MS / 50);
}

afterEach(() => void jest.useRealTimers());

test(
  'figures of two gateways are summed; one that stops takes its own along',
  async () => {
    await using store = await testRedis();
    const tells = { redis: store.redis, everyMs: EVERY_MS };
    await using one = await startLiveServer({ tells });
    const other = await startLiveServer({ tells });
    await greet(one.url);
    const left = await openRawSocket(one.url);
    await greet(other.url);
    await until(store, ({ gateways, open }) => gateways === 2 && open === 3);

    left.send('nonsense');
    await left.closed;
    const figures = await until(
      store,
      (now) => now.gateways === 2 && now.open === 2 && countCloses(now) === 1,
    );
    expect(figures).toMatchObject({ opened: 3, closes: { '4400': 1 }, refused: 0 });

    await other.stop();
    // At once, not when it expires.
    expect((await told(store)).gateways).toBeLessThan(2);
    await until(store, ({ gateways, open }) => gateways === 1 && open === 1);
  },
  STORY_MS,
);

test(
  'a gateway that dies without a word is gone from the sum soon',
  async () => {
    await using store = await testRedis();
    const own = store.redis.duplicate();
    await using lost = await startLiveServer({ tells: { redis: own, everyMs: EVERY_MS } });
    await using stays = await startLiveServer({
      tells: { redis: store.redis, everyMs: EVERY_MS },
    });
    await greet(lost.url);
    await greet(stays.url);
    await until(store, ({ gateways, open }) => gateways === 2 && open === 2);
    own.disconnect();
    const left = await until(store, ({ gateways, open }) => gateways === 1 && open === 1);
    expect(left.opened).toBe(1);
  },
  STORY_MS,
);

test(
  'who is refused, who does not answer a ping, and how long answers take',
  async () => {
    // Sockets and Redis keep their own time: only what a gateway does again and again is the test's.
    jest.useFakeTimers({
      doNotFake: [
        'Date',
        'hrtime',
        'nextTick',
        'performance',
        'queueMicrotask',
        'setImmediate',
        'clearImmediate',
        'setTimeout',
        'clearTimeout',
      ],
    });
    await using store = await testRedis();
    await using server = await startLiveServer({
      settings: { GATEWAY_MAX_SOCKETS: '2' },
      tells: { redis: store.redis, everyMs: TELL_MS },
    });
    const good = await greet(server.url);
    const dead = new WebSocket(server.url.replace('http', 'ws'), ['graphql-transport-ws'], {
      autoPong: false,
    });
    const closed = new Promise((resolve) => dead.once('close', resolve));
    await new Promise((resolve) => dead.once('open', resolve));
    const pinged = new Promise((resolve) => dead.once('ping', resolve));
    // What it says counts as life: it has to be heard before the first ping.
    const acknowledged = new Promise((resolve) => dead.once('message', resolve));
    dead.send(JSON.stringify({ type: 'connection_init' }));
    await acknowledged;
    await expect(openRawSocket(server.url)).rejects.toThrow('503');

    jest.advanceTimersByTime(PING_MS);
    await pinged;
    // Behind its answer to the ping: when this is answered, that has arrived.
    good.send({ type: 'ping' });
    expect(await good.next()).toEqual({ type: 'pong' });
    jest.advanceTimersByTime(PING_MS);
    await closed;
    good.send({ type: 'ping' });
    expect(await good.next()).toEqual({ type: 'pong' });

    const figures = await until(store, isCutOff, tick);
    expect(figures).toMatchObject({
      opened: 2,
      refused: 1,
      refusedFull: 1,
      closes: { '1006': 1 },
    });
    expect(figures.roundTrips.reduce((sum, trips) => sum + trips)).toBe(2);
    expect(figures.longestRoundTripMs).toBeGreaterThan(0);
  },
  STORY_MS,
);
