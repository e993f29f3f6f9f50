import type { Redis } from 'ioredis';
import { luaScript } from '#platform/redis/lua.ts';
import {
  answerRequests,
  queueByProduct,
  unitsToGiveBack,
  type AdmissionAnswer,
  type AdmissionRequest,
  type ProductQueue,
} from '../domain/admission.ts';
import { orderKey, productKeys } from './admission-keys.ts';
import { isId } from '#platform/database/ids.ts';
import { forgetOrders, loadStock, STOCK_TTL_MS, writeStock } from './known-stock.ts';
import type { ProductStock } from './product-stock.repository.ts';
import type { Db } from './tables.ts';

const admitScript = luaScript(new URL('./admit-orders.lua', import.meta.url));

const ADMITTED = -1;

export interface AdmissionOptions {
  redis: Redis;
  db: Db;
  now: () => Date;
  /** How long units are set aside for an order that PostgreSQL has not decided. */
  admissionMs: number;
}

/** An order whose units PostgreSQL has decided. */
export interface SettledOrder {
  orderId: string;
  productIds: readonly string[];
}

/**
 * One answer an order, in their order. Two round trips however many orders there are, and two more and one
 * statement for products that Redis does not know.
 */
export async function admitOrders(
  options: AdmissionOptions,
  requests: readonly AdmissionRequest[],
): Promise<AdmissionAnswer[]> {
  const shortages = await askProducts(options, queueByProduct(requests));
  const answers = answerRequests(requests, (productId, orderId) =>
    shortages.get(productId)?.get(orderId),
  );

  const { redis, admissionMs } = options;
  const givenBack = unitsToGiveBack(requests, answers);
  const productsOf = (index: number) =>
    JSON.stringify(requests[index]?.lines.map(({ productId }) => productId));
  await Promise.all([
    ...Array.from(givenBack, ([productId, orderIds]) => forgetOrders(redis, productId, orderIds)),
    ...answers.map(({ orderId, isAdmitted }, index) =>
      isAdmitted ? redis.set(orderKey(orderId), productsOf(index), 'PX', admissionMs) : undefined,
    ),
  ]);
  return answers;
}

/** Forgets the admission of orders; of those it does not know there is nothing to forget. */
export async function withdrawOrders(redis: Redis, orderIds: readonly string[]): Promise<void> {
  const known = await Promise.all(orderIds.map((orderId) => redis.get(orderKey(orderId))));
  const orders = orderIds.map((orderId, index) => ({
    orderId,
    productIds: JSON.parse(known[index] ?? '[]') as string[],
  }));
  await syncStock(redis, [], orders);
}

/** Tells Redis what PostgreSQL has committed. Calls may arrive in any order, or twice. */
export async function syncStock(
  redis: Redis,
  stock: readonly ProductStock[],
  settled: readonly SettledOrder[],
): Promise<void> {
  const orderIds = new Map<string, string[]>(stock.map(({ productId }) => [productId, []]));
  for (const { orderId, productIds } of settled) {
    for (const productId of new Set(productIds)) {
      const ofProduct = orderIds.get(productId);
      if (ofProduct === undefined) orderIds.set(productId, [orderId]);
      else ofProduct.push(orderId);
    }
  }

  const known = new Map(stock.map((product) => [product.productId, product]));
  await Promise.all([
    ...Array.from(orderIds, ([productId, ids]) => {
      const product = known.get(productId);
      return product === undefined
        ? forgetOrders(redis, productId, ids)
        : writeStock(redis, product, ids);
    }),
    ...settled.map(({ orderId }) => redis.unlink(orderKey(orderId))),
  ]);
}

type Shortages = Map<string, Map<string, number>>;

/** By product and order, the free units where they are too few. */
async function askProducts(
  options: AdmissionOptions,
  queues: readonly ProductQueue[],
): Promise<Shortages> {
  const answers = await Promise.all(queues.map((queue) => askProduct(options, queue)));
  const unknown = queues.filter((_, index) => answers[index]?.length === 0);
  if (unknown.length > 0) {
    await loadStock(
      options.redis,
      options.db,
      unknown.map(({ productId }) => productId),
    );
  }

  return new Map(
    await Promise.all(
      queues.map(async (queue, index) => {
        const known = answers[index] ?? [];
        const free = known.length > 0 ? known : await askProduct(options, queue);
        return [queue.productId, shortagesOf(queue, free)] as const;
      }),
    ),
  );
}

async function askProduct(
  { redis, now, admissionMs }: AdmissionOptions,
  { productId, wanted }: ProductQueue,
): Promise<number[]> {
  if (!isId(productId)) return wanted.map(() => 0);
  const at = now().getTime();
  const orders = wanted.flatMap(({ orderId, quantity }) => [orderId, quantity]);
  const args = [at, at + admissionMs, STOCK_TTL_MS, ...orders];
  return (await admitScript(redis, productKeys(productId), args)) as number[];
}

/** Without an answer, after a flush between loading and asking, nothing is short: PostgreSQL decides. */
function shortagesOf({ wanted }: ProductQueue, free: readonly number[]): Map<string, number> {
  const shortages = new Map<string, number>();
  for (const [index, { orderId }] of wanted.entries()) {
    const units = free[index] ?? ADMITTED;
    if (units !== ADMITTED) shortages.set(orderId, units);
  }
  return shortages;
}
