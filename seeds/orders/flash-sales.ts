import { YEAR_MS, type SeedPlan } from '../plan.ts';
import { createRandom, type Random } from '../random.ts';
import { sortByPrice, type BasketLine, type FillBasket, type PricedProduct } from './basket.ts';

export interface FlashSaleSeed {
  number: number;
  startsAt: Date;
  endsAt: Date;
  products: readonly PricedProduct[];
}

/** A product in a sale is bought so many times as often as in any other hour. */
export const FLASH_RATE = 50;
const SALES = 12;
const HOUR_MS = 3_600_000;
const LASTS_MS = 2 * HOUR_MS;
/** One product of so many is in a sale. */
const PRODUCTS_FOR_ONE = 5_000;
/** No more of a sale's orders are for its products, in a shop with few. */
const MAX_SHARE = 0.8;
/** Baskets from which is told how often products of a price are bought at other times. */
const SAMPLE = 10_000;
/** Of the products by price, to either side of the one in question. */
const SAMPLE_REACH = 1 / 50;

/** One a month. */
export function planFlashSales(
  { seed, until }: SeedPlan,
  products: readonly PricedProduct[],
): FlashSaleSeed[] {
  const start = until.getTime() - YEAR_MS;
  const count = Math.max(1, Math.round(products.length / PRODUCTS_FOR_ONE));
  return Array.from({ length: SALES }, (_, number) => {
    const random = createRandom(seed, 'flash sale', number);
    const hours = Math.floor(((number + random.next() * 0.9) * YEAR_MS) / SALES / HOUR_MS);
    const startsAt = new Date(start + hours * HOUR_MS);
    const chosen = new Set<PricedProduct>();
    while (chosen.size < count) chosen.add(random.pick(products));
    return {
      number,
      startsAt,
      endsAt: new Date(startsAt.getTime() + LASTS_MS),
      products: [...chosen],
    };
  });
}

/** Puts a product of a sale into a basket that is filled while it lasts, in place of one of its lines. */
export type JoinSale = (random: Random, placedAt: Date, basket: BasketLine[]) => BasketLine[];

export function createSaleJoiner(
  plan: SeedPlan,
  sales: readonly FlashSaleSeed[],
  products: readonly PricedProduct[],
  fillBasket: FillBasket,
): JoinSale {
  const usualRate = measureRates(plan, products, fillBasket);
  const shares = sales.map((sale) => {
    const lines = sale.products.reduce((sum, product) => sum + usualRate(product), 0);
    return Math.min((FLASH_RATE - 1) * lines, MAX_SHARE);
  });
  const first = sales[0]?.startsAt.getTime() ?? Infinity;

  return (random, placedAt, basket) => {
    const time = placedAt.getTime();
    if (time < first) return basket;
    const sale = sales.find(
      ({ startsAt, endsAt }) => time >= startsAt.getTime() && time < endsAt.getTime(),
    );
    if (sale === undefined || !random.chance(shares[sale.number] ?? 0)) return basket;
    const product = random.pick(sale.products);
    if (basket.some((line) => line.product === product)) return basket;
    return [{ product, quantity: 1 }, ...basket.slice(1)];
  };
}

/** Lines an order that a product of this price has, of the products around it by price. */
function measureRates(
  plan: SeedPlan,
  products: readonly PricedProduct[],
  fillBasket: FillBasket,
): (product: PricedProduct) => number {
  const byPrice = sortByPrice(products);
  const rankOf = new Map(byPrice.map((product, rank) => [product, rank]));
  const bought = new Int32Array(products.length);
  for (let index = 0; index < SAMPLE; index++) {
    for (const { product } of fillBasket(createRandom(plan.seed, 'basket sample', index))) {
      const rank = rankOf.get(product) ?? 0;
      bought[rank] = (bought[rank] ?? 0) + 1;
    }
  }
  const reach = Math.max(1, Math.round(products.length * SAMPLE_REACH));
  return (product) => {
    const rank = rankOf.get(product) ?? 0;
    const around = bought.subarray(Math.max(rank - reach, 0), rank + reach + 1);
    return around.reduce((sum, count) => sum + count, 0) / around.length / SAMPLE;
  };
}
