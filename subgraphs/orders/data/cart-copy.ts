import type { Redis } from 'ioredis';
import { luaScript } from '#platform/redis/lua.ts';
import type { CartLine } from '../domain/cart.ts';
import type { StoredCart } from './cart.repository.ts';

const readScript = luaScript(new URL('./read-cart-copy.lua', import.meta.url));
const fillScript = luaScript(new URL('./fill-cart-copy.lua', import.meta.url));
const beginScript = luaScript(new URL('./begin-cart-change.lua', import.meta.url));
const endScript = luaScript(new URL('./end-cart-change.lua', import.meta.url));

/** Longer than any statement may take. */
const PENDING_MS = 30_000;
const COPY_MS = 24 * 60 * 60_000;

/** The braces name the user's slot. */
export const cartKey = (userId: string) => `orders:{${userId}}:cart`;

export type CopyRead =
  | { state: 'COPY'; cart: StoredCart }
  /** There is none: whoever reads the cart in PostgreSQL may fill it. */
  | { state: 'LEASED' }
  /** The cart is being changed: PostgreSQL knows it, and nothing is filled. */
  | { state: 'BUSY' };

export async function readCartCopy(redis: Redis, userId: string, lease: string): Promise<CopyRead> {
  const answer = await readScript(redis, [cartKey(userId)], [lease, PENDING_MS]);
  const [state, ...fields] = answer as [CopyRead['state'], ...string[]];
  return state === 'COPY' ? { state, cart: decode(fields) } : { state };
}

/** The copy, if there is one; leases nothing. */
export async function peekCartCopy(redis: Redis, userId: string): Promise<StoredCart | undefined> {
  const fields = await redis.hgetall(cartKey(userId));
  // The fields of one who reads or changes it are in no copy.
  return '#version' in fields ? decode(Object.entries(fields).flat()) : undefined;
}

/** Does nothing when the lease has been taken away: then the cart may be an old one. */
export async function fillCartCopy(
  redis: Redis,
  userId: string,
  lease: string,
  cart: StoredCart,
): Promise<boolean> {
  const filled = await fillScript(redis, [cartKey(userId)], [lease, COPY_MS, ...encode(cart)]);
  return filled === 1;
}

export async function beginCartChange(redis: Redis, userId: string): Promise<void> {
  await beginScript(redis, [cartKey(userId)], [PENDING_MS]);
}

/** `cart` is what the change has made of it; undefined when it failed. */
export async function endCartChange(
  redis: Redis,
  userId: string,
  cart: StoredCart | undefined,
): Promise<void> {
  const args = [cart?.version ?? 0, PENDING_MS, COPY_MS, ...(cart ? encode(cart) : [])];
  await endScript(redis, [cartKey(userId)], args);
}

function encode({ version, lines }: StoredCart): string[] {
  const fields = lines.flatMap(({ productId, quantity }, position) => [
    productId,
    `${position}:${quantity}`,
  ]);
  return ['#version', String(version), ...fields];
}

function decode(fields: readonly string[]): StoredCart {
  let version = 0;
  const lines: (CartLine & { position: number })[] = [];
  for (let index = 0; index < fields.length; index += 2) {
    const [name = '', value = ''] = fields.slice(index, index + 2);
    if (name === '#version') version = Number(value);
    if (name.startsWith('#')) continue;
    const [position, quantity] = value.split(':').map(Number);
    lines.push({ productId: name, quantity: quantity ?? 0, position: position ?? 0 });
  }
  return {
    version,
    lines: lines
      .toSorted((one, other) => one.position - other.position)
      .map(({ productId, quantity }) => ({ productId, quantity })),
  };
}
