import { calculateTotals, type Totals } from '../../subgraphs/orders/domain/pricing.ts';
import type { AddressSeed } from '../accounts/user-seed.ts';
import { pickWeighted, createRandom, uuidAt, type Random } from '../random.ts';
import type { World } from '../world.ts';
import { createBasketFiller, type BasketLine, type PricedProduct } from './basket.ts';
import { createCalendar } from './calendar.ts';
import { pickEnding, type OrderEnding } from './order-ending.ts';
import { tellHistory, type OrderHistory } from './order-history.ts';

export interface ParcelSeed {
  id: string;
  carrier: string;
  trackingNumber: string;
}

export interface OrderSeed extends Totals, OrderHistory {
  id: string;
  userId: string;
  address: Omit<AddressSeed, 'id'>;
  ending: OrderEnding;
  placedAt: Date;
  lines: BasketLine[];
  token: string;
  method: string;
  parcel: ParcelSeed;
  /** When what is on its way moves again: soon after the plan's end, not all at once. */
  dueAt: Date;
}

/** How many users and products are kept in memory to make orders of; more stay without orders. */
const MAX_BUYERS = 100_000;
const MAX_PRODUCTS = 50_000;

const DAY_MS = 24 * 3_600_000;
/** Before this no parcel can have arrived. */
const MIN_AGE_OF_DELIVERED_MS = 7 * DAY_MS;
const DUE_WITHIN_MS = 14 * DAY_MS;
/** Some buy far more often than others. */
const BUYER_SKEW = 1.3;
/** Orders of the demo accounts, spread over the year; the administrator has none. */
const DEMO_ORDERS = [0, 12, 5];

const CARRIERS = ['DHL', 'UPS', 'FedEx'];
interface Card {
  token: string;
  method: string;
}
const CARDS: readonly (readonly [Card, number])[] = [
  [{ token: 'tok_visa', method: 'Visa •••• 4242' }, 6],
  [{ token: 'tok_mastercard', method: 'Mastercard •••• 4444' }, 4],
];
const FAILING_CARDS: Partial<Record<OrderEnding, Card>> = {
  PAYMENT_DECLINED: { token: 'tok_declined', method: 'Visa •••• 0002' },
  INSUFFICIENT_FUNDS: { token: 'tok_insufficient_funds', method: 'Visa •••• 9995' },
  PAYMENT_TIMED_OUT: { token: 'tok_timeout', method: 'Visa •••• 0259' },
};

export type MakeOrder = (index: number) => OrderSeed;

/** Orders in the order of their time. */
export function createOrderMaker(world: World): MakeOrder {
  const { plan, sizes } = world;
  const calendar = createCalendar(plan.until);
  const fillBasket = createBasketFiller(listPriced(world));
  const buyer = createBuyerPicker(world);

  return (index) => {
    const random = createRandom(plan.seed, 'order', index);
    const share = (index + random.next()) / sizes.orders;
    const placedAt = calendar(share);
    const lines = fillBasket(random);
    const { id: userId, address } = buyer(random, index);

    const ending = pickEndingAt(random, placedAt, 1 - share, plan.until);
    const parcel: ParcelSeed = {
      id: uuidAt(placedAt, random),
      carrier: random.pick(CARRIERS),
      trackingNumber: `PZ${Math.floor(random.next() * 1e12)
        .toString()
        .padStart(12, '0')}`,
    };
    return {
      ...tellHistory(random, ending, placedAt, `${parcel.carrier} ${parcel.trackingNumber}`),
      ...calculateTotals(
        lines.map(({ product, quantity }) => ({ quantity, unitPriceCents: product.priceCents })),
      ),
      ...(FAILING_CARDS[ending] ?? pickWeighted(random, CARDS)),
      id: uuidAt(placedAt, random),
      userId,
      address,
      ending,
      placedAt,
      lines,
      parcel,
      dueAt: new Date(plan.until.getTime() + Math.floor(random.next() * DUE_WITHIN_MS)),
    };
  };
}

function pickEndingAt(
  random: Random,
  placedAt: Date,
  youngerShare: number,
  until: Date,
): OrderEnding {
  const ending = pickEnding(random, youngerShare);
  const isTooYoung = until.getTime() - placedAt.getTime() < MIN_AGE_OF_DELIVERED_MS;
  if (!isTooYoung) return ending;
  return ending === 'DELIVERED' || ending === 'SHIPPED' ? 'PROCESSING' : ending;
}

function listPriced(world: World): PricedProduct[] {
  const count = Math.min(world.sizes.products, MAX_PRODUCTS);
  return Array.from({ length: count }, (_, index) => {
    const { id, name, priceCents } = world.product(index);
    return { index, id, name, priceCents };
  });
}

function createBuyerPicker({ sizes, user }: World) {
  const count = Math.min(sizes.users, MAX_BUYERS);
  const buyers = new Map<number, Pick<OrderSeed, 'address'> & { id: string }>();

  return (random: Random, orderIndex: number) => {
    const demo = demoBuyerOf(orderIndex, sizes.orders);
    const others = count - DEMO_ORDERS.length;
    const place = demo ?? DEMO_ORDERS.length + Math.floor(random.next() ** BUYER_SKEW * others);
    const known = buyers.get(place);
    if (known !== undefined) return known;

    const { id, addresses } = user(place);
    const [address] = addresses;
    if (address === undefined) throw new Error(`user ${place} has no address`);
    const { id: _id, ...rest } = address;
    const buyer = { id, address: rest };
    buyers.set(place, buyer);
    return buyer;
  };
}

function demoBuyerOf(orderIndex: number, orders: number): number | undefined {
  const account = DEMO_ORDERS.findIndex((count, place) => {
    if (count === 0) return false;
    const every = Math.floor(orders / count);
    // From the last order backwards, so that each has something on its way.
    return (orders - 1 - orderIndex) % every === place * 2;
  });
  return account < 0 ? undefined : account;
}
