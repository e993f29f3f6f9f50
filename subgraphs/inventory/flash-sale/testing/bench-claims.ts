// node host/with-services.ts -- node subgraphs/inventory/flash-sale/testing/bench-claims.ts
import { askSale } from '../data/sale-copy.ts';
import { LIMITS, openShop } from '../../testing/shop.ts';
import { claimOf, openSale } from './sale.ts';

const CLAIMS = 100_000;
const CALL_SIZE = 500;
const CALLS_AT_ONCE = 4;

await using shop = await openShop({ maxInFlight: 1_000_000 });

async function measure(
  name: string,
  units: number,
  work: (call: readonly ReturnType<typeof claimOf>[]) => Promise<unknown>,
  saleId: string,
  count = CLAIMS,
) {
  const claims = Array.from({ length: count }, () => claimOf({ id: saleId }));
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
  let next = 0;
  await Promise.all(
    Array.from({ length: CALLS_AT_ONCE }, async () => {
      while (next < claims.length) {
        const call = claims.slice(next, (next += CALL_SIZE));
        await work(call);
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const perClaim = ((user + system) / count).toFixed(1);
  console.log(
    `${name}: ${Math.round(count / seconds).toLocaleString('en')} claims/s, ${perClaim} µs of CPU here a claim (${units} units, calls of ${CALL_SIZE})`,
  );
}

const at = shop.now().getTime();
const limits = { ...LIMITS, maxInFlight: 1_000_000 };
for (const [name, units] of [
  ['script, sold out', 100],
  ['script, all admitted', CLAIMS],
] as const) {
  const sale = await openSale(shop, { units });
  await measure(name, units, (call) => askSale(shop.redis, sale.id, call, limits, at), sale.id);
}
const [few, many] = [await openSale(shop, { units: 100 }), await openSale(shop, { units: CLAIMS })];
await measure('decided, 100 of them claimed', 100, (call) => shop.flash.claim(call), few.id);
await measure(
  'decided, all claimed',
  CLAIMS,
  (call) => shop.flash.claim(call),
  many.id,
  CLAIMS / 5,
);
