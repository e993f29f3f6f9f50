import { z } from 'zod';
import { AppError } from '#platform/errors.ts';
import { isId } from '#platform/database/ids.ts';
import type {
  FlashClaimInput,
  FlashPlaceInput,
  ScheduleFlashSaleInput,
} from '../generated/resolvers.ts';
import { parseInput } from '../read-input.ts';
import type { AskedClaim } from './data/sale-copy.ts';

/** One call of another subgraph; it sends more in several. */
export const MAX_CLAIMS = 1_000;
const MAX_UNITS = 1_000_000;
export const MAX_LIMIT_PER_USER = 99;
const MAX_SALE_MS = 7 * 24 * 60 * 60_000;

const id = z.string().refine(isId, 'must be an id as the graph gives it');
const between = (min: number, max: number) => {
  const expected = `must be from ${min} to ${max}`;
  return z.int().min(min, expected).max(max, expected);
};

const newSale = z.object({
  productId: id,
  priceCents: between(0, 2_147_483_647),
  units: between(1, MAX_UNITS),
  limitPerUser: between(1, MAX_LIMIT_PER_USER),
  startsAt: z.date(),
  endsAt: z.date(),
});

const claims = z
  .array(
    z.object({
      saleId: z.string(),
      orderId: id,
      userId: id,
      quantity: z.int().min(1),
      idempotencyKey: z.string().min(1).max(100),
      contentHash: z.string().min(1).max(100),
      isWaiting: z.boolean().nullish(),
    }),
  )
  .max(MAX_CLAIMS);

const places = z.array(z.object({ saleId: id, orderId: id })).max(MAX_CLAIMS);

/** What begins in the past begins now. */
export function readNewSale(input: ScheduleFlashSaleInput, now: Date) {
  const sale = parseInput(newSale, { ...input, limitPerUser: input.limitPerUser ?? 1 });
  const startsAt = sale.startsAt < now ? now : sale.startsAt;
  const lasts = sale.endsAt.getTime() - startsAt.getTime();
  if (lasts <= 0) {
    throw new AppError('BAD_USER_INPUT', 'endsAt must be behind startsAt, and in the future');
  }
  if (lasts > MAX_SALE_MS) {
    throw new AppError('BAD_USER_INPUT', 'a sale lasts a week at most: endsAt must be earlier');
  }
  return { ...sale, startsAt };
}

export function readClaims(input: readonly FlashClaimInput[]): AskedClaim[] {
  return parseInput(claims, input).map(({ isWaiting, ...claim }) =>
    Object.assign(claim, { isWaiting: isWaiting === true }),
  );
}

export const readPlaces = (input: readonly FlashPlaceInput[]) => parseInput(places, input);
