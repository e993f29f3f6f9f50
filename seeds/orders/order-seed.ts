import { calculateTotals, type Totals } from '../../subgraphs/orders/domain/pricing.ts';
import { isLifelike, type SeedPlan } from '../plan.ts';
import { pickWeighted, uuidAt, type Random } from '../random.ts';
import type { World } from '../world.ts';
import { createBasketFiller, type BasketLine, type PricedProduct } from './basket.ts';
import { createBuyerPicker, demoBuyerOf, type BuyerSeed } from './buyers.ts';
import { createSaleJoiner, planFlashSales, type FlashSaleSeed } from './flash-sales.ts';
import { createFraudFinder, STEP_MS, type FindFraud, type FraudPart } from './fraud.ts';
import { pickEnding, pickLifelikeEnding, type OrderEnding } from './order-ending.ts';
import { tellHistory, type OrderHistory } from './order-history.ts';
import { createOrderTimes, orderStream, shareOf } from './order-times.ts';

export interface ParcelSeed {
  id: string;
  carrier: string;
  trackingNumber: string;
}

export interface OrderSeed extends Totals, OrderHistory, BuyerSeed {
  id: string;
  ending: OrderEnding;
  placedAt: Date;
  lines: BasketLine[];
  token: string;
  method: string;
  parcel: ParcelSeed;
  /** When what is on its way moves again: soon after the plan's end, not all at once. */
  dueAt: Date;
  /** The truth about it, which no part of the product is told. */
  fraud: FraudPart | undefined;
}

export interface OrderMaker {
  order: (index: number) => OrderSeed;
  flashSales: readonly FlashSaleSeed[];
}

/** How many products are kept in memory to make orders of; more are never sold. */
const MAX_PRODUCTS = 50_000;

const DAY_MS = 24 * 3_600_000;
/** Before this no parcel can have arrived. */
const MIN_AGE_OF_DELIVERED_MS = 7 * DAY_MS;
const DUE_WITHIN_MS = 14 * DAY_MS;
const DUE_SOON_MS = 2 * DAY_MS;

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

/** Orders in the order of their time. */
export function createOrderMaker(world: World): OrderMaker {
  const { plan, sizes, calendar } = world;
  const products = listPriced(world);
  const fillBasket = createBasketFiller(products);
  const flashSales = planFlashSales(plan, products);
  const joinSale = createSaleJoiner(plan, flashSales, products, fillBasket);
  const pickBuyer = createBuyerPicker(world);
  const findFraud = createFraudFinder(plan, sizes);
  const timeOfFraud = createFraudTimes(world);
  const dueWithinMs = isLifelike(plan) ? DUE_SOON_MS : DUE_WITHIN_MS;

  return { order: makeOrder, flashSales };

  function makeOrder(index: number): OrderSeed {
    const random = orderStream(plan, index);
    const share = shareOf(index, random, sizes);
    const fraud = fraudAt(index, findFraud, sizes.orders);
    const usualTime = calendar(share);
    const placedAt = fraud === undefined ? usualTime : timeOfFraud(fraud, usualTime);
    const basket = fillBasket(random, fraud?.kind === 'NEW_ACCOUNT');
    const lines = fraud === undefined ? joinSale(random, placedAt, basket) : basket;
    const buyer = pickBuyer(random, index, share, fraud);

    const ending = pickEndingAt(random, plan, placedAt, 1 - share);
    const parcel: ParcelSeed = {
      id: uuidAt(placedAt, random),
      carrier: random.pick(CARRIERS),
      trackingNumber: `PZ${(1e12 + Math.floor(random.next() * 1e12)).toString().slice(1)}`,
    };
    const history = tellHistory(
      random,
      ending,
      placedAt,
      `${parcel.carrier} ${parcel.trackingNumber}`,
    );
    const totals = calculateTotals(
      lines.map(({ product, quantity }) => ({ quantity, unitPriceCents: product.priceCents })),
    );
    const { token, method } = FAILING_CARDS[ending] ?? pickWeighted(random, CARDS);
    return {
      id: uuidAt(placedAt, random),
      userId: buyer.userId,
      address: buyer.address,
      addressJson: buyer.addressJson,
      clientIp: buyer.clientIp,
      status: history.status,
      cancellationReason: history.cancellationReason,
      entries: history.entries,
      chargedAt: history.chargedAt,
      refundedAt: history.refundedAt,
      subtotalCents: totals.subtotalCents,
      shippingCents: totals.shippingCents,
      totalCents: totals.totalCents,
      token,
      method,
      ending,
      placedAt,
      lines,
      parcel,
      dueAt: new Date(plan.until.getTime() + Math.floor(random.next() * dueWithinMs)),
      fraud,
    };
  }
}

/** Demo accounts keep their orders. */
function fraudAt(index: number, findFraud: FindFraud, orders: number): FraudPart | undefined {
  const fraud = findFraud(index);
  return fraud === undefined || demoBuyerOf(index, orders) !== undefined ? undefined : fraud;
}

/** Where few orders are placed, those of a case follow each other sooner than others would. */
function createFraudTimes({ plan, sizes, calendar }: World) {
  const usualTimeOf = createOrderTimes(plan, sizes, calendar);
  return ({ firstIndex, member, spacing }: FraudPart, usual: Date): Date => {
    if (spacing > 1) return usual;
    const soon = usualTimeOf(firstIndex).getTime() + member * STEP_MS;
    return new Date(Math.min(soon, usual.getTime()));
  };
}

function pickEndingAt(
  random: Random,
  plan: SeedPlan,
  placedAt: Date,
  youngerShare: number,
): OrderEnding {
  const ageMs = plan.until.getTime() - placedAt.getTime();
  if (isLifelike(plan)) return pickLifelikeEnding(random, ageMs);
  const ending = pickEnding(random, youngerShare);
  if (ageMs >= MIN_AGE_OF_DELIVERED_MS) return ending;
  return ending === 'DELIVERED' || ending === 'SHIPPED' ? 'PROCESSING' : ending;
}

function listPriced(world: World): PricedProduct[] {
  const count = Math.min(world.sizes.products, MAX_PRODUCTS);
  return Array.from({ length: count }, (_, index) => {
    const { id, name, priceCents } = world.product(index);
    return { index, id, name, priceCents };
  });
}
