import { createHash } from 'node:crypto';
import { QueueFull } from '#platform/database/group-calls.ts';
import { AppError } from '#platform/errors.ts';
import type { MissingLine } from '#schema/events/inventory-events.ts';
import type { OrderLine } from '#schema/events/order-events.ts';
import type { Carts } from '../cart/carts.ts';
import type { NewOrder } from '../data/insert-orders.ts';
import type { CartLine } from '../domain/cart.ts';
import type { ShippingAddress } from '../domain/order.ts';
import { calculateTotals, MAX_TOTAL_CENTS } from '../domain/pricing.ts';
import { nextSweepAt, type SweepLimits } from '../domain/sweep.ts';
import type { Clock } from '../saga/clock.ts';
import type { Admission } from './admission.ts';
import { canBeBought, type CatalogProduct, type FindProduct } from './catalog-products.ts';
import type { CheckoutRate } from './checkout-rate.ts';
import type { CheckoutRequests } from './checkout-requests.ts';
import type { PlaceOrder } from './placement-desk.ts';

export interface CheckoutParts extends Clock {
  carts: Carts;
  findProduct: FindProduct;
  findCard: (token: string) => Promise<string | undefined>;
  admission: Admission;
  rate: CheckoutRate;
  requests: CheckoutRequests;
  placeOrder: PlaceOrder;
  limits: SweepLimits;
}

export interface CheckoutRequest {
  userId: string;
  idempotencyKey: string;
  paymentToken: string;
  address: ShippingAddress;
  /** Where it comes from, if that is known: kept with the order, and no part of what was asked for. */
  clientAddress?: string | undefined;
}

export type CheckoutOutcome =
  /** `order` is what was stored, when this request has done it. */
  | { kind: 'PLACED'; orderId: string; order?: NewOrder }
  | { kind: 'OUT_OF_STOCK'; missing: readonly MissingLine[] }
  | { kind: 'CART_EMPTY' }
  | { kind: 'UNAVAILABLE'; productIds: readonly string[] }
  | { kind: 'CONFLICT' }
  | { kind: 'RATE_LIMITED'; retryAfterMs: number }
  /** Nothing was done: more checkouts wait than are let wait. */
  | { kind: 'BUSY'; retryAfterMs: number };

/** How often the cart may change under a checkout before it is given up. */
const MAX_ATTEMPTS = 3;
/** About how long a full queue takes to be worked off. */
const BUSY_MS = 2_000;

/**
 * Places one order for what is in the cart. Requests with the same key share an order id from the start,
 * so the same request at the same time, again, or after a crash ends with the same order. An outcome
 * without an order leaves the key free.
 */
export async function checkout(
  parts: CheckoutParts,
  request: CheckoutRequest,
): Promise<CheckoutOutcome> {
  try {
    return await tryCheckout(parts, request);
  } catch (error) {
    if (error instanceof QueueFull) return { kind: 'BUSY', retryAfterMs: BUSY_MS };
    throw error;
  }
}

