import { pickWeighted, type Random } from '../random.ts';

/** How far an order has come, as far as the mix of orders is concerned. */
export type OrderEnding =
  | 'PENDING'
  | 'PROCESSING'
  | 'SHIPPED'
  | 'DELIVERED'
  | 'CUSTOMER_REQUEST'
  | 'ADMIN_REQUEST'
  | 'OUT_OF_STOCK'
  | 'PAYMENT_DECLINED'
  | 'INSUFFICIENT_FUNDS'
  | 'PAYMENT_TIMED_OUT';

const CANCELLED = [
  ['CUSTOMER_REQUEST', 6],
  ['OUT_OF_STOCK', 3],
  ['ADMIN_REQUEST', 1],
] as const;
const PAYMENT_FAILED = [
  ['PAYMENT_DECLINED', 6],
  ['INSUFFICIENT_FUNDS', 3],
  ['PAYMENT_TIMED_OUT', 1],
] as const;
const ON_THE_WAY = [
  ['SHIPPED', 15],
  ['PROCESSING', 9],
  ['PENDING', 1],
] as const;

const CANCELLED_SHARE = 0.1;
const PAYMENT_FAILED_SHARE = 0.05;
const ON_THE_WAY_SHARE = 0.25;
/** Reservation takes a second: what is older than this share of all orders has long been decided. */
const PENDING_REACH = 0.005;
/** The younger the likelier still on the way: certainly now, not any more when this share is younger. */
const ON_THE_WAY_REACH = (2 * ON_THE_WAY_SHARE) / (1 - CANCELLED_SHARE - PAYMENT_FAILED_SHARE);

const DAY_MS = 24 * 3_600_000;
/** In a lifelike year a parcel leaves after a day or two and has arrived within six. */
const PACKED_AFTER_MS = 1.5 * DAY_MS;
const ARRIVED_AFTER_MS = 5.5 * DAY_MS;

/** As in a shop: what is older than some days has arrived. */
export function pickLifelikeEnding(random: Random, ageMs: number): OrderEnding {
  const share = random.next();
  if (share < CANCELLED_SHARE) return pickWeighted(random, CANCELLED);
  if (share < CANCELLED_SHARE + PAYMENT_FAILED_SHARE) return pickWeighted(random, PAYMENT_FAILED);
  if (ageMs < PACKED_AFTER_MS) return 'PROCESSING';
  return ageMs < ARRIVED_AFTER_MS ? 'SHIPPED' : 'DELIVERED';
}

/** 60 % delivered, 15 % shipped, 10 % pending or processing, 10 % cancelled, 5 % not paid. */
export function pickEnding(random: Random, youngerShare: number): OrderEnding {
  const share = random.next();
  if (share < CANCELLED_SHARE) return pickWeighted(random, CANCELLED);
  if (share < CANCELLED_SHARE + PAYMENT_FAILED_SHARE) return pickWeighted(random, PAYMENT_FAILED);
  const isOnTheWay = random.chance(1 - youngerShare / ON_THE_WAY_REACH);
  if (!isOnTheWay) return 'DELIVERED';
  const ending = pickWeighted(random, ON_THE_WAY);
  return ending === 'PENDING' && youngerShare > PENDING_REACH ? 'PROCESSING' : ending;
}
