import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'undici';
import { ask, type Buyer } from './shop.ts';

export interface Fired {
  /** From when a request was due, so that a driver that falls behind does not hide it. */
  latency: RecordableHistogram;
  orderIds: string[];
  /** Answers that were no orders, by what they were. */
  others: Map<string, number>;
  seconds: number;
}

/** Requests that are under way at once: beyond that the shop is too slow for the rate. */
const MAX_WAITING = 10_000;
const TICK_MS = 5;

const QUERY =
  'mutation Checkout($input: CheckoutInput!) { checkout(input: $input) { __typename ... on Order { id status } } }';
const ADDRESS = {
  recipient: 'Load',
  line1: 'Test 1',
  city: 'Berlin',
  postalCode: '10115',
  country: 'DE',
};

interface CheckoutData {
  checkout: { __typename: string; id?: string };
}

/** Lets each buyer check out once, so many a second, whether or not those before have been answered. */
export async function fireCheckouts(
  pool: Pool,
  buyers: readonly Buyer[],
  { rate, run }: { rate: number; run: string },
): Promise<Fired> {
  const latency = createHistogram();
  const others = new Map<string, number>();
  const orderIds: string[] = [];
  const count = (what: string) => others.set(what, (others.get(what) ?? 0) + 1);
  const startedAt = performance.now();
  let sent = 0;
  let waiting = 0;

  async function checkOut({ token }: Buyer, index: number, dueAt: number): Promise<void> {
    waiting += 1;
    try {
      const input = {
        idempotencyKey: `${run}-${index}`,
        paymentToken: 'tok_visa',
        shippingAddress: ADDRESS,
      };
      const { data, errors } = await ask<CheckoutData>(pool, token, {
        query: QUERY,
        variables: { input },
      });
      if (data?.checkout.id !== undefined) orderIds.push(data.checkout.id);
      else count(data?.checkout.__typename ?? errors?.[0]?.message ?? 'no data');
    } catch (error) {
      count(String(error));
    } finally {
      waiting -= 1;
      latency.record(Math.max(1, Math.round((performance.now() - dueAt) * 1000)));
    }
  }

  const pending = new Set<Promise<void>>();
  while (sent < buyers.length) {
    const due = Math.min(
      buyers.length,
      Math.floor(((performance.now() - startedAt) / 1000) * rate),
    );
    for (; sent < due; sent++) {
      const buyer = buyers[sent];
      if (buyer === undefined) break;
      if (waiting >= MAX_WAITING) {
        count('not sent: too many are waiting');
        continue;
      }
      const each = checkOut(buyer, sent, startedAt + (sent / rate) * 1000);
      pending.add(each);
      void each.finally(() => pending.delete(each));
    }
    await delay(TICK_MS);
  }
  await Promise.all(pending);
  return { latency, orderIds, others, seconds: (performance.now() - startedAt) / 1000 };
}
