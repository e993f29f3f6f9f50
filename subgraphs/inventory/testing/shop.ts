import { v7 as newId } from 'uuid';
import { Redis } from 'ioredis';
import type { Envelope } from '#platform/bus/bus.ts';
import type { Store } from '#platform/database/store.ts';
import { createLive } from '#platform/live/live.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import { createMetrics } from '#platform/telemetry/metrics.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { testRedis } from '#platform/testing/redis.ts';
import type { MissingLine } from '#schema/events/inventory-events.ts';
import { createAdmissionDesk } from '../admission-desk.ts';
import { changeStock } from '../change-stock.ts';
import type { SaleLimits } from '../flash-sale/data/sale-copy.ts';
import { createFlashSales } from '../flash-sale/flash-sales.ts';
import type { ClaimClock } from '../flash-sale/settle-claims.ts';
import type { SettledOrder } from '../data/admission.ts';
import type { Tables } from '../data/tables.ts';
import { insertWarehouse } from '../data/warehouse.repository.ts';
import { onOrderEvents } from '../events/order-events.handler.ts';
import { releaseExpired } from '../jobs/release-expired.ts';
import type { Settlement, SettleOptions } from '../settle-commands.ts';

export const HOLD_MS = 600_000;
const MIGRATIONS = new URL('../data/migrations/', import.meta.url);

export interface OrderLine {
  productId: string;
  quantity: number;
}

/** An event of an order as orders publishes it, under a new id. */
export function orderEvent(
  type: 'order.created' | 'order.confirmed' | 'order.cancelled',
  orderId: string,
  lines: readonly OrderLine[] = [],
): Envelope {
  const money = { totalCents: 100, currency: 'EUR' };
  const order = { orderId, userId: 'ada', ...money };
  const data =
    type === 'order.cancelled'
      ? { ...order, reason: 'CUSTOMER_REQUEST' }
      : { ...order, lines: lines.map((line) => ({ ...line, name: 'Mug', unitPriceCents: 100 })) };
  return { id: newId(), type, key: orderId, time: new Date().toISOString(), data };
}

export const LIMITS: SaleLimits = {
  claimMs: HOLD_MS,
  inFlightMs: 60_000,
  maxInFlight: 1_000,
  maxQueue: 1_000,
  maxAttempts: 10,
  windowMs: 60_000,
};
export const WARM_MS = 3_600_000;

/** What a test puts in the place of what is usual, to let somebody else act in between. */
type Interference = Partial<SettleOptions> & { store?: Store<Tables> };

/** Inventory on a database and a Redis of its own, with a clock that the test moves. */
export async function openShop(limits: Partial<SaleLimits> = {}) {
  await using resources = new AsyncDisposableStack();
  const database = resources.use(await testDatabase<Tables>(MIGRATIONS));
  const { redis, url } = resources.use(await testRedis());
  const subscriber = new Redis(url, { retryStrategy: () => null });
  const live = createLive({ publisher: redis, subscriber, log: silentLog });
  resources.defer(() => live.close());
  const { store } = database;
  const { db } = store;
  const clock = { now: new Date('2026-03-01T12:00:00.000Z') };
  const now = () => clock.now;
  const metrics = createMetrics();
  const desk = createAdmissionDesk({
    redis,
    db,
    now,
    admissionMs: HOLD_MS,
    log: silentLog,
    metrics,
  });
  const settling: SettleOptions = { now, newId, holdMs: HOLD_MS };
  const openFlash = (options: Partial<ClaimClock> & { redis?: Redis } = {}) =>
    createFlashSales({
      ...settling,
      store,
      redis,
      ...options,
      live,
      log: silentLog,
      metrics,
      newId,
      warmMs: WARM_MS,
      limits: { ...LIMITS, ...limits },
      stockChanged: (stock) => desk.sync(stock, []),
    });
  const flash = openFlash();
  const afterCommit = async (
    { stock, sales, flashOrders }: Settlement,
    settled: readonly SettledOrder[] = [],
  ) => {
    await desk.sync(stock, settled);
    if (sales.length > 0) await flash.changed(sales, flashOrders);
  };

  const shop = {
    store,
    db,
    redis,
    live,
    desk,
    flash,
    /** Another replica's flash sales. */
    openFlash,
    metrics,
    now,

    wait(ms: number) {
      clock.now = new Date(clock.now.getTime() + ms);
    },

    async warehouse(code = 'BER1') {
      const warehouse = { id: newId(), code, name: code, city: 'Berlin', country: 'DE' };
      await insertWarehouse(db, warehouse, now());
      return warehouse.id;
    },

    async adjust(productId: string, warehouseId: string, delta: number, idempotencyKey?: string) {
      const adjustment = {
        id: newId(),
        productId,
        warehouseId,
        delta,
        reason: 'test',
        idempotencyKey: idempotencyKey ?? null,
        adjustedBy: 'user:ada',
      };
      const change = await store.transact((tx) =>
        changeStock(tx, adjustment, { now: now(), newId }),
      );
      if (change.ok) await desk.sync(change.stock, []);
      return change;
    },

    /** A product with that many units in a warehouse. */
    async product(units: number, warehouseId?: string) {
      const productId = newId();
      await shop.adjust(productId, warehouseId ?? (await shop.warehouse()), units);
      return productId;
    },

    handle: (events: readonly Envelope[], options: Interference = {}) =>
      onOrderEvents({ ...settling, store, afterCommit, ...options }, events),

    releaseExpired: (options: Interference = {}) =>
      releaseExpired({ ...settling, store, afterCommit, ...options }),

    /** Units of a product over all warehouses. */
    async units(productId: string) {
      const rows = await db
        .selectFrom('stock')
        .select(['available', 'reserved', 'sold', 'received'])
        .where('product_id', '=', productId)
        .execute();
      const sum = (key: 'available' | 'reserved' | 'sold' | 'received') =>
        rows.reduce((total, row) => total + row[key], 0);
      return { available: sum('available'), reserved: sum('reserved'), sold: sum('sold') };
    },

    /** Of these orders' reservations; undefined where there is none. */
    async statuses(orderIds: readonly string[]) {
      const rows = await db
        .selectFrom('reservation')
        .select(['order_id', 'status'])
        .where('order_id', 'in', orderIds)
        .execute();
      const statuses = new Map(rows.map(({ order_id, status }) => [order_id, status]));
      return orderIds.map((orderId) => statuses.get(orderId));
    },

    /** Events published so far about an order or a product, without their envelope. */
    async published(key: string) {
      const rows = await db
        .selectFrom('outbox')
        .select('envelope')
        .where('key', '=', key)
        .orderBy('id')
        .execute();
      return rows.map(({ envelope }) => {
        const { type, data } = envelope as Envelope<string, { missing?: MissingLine[] }>;
        return { type, data };
      });
    },

    async answers(orderId: string) {
      return (await shop.published(orderId)).map(({ type }) => type);
    },

    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
  const owned = resources.move();
  return shop;
}

export type Shop = Awaited<ReturnType<typeof openShop>>;
