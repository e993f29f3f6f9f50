import type { SeedPlan, SeedSizes } from '../plan.ts';
import { createRandom, type Random } from '../random.ts';
import type { Calendar } from './calendar.ts';

/** The stream that an order is drawn from. */
export function orderStream({ seed }: SeedPlan, index: number): Random {
  return createRandom(seed, 'order', index);
}

/** The place of an order among all of them, from 0 to below 1: its stream's first number. */
export function shareOf(index: number, random: Random, { orders }: SeedSizes): number {
  return (index + random.next()) / orders;
}

export type TimeOfOrder = (index: number) => Date;

/** When an order would be placed if nobody did anything unusual. */
export function createOrderTimes(
  plan: SeedPlan,
  sizes: SeedSizes,
  calendar: Calendar,
): TimeOfOrder {
  return (index) => calendar(shareOf(index, orderStream(plan, index), sizes));
}
