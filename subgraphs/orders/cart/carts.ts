import type { Redis } from 'ioredis';
import { groupCalls } from '#platform/database/group-calls.ts';
import type { Store } from '#platform/database/store.ts';
import { AppError } from '#platform/errors.ts';
import type { Log } from '#platform/telemetry/log.ts';
import {
  beginCartChange,
  endCartChange,
  fillCartCopy,
  peekCartCopy,
  readCartCopy,
} from '../data/cart-copy.ts';
import { findCarts, findCartsInTheEnd, type StoredCart } from '../data/cart.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import { adding, clearing, setting, type CartEdit, type CartLine } from '../domain/cart.ts';
import { editCarts, type EditRequest, type EditedCart } from './edit-carts.ts';

export interface Carts {
  read: (userId: string) => Promise<StoredCart>;
  /** What the copy says, for who changes the cart next: nothing is copied for them, and without a copy there are no lines. */
  readCopied: (userId: string) => Promise<readonly CartLine[]>;
  /** As PostgreSQL has it, past the copy. */
  readStored: (userId: string) => Promise<StoredCart>;
  add: (userId: string, line: CartLine) => Promise<StoredCart>;
  set: (userId: string, line: CartLine) => Promise<StoredCart>;
  clear: (userId: string) => Promise<StoredCart>;
  /** Runs a transaction that changes these users' carts (`lockCarts` first), with their copies out of the way. */
  change: <Result>(
    userIds: readonly string[],
    work: (tx: Tx) => Promise<Result>,
  ) => Promise<Result>;
}

export interface CartParts {
  store: Store<Tables>;
  redis: Redis;
  log: Log;
  now: () => Date;
  newId: () => string;
}

const NO_CART: StoredCart = { version: 0, lines: [] };
/** Edits in one transaction, or carts in one read, and those that wait for it. */
const LIMITS = { maxItems: 200, maxWaiting: 5_000, mostRestMs: 20 };

/** PostgreSQL has the carts; Redis has copies of them, which a flush or an outage may take away. */
export function createCarts({ store, redis, log, now, newId }: CartParts): Carts {
  const readStored = groupCalls<string, StoredCart>(LIMITS, async (userIds) => {
    const carts = await findCarts(store.db, userIds);
    return userIds.map((userId) => carts.get(userId) ?? NO_CART);
  });
  const edit = groupCalls<EditRequest, EditedCart>(LIMITS, (edits) =>
    change(
      edits.map(({ userId }) => userId),
      (tx) => editCarts(tx, edits, now()),
    ),
  );

  return {
    readStored,

    async read(userId) {
      const lease = newId();
      const copy = await besideRedis(() => readCartCopy(redis, userId, lease));
      if (copy?.state === 'COPY') return copy.cart;
      const cart = await readStored(userId);
      if (copy?.state === 'LEASED') {
        await besideRedis(() => fillCartCopy(redis, userId, lease, cart));
      }
      return cart;
    },

    async readCopied(userId) {
      const copy = await besideRedis(() => peekCartCopy(redis, userId));
      return copy?.lines ?? [];
    },

    add: (userId, line) => editOne(userId, adding(line)),
    set: (userId, line) => editOne(userId, setting(line)),
    clear: (userId) => editOne(userId, clearing),
    change,
  };

  async function editOne(userId: string, decide: CartEdit): Promise<StoredCart> {
    const edited = await edit({ userId, decide });
    if (!edited.ok) throw new AppError('BAD_USER_INPUT', edited.problem);
    return edited.cart;
  }

  async function change<Result>(
    userIds: readonly string[],
    work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    const owners = [...new Set(userIds)];
    await besideRedis(() => Promise.all(owners.map((userId) => beginCartChange(redis, userId))));
    let copied: ReadonlyMap<string, StoredCart> = new Map();
    try {
      const { result, left } = await store.transact(async (tx) => {
        const done = await work(tx);
        return { result: done, left: await findCartsInTheEnd(tx, owners) };
      });
      copied = left();
      return result;
    } finally {
      await besideRedis(() =>
        Promise.all(owners.map((userId) => endCartChange(redis, userId, copied.get(userId)))),
      );
    }
  }

  /** A cart does not need Redis: without it, it is read where it is stored. */
  async function besideRedis<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await ask();
    } catch (error) {
      log.warn({ err: error }, 'the copy of a cart is out of reach');
      return undefined;
    }
  }
}
