import type { Redis } from 'ioredis';
import type { Store } from '#platform/database/store.ts';
import { AppError } from '#platform/errors.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { beginCartChange, endCartChange, fillCartCopy, readCartCopy } from '../data/cart-copy.ts';
import {
  deleteCartLine,
  deleteCartLines,
  findCart,
  lockCart,
  saveCartLine,
  type StoredCart,
} from '../data/cart.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import { addUnits, setUnits, type CartChange, type CartLine } from '../domain/cart.ts';

export interface Carts {
  read: (userId: string) => Promise<StoredCart>;
  /** As PostgreSQL has it, past the copy. */
  readStored: (userId: string) => Promise<StoredCart>;
  add: (userId: string, line: CartLine) => Promise<StoredCart>;
  set: (userId: string, line: CartLine) => Promise<StoredCart>;
  clear: (userId: string) => Promise<StoredCart>;
  /** Runs a transaction that changes the cart (`lockCart` first), with its copy out of the way. */
  change: <Result>(userId: string, work: (tx: Tx) => Promise<Result>) => Promise<Result>;
}

export interface CartParts {
  store: Store<Tables>;
  redis: Redis;
  log: Log;
  now: () => Date;
  newId: () => string;
}

/** PostgreSQL has the carts; Redis has copies of them, which a flush or an outage may take away. */
export function createCarts({ store, redis, log, now, newId }: CartParts): Carts {
  const readStored = (userId: string) => findCart(store.db, userId);

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

    add: (userId, line) =>
      edit(userId, line.productId, (lines) => addUnits(lines, line.productId, line.quantity)),

    set: (userId, line) =>
      edit(userId, line.productId, (lines) => setUnits(lines, line.productId, line.quantity)),

    clear: (userId) =>
      change(userId, async (tx) => {
        const { version } = await lockCart(tx, userId);
        await deleteCartLines(tx, userId);
        return { version, lines: [] };
      }),

    change: (userId, work) => change(userId, work),
  };

  function edit(
    userId: string,
    productId: string,
    decide: (lines: readonly CartLine[]) => CartChange,
  ): Promise<StoredCart> {
    return change(userId, async (tx) => {
      const { lines } = await lockCart(tx, userId);
      const decision = decide(lines);
      if (!decision.ok) throw new AppError('BAD_USER_INPUT', decision.problem);
      const { quantity } = decision;
      if (quantity === 0) await deleteCartLine(tx, userId, productId);
      else await saveCartLine(tx, userId, { productId, quantity }, now());
      return findCart(tx, userId);
    });
  }

  async function change<Result>(
    userId: string,
    work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    await besideRedis(() => beginCartChange(redis, userId));
    let after: StoredCart | undefined;
    try {
      return await store.transact(async (tx) => {
        const result = await work(tx);
        after = await findCart(tx, userId);
        return result;
      });
    } catch (error) {
      after = undefined;
      throw error;
    } finally {
      const copied = after;
      await besideRedis(() => endCartChange(redis, userId, copied));
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
