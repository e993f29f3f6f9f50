import type { ScheduleFlashSaleInput } from '#schema/operations/generated/graphql.ts';
import { parsePriceCents } from '../../../shared/format/money.ts';

export type SaleFields = {
  productId: string | null;
  price: string;
  units: number | string;
  limitPerUser: number | string;
  /** As the input of the browser has it, in the reader's time zone; empty is at once. */
  startsAt: string;
  minutes: number | string;
};

export const EMPTY_SALE: SaleFields = {
  productId: null,
  price: '',
  units: '',
  limitPerUser: 1,
  startsAt: '',
  minutes: 60,
};

const WEEK_MINUTES = 7 * 24 * 60;

const wholeFrom1To = (max: number, expected: string) => (value: number | string) =>
  Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= max ? null : expected;

export const validateSale = {
  productId: (value: string | null) => (value ? null : 'Choose a product'),
  price: (value: string) => (parsePriceCents(value) === undefined ? 'A price, such as 9.90' : null),
  units: wholeFrom1To(1_000_000, 'At least one unit'),
  limitPerUser: wholeFrom1To(99, 'From 1 to 99'),
  minutes: wholeFrom1To(WEEK_MINUTES, 'From one minute to a week'),
};

export function toSaleInput(
  { productId, units, limitPerUser, startsAt, minutes }: SaleFields,
  priceCents: number,
  now: Date,
): ScheduleFlashSaleInput {
  const begins = startsAt === '' ? now : new Date(startsAt);
  return {
    productId: productId ?? '',
    priceCents,
    units: Number(units),
    limitPerUser: Number(limitPerUser),
    startsAt: begins.toISOString(),
    endsAt: new Date(begins.getTime() + Number(minutes) * 60_000).toISOString(),
  };
}
