import { calculateTotals } from '../../subgraphs/orders/domain/pricing.ts';
import { pickWeighted, type Random } from '../random.ts';
import { DEAR_SHARE } from './fraud.ts';

/** What orders know of a product. */
export interface PricedProduct {
  index: number;
  id: string;
  name: string;
  priceCents: number;
}

export interface BasketLine {
  product: PricedProduct;
  quantity: number;
}

/** The totals of all orders have these, in cents. */
const MEAN_TOTAL = 75_00;
const DEVIATION = 50_00;
/** Of all orders so many are dear on purpose, evenly between these. */
const DEAR = { share: DEAR_SHARE, from: 250_00, to: 450_00 };
/** The others are lognormal, with what then is left for their mean and deviation. */
const OTHERS = leaveOut(DEAR);
const SIGMA = Math.sqrt(Math.log(1 + (OTHERS.deviation / OTHERS.mean) ** 2));
const MU = Math.log(OTHERS.mean) - SIGMA ** 2 / 2;

/** 2.7 on average; small totals have no room for as many, which leaves 2.5. */
const LINES_AN_ORDER = [
  [1, 0.24],
  [2, 0.27],
  [3, 0.22],
  [4, 0.14],
  [5, 0.08],
  [6, 0.05],
] as const;

/** Of all products, those that are as good as any other of about the least price. */
const CHEAP_PART = 1 / 25;
const SECOND_UNIT_SHARE = 0.15;
const MIN_UNIT_CENTS = 5_00;
/** Products of about the wanted price to choose from, on either side: a part of all, within bounds. */
const NEIGHBOURS = { part: 1 / 400, least: 2, most: 12 };

/** A dear one is worth several times what others are. */
/**
 * Prices are round, and some are those of hundreds of products: as many places of the price's dollar are theirs, or only the
 * first of them would ever be found.
 */
export function sortByPrice(products: readonly PricedProduct[]): PricedProduct[] {
  return products.toSorted((a, b) => keyOf(a) - keyOf(b));
}

function keyOf({ index, priceCents }: PricedProduct): number {
  return priceCents + (100 * (Math.imul(index, SCATTER) >>> 0)) / 2 ** 32;
}

/** Of Knuth's multiplicative hashing: neighbours land far from each other. */
const SCATTER = 2_654_435_761;

export type FillBasket = (random: Random, isDear?: boolean) => BasketLine[];

/** Picks products whose prices add up to about a total that it draws first. */
export function createBasketFiller(products: readonly PricedProduct[]): FillBasket {
  const byPrice = sortByPrice(products);
  const keys = byPrice.map(keyOf);
  const { part, least, most } = NEIGHBOURS;
  const reach = Math.min(Math.max(Math.round(products.length * part), least), most);

  const cheap = Math.round(products.length * CHEAP_PART);

  return (random, isDear = false) => {
    const total = isDear ? random.int(DEAR.from, DEAR.to) : Math.exp(MU + SIGMA * random.normal());
    const wanted = pickWeighted(random, LINES_AN_ORDER);
    const { shippingCents } = calculateTotals([{ quantity: 1, unitPriceCents: Math.round(total) }]);

    const basket: BasketLine[] = [];
    let rest = total - shippingCents;
    for (let left = wanted; left > 0; left--) {
      if (basket.length > 0 && rest < MIN_UNIT_CENTS) break;
      // The last line takes what is left, the others a part of about the same size.
      const share = left === 1 ? rest : (rest / left) * (0.5 + random.next());
      const line = pickLine(random, Math.max(share, MIN_UNIT_CENTS), basket);
      if (line === undefined) break;
      basket.push(line);
      rest -= line.product.priceCents * line.quantity;
    }
    return basket;
  };

  function pickLine(
    random: Random,
    cents: number,
    basket: readonly BasketLine[],
  ): BasketLine | undefined {
    const quantity = cents > 2 * MIN_UNIT_CENTS && random.chance(SECOND_UNIT_SHARE) ? 2 : 1;
    const wanted = lowerBound(keys, cents / quantity);
    // Small rests are spread over the cheap products, or the cheapest of all would be in every twelfth order.
    const place = wanted < cheap ? random.int(0, cheap) : wanted + random.int(-reach, reach - 1);
    // An order names a product once: the next one of about that price is as good.
    for (let step = 0; step < byPrice.length; step++) {
      const product = byPrice[(Math.max(place, 0) + step) % byPrice.length];
      if (product !== undefined && !basket.some((line) => line.product === product)) {
        return { product, quantity };
      }
    }
    return undefined;
  }
}

function leaveOut({ share, from, to }: typeof DEAR): { mean: number; deviation: number } {
  const dearMean = (from + to) / 2;
  const dearSquares = dearMean ** 2 + (to - from) ** 2 / 12;
  const mean = (MEAN_TOTAL - share * dearMean) / (1 - share);
  const squares = (DEVIATION ** 2 + MEAN_TOTAL ** 2 - share * dearSquares) / (1 - share);
  return { mean, deviation: Math.sqrt(squares - mean ** 2) };
}

function lowerBound(keys: readonly number[], cents: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? Infinity) < cents) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, keys.length - 1);
}
