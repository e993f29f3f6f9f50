import type { SeedPlan, SeedSizes } from '../plan.ts';
import { createRandom } from '../random.ts';
import type { Calendar } from '../orders/calendar.ts';
import { caseOfNewcomer, countNewcomers, createCaseStarts } from '../orders/fraud.ts';
import type { TimeOfOrder } from '../orders/order-times.ts';

/** When a user joined, in the year of the orders; undefined for those who were there before. */
export type JoinedAt = (userIndex: number) => Date | undefined;

/** Who is who, by index: those who were there before, those who joined in the year, and accounts opened for fraud. */
export interface People {
  /** How many were there before the year. */
  established: number;
  /** How many can have placed an order at this place of the year, from 0 to 1. */
  countAt: (share: number) => number;
  /** The index of the first account that was opened for fraud. */
  firstNewcomer: number;
  joinedAt: JoinedAt;
}

/** Of all users. Their orders are what a new account that means no harm looks like. */
const JOINED_SHARE = 0.1;
/** Before the first order of an account that was opened for it. */
const OPENED_BEFORE_MS = [10 * 60_000, 60 * 60_000] as const;

export function createPeople(
  plan: SeedPlan,
  sizes: SeedSizes,
  calendar: Calendar,
  timeOfOrder: TimeOfOrder,
): People {
  const newcomers = countNewcomers(sizes);
  const joiners = Math.floor(sizes.users * JOINED_SHARE);
  const firstNewcomer = sizes.users - newcomers;
  const established = firstNewcomer - joiners;
  const startOfCase = createCaseStarts(plan, sizes);

  const countAt = (share: number) =>
    established + Math.min(Math.floor(share * joiners) + 1, joiners);
  return {
    firstNewcomer,
    established,
    countAt,
    joinedAt(userIndex) {
      if (userIndex < established) return undefined;
      if (userIndex < firstNewcomer) return calendar((userIndex - established) / joiners);
      const place = userIndex - firstNewcomer;
      const first = timeOfOrder(startOfCase(caseOfNewcomer(place)));
      const before = createRandom(plan.seed, 'newcomer', place).int(...OPENED_BEFORE_MS);
      return new Date(first.getTime() - before);
    },
  };
}
