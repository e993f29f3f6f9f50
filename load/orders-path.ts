import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { cpuBetween, readCpuUse, type CpuUse } from './orders-path/cpu.ts';
import { fireCheckouts } from './orders-path/fire.ts';
import { findLocalShop } from './orders-path/local-shop.ts';
import { createBuyers, fillCarts, stockProducts } from './orders-path/shop.ts';
import { readProgress } from './orders-path/progress.ts';

// npm run bench:orders -- [--url http://127.0.0.1:4000] [--state .plaza] [--rate 1000] [--seconds 60]
//
// What an order costs. Fills a cart for each checkout, fires them at a fixed rate whether or not the shop keeps up, waits
// until all are CONFIRMED, and tells the CPU time of each process for one order. The shop runs all in one on this machine.

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000' },
    state: { type: 'string', default: '.plaza' },
    rate: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '60' },
    connections: { type: 'string', default: '64' },
    products: { type: 'string', default: '100' },
  },
});
const rate = Number(values.rate);
const seconds = Number(values.seconds);
const orders = rate * seconds;
if (!Number.isInteger(orders) || orders < 1) {
  console.error('--rate and --seconds: expected numbers whose product is a whole number from 1');
  process.exit(1);
}
/** After the last answer; beyond it the orders are told as not confirmed. */
const CONFIRMED_WITHIN_MS = 120_000;
const ENDED_WITHIN_MS = 300_000;
const LOOK_EVERY_MS = 1_000;

const shop = findLocalShop(values.state);
const pool = new Pool(values.url, { connections: Number(values.connections), pipelining: 1 });

const products = await stockProducts(shop, pool, Number(values.products));
console.log(`${orders} buyers with a token and a cart each…`);
const buyers = await createBuyers(shop, orders);
const fillingAt = performance.now();
const beforeCarts = readCpuUse(shop);
await fillCarts(pool, buyers, products);
print('filling a cart', orders, cpuBetween(beforeCarts, readCpuUse(shop)));
console.log(`${(orders / ((performance.now() - fillingAt) / 1000)).toFixed(0)} carts a second`);
await delay(LOOK_EVERY_MS);

console.log(`${rate} checkouts a second for ${seconds} s…`);
const start = await readProgress(values.url);
const before = readCpuUse(shop);
const startedAt = performance.now();
const fired = await fireCheckouts(pool, buyers, { rate, run: String(Date.now()) });
const accepted = fired.orderIds.length;
const atEnd = await readProgress(values.url);
console.log(
  `${(accepted / fired.seconds).toFixed(0)} accepted a second; at the end ` +
    `${atEnd.confirmed - start.confirmed} of ${accepted} were CONFIRMED, the longest lag ${atEnd.lag}` +
    ` (${atEnd.lagOf}), ${atEnd.outbox} events in outboxes`,
);
const [p50, p95, p99] = [50, 95, 99].map((percent) =>
  (fired.latency.percentile(percent) / 1000).toFixed(0),
);
console.log(`p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`);
for (const [what, count] of fired.others) console.log(`not an order: ${count} × ${what}`);

await until('confirmed', CONFIRMED_WITHIN_MS);
const confirmedSeconds = (performance.now() - startedAt) / 1000;
print(
  `until CONFIRMED (${confirmedSeconds.toFixed(1)} s)`,
  accepted,
  cpuBetween(before, readCpuUse(shop)),
);
console.log(`${(accepted / confirmedSeconds).toFixed(0)} confirmed a second`);
await until('delivered', ENDED_WITHIN_MS);
print('until DELIVERED', accepted, cpuBetween(before, readCpuUse(shop)));
await pool.destroy();

async function until(what: 'confirmed' | 'delivered', withinMs: number): Promise<void> {
  const endAt = performance.now() + withinMs;
  for (;;) {
    const progress = await readProgress(values.url);
    const reached = progress[what] - start[what];
    if (reached >= accepted) return;
    if (performance.now() > endAt) {
      console.error(`${accepted - reached} orders were not ${what} in time`);
      process.exitCode = 1;
      return;
    }
    await delay(LOOK_EVERY_MS);
  }
}

function print(what: string, count: number, use: CpuUse): void {
  const each = Object.entries(use).map(([name, ms]) => `${name} ${(ms / count).toFixed(2)}`);
  const all = Object.values(use).reduce((sum, ms) => sum + ms, 0) / count;
  console.log(`${what}: ${all.toFixed(2)} ms of CPU an order (${each.join(', ')})`);
}
