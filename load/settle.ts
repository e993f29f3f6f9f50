import { setTimeout as delay } from 'node:timers/promises';
import { readMetrics, type MetricsSample } from './metrics.ts';
import type { Shop } from './shop.ts';

export interface Settled {
  /** Events that the slowest consumer was behind when the last journey had ended. */
  lagAtEnd: number;
  /** That consumer. */
  lagOf: string;
  /** After which every order was paid or cancelled; undefined when some were not in time. */
  paidAfterMs: number | undefined;
  /** After which every order had ended and every event was handled; undefined likewise. */
  endedAfterMs: number | undefined;
  confirmed: number;
  cancelled: number;
}

const POLL_MS = 250;
/** Parcels take a few seconds, and what stands still is swept after fifteen. */
const LIMIT_MS = 180_000;
const UNPAID = ['PENDING', 'AWAITING_PAYMENT'];
const UNDER_WAY = [...UNPAID, 'CONFIRMED', 'PROCESSING', 'SHIPPED'];
const PAID = ['CONFIRMED', 'PROCESSING', 'SHIPPED', 'DELIVERED'];

/** Waits until every order placed since has ended and nothing is under way, or says what does not come to rest. */
export async function settle(options: {
  shop: Shop;
  metricsUrls: readonly string[];
  since: Date;
  atEnd: MetricsSample;
  say: (line: string) => void;
}): Promise<Settled> {
  const { shop, metricsUrls, since, atEnd, say } = options;
  const startedAt = performance.now();
  const passed = () => performance.now() - startedAt;
  let paidAfterMs: number | undefined;
  let endedAfterMs: number | undefined;

  while (endedAfterMs === undefined && passed() < LIMIT_MS) {
    // The product may still be starting again: what does not answer is asked again.
    const [unpaid, underWay, metrics] = await Promise.all([
      shop.countOrders(UNPAID, since).catch(() => Infinity),
      shop.countOrders(UNDER_WAY, since).catch(() => Infinity),
      readMetrics(metricsUrls),
    ]);
    if (unpaid === 0) paidAfterMs ??= passed();
    const { lag, lagOf, outbox, missing } = metrics;
    if (underWay === 0 && lag === 0 && outbox === 0 && missing === 0) endedAfterMs = passed();
    else
      say(`${unpaid} orders unpaid, ${underWay} under way, lag ${lag} ${lagOf}, outbox ${outbox}`);
    await delay(POLL_MS);
  }
  return {
    lagAtEnd: atEnd.lag,
    lagOf: atEnd.lagOf,
    paidAfterMs,
    endedAfterMs,
    confirmed: await shop.countOrders(PAID, since),
    cancelled: await shop.countOrders(['CANCELLED'], since),
  };
}