async function tryCheckout(
  parts: CheckoutParts,
  request: CheckoutRequest,
): Promise<CheckoutOutcome> {
  const { requests, admission, carts, now } = parts;
  const paymentMethod = await parts.findCard(request.paymentToken);
  if (paymentMethod === undefined) {
    throw new AppError('BAD_USER_INPUT', 'paymentToken is not one that the provider knows');
  }

  const { userId, idempotencyKey: key } = request;
  const checkoutKey = { userId, key, requestHash: hashContent(request) };
  const retryAfterMs = await parts.rate(userId, key);
  if (retryAfterMs > 0) {
    // What was ordered under the key is told however often it is asked.
    const placed = await requests.findPlaced(checkoutKey);
    return placed === undefined ? { kind: 'RATE_LIMITED', retryAfterMs } : toOutcome(placed);
  }
  const claim = await requests.claim(checkoutKey, parts.newId(), now());
  if (claim.state !== 'OPEN') return toOutcome(claim);
  const { orderId } = claim;

  /** Another request with the key may have placed the order, and emptied the cart, in the meantime. */
  const unlessPlaced = async (outcome: CheckoutOutcome): Promise<CheckoutOutcome> => {
    const placed = await requests.findPlaced(checkoutKey);
    return placed === undefined ? outcome : toOutcome(placed);
  };

  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const lines = await readLines(carts, userId, attempt);
    if (lines.length === 0) return unlessPlaced({ kind: 'CART_EMPTY' });

    const products = await Promise.all(lines.map(({ productId }) => parts.findProduct(productId)));
    const { priced, unavailable } = priceLines(lines, products);
    if (unavailable.length > 0) {
      return unlessPlaced({ kind: 'UNAVAILABLE', productIds: unavailable });
    }
    const order = draftOrder(orderId, request, paymentMethod, priced, parts);

    const answer = await admission.admit(orderId, lines);
    if (answer.state === 'MISSING') {
      return unlessPlaced({ kind: 'OUT_OF_STOCK', missing: answer.missing });
    }

    const outcome = await place(order);
    if (outcome === 'PLACED') return { kind: 'PLACED', orderId, order };
    if (outcome === 'KEY_TAKEN') return unlessPlaced({ kind: 'CONFLICT' });
    await admission.withdraw(orderId);
  }
  throw new AppError('CONFLICT', 'the cart changes while it is being ordered: try again');

  async function place(order: NewOrder) {
    const { requestHash } = checkoutKey;
    try {
      return await parts.placeOrder({ key, requestHash, order });
    } catch (error) {
      // A commit whose answer was lost has placed the order: then it keeps its admission.
      const placed = await requests.findPlaced(checkoutKey);
      if (placed === undefined) await admission.withdraw(orderId);
      throw error;
    }
  }
}

/** The copy at first; where it finds nothing, or is behind, what PostgreSQL has. */
async function readLines(
  carts: Carts,
  userId: string,
  attempt: number,
): Promise<readonly CartLine[]> {
  const copy = attempt === 1 ? await carts.readCopied(userId) : [];
  return copy.length > 0 ? copy : (await carts.readStored(userId)).lines;
}

function priceLines(
  lines: readonly CartLine[],
  products: readonly (CatalogProduct | undefined)[],
): { priced: (OrderLine & { currency: string })[]; unavailable: string[] } {
  const priced: (OrderLine & { currency: string })[] = [];
  const unavailable: string[] = [];
  for (const [index, { productId, quantity }] of lines.entries()) {
    const product = products[index];
    if (!canBeBought(product)) unavailable.push(productId);
    else {
      const { name, price } = product;
      const { amountCents: unitPriceCents, currency } = price;
      priced.push({ productId, name, quantity, unitPriceCents, currency });
    }
  }
  return { priced, unavailable };
}

function draftOrder(
  id: string,
  { userId, address, paymentToken, clientAddress }: CheckoutRequest,
  paymentMethod: string,
  priced: readonly (OrderLine & { currency: string })[],
  { now, limits }: CheckoutParts,
): NewOrder {
  const currencies = new Set(priced.map(({ currency }) => currency));
  const [currency = ''] = currencies;
  if (currencies.size > 1) {
    throw new AppError('BAD_USER_INPUT', 'an order has one currency: split the cart');
  }
  const totals = calculateTotals(priced);
  if (totals.totalCents > MAX_TOTAL_CENTS) {
    throw new AppError('BAD_USER_INPUT', `an order costs at most ${MAX_TOTAL_CENTS} cents`);
  }
  const placedAt = now();
  return {
    id,
    userId,
    ...totals,
    currency,
    address,
    clientAddress,
    paymentToken,
    paymentMethod,
    lines: priced.map(({ productId, name, quantity, unitPriceCents }) => ({
      productId,
      name,
      quantity,
      unitPriceCents,
    })),
    placedAt,
    nextSweepAt: nextSweepAt('PENDING', placedAt, limits),
    message: 'The order was placed.',
  };
}

function toOutcome(
  placed: { state: 'PLACED'; orderId: string } | { state: 'CONFLICT' },
): CheckoutOutcome {
  if (placed.state === 'CONFLICT') return { kind: 'CONFLICT' };
  return { kind: 'PLACED', orderId: placed.orderId };
}

/** Of what the request says itself: the cart is empty when a request comes for the second time. */
function hashContent({ paymentToken, address }: CheckoutRequest): string {
  const { recipient, line1, line2, city, region, postalCode, country } = address;
  const content = [paymentToken, recipient, line1, line2, city, region, postalCode, country];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
