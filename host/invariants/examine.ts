import { setTimeout as delay } from 'node:timers/promises';
import { boughtUnits } from './bought-units.ts';
import { chatInvariants } from './chat.ts';
import { gamesInvariants } from './games.ts';
import { playedGames } from './games-played.ts';
import { eventInvariants } from './events.ts';
import { heldByOrders } from './held-by-orders.ts';
import type { Finding, Invariant, Places, Range } from './invariant.ts';
import { notificationInvariants } from './notifications.ts';
import { orderInvariants } from './orders.ts';
import { redisStock } from './redis-stock.ts';
import { flashSaleInvariants } from './flash-sales.ts';
import { stockInvariants } from './stock.ts';
import { toldCustomers } from './told-customers.ts';

/** Everything that always holds, whatever was done to the shop. */
export const invariants: readonly Invariant[] = [
  ...stockInvariants,
  ...flashSaleInvariants,
  heldByOrders,
  boughtUnits,
  ...orderInvariants,
  ...notificationInvariants,
  ...chatInvariants,
  ...gamesInvariants,
  ...playedGames,
  toldCustomers,
  ...eventInvariants,
  redisStock,
];

export interface Examined extends Finding {
  name: string;
  says: string;
  seconds: number;
}

/**
 * Looks at each in turn. What is eventual and broken is looked at again after `settleMs`, so that work under way
 * is no violation: only what is broken both times counts.
 */
export async function examine(
  places: Places,
  range: Range,
  { settleMs, all = invariants }: { settleMs: number; all?: readonly Invariant[] },
): Promise<Examined[]> {
  const examined: Examined[] = [];
  const unsettled: { invariant: Invariant; at: number }[] = [];
  for (const invariant of all) {
    const each = await look(invariant, places, range);
    if (invariant.isEventual && each.broken > 0) unsettled.push({ invariant, at: examined.length });
    examined.push(each);
  }
  if (unsettled.length === 0) return examined;

  await delay(settleMs);
  for (const { invariant, at } of unsettled) {
    const first = examined[at];
    const second = await look(invariant, places, {
      ...range,
      now: new Date(range.now.getTime() + settleMs),
    });
    if (first !== undefined) examined[at] = brokenTwice(first, second);
  }
  return examined;
}

async function look(invariant: Invariant, places: Places, range: Range): Promise<Examined> {
  const startedAt = performance.now();
  const finding = await invariant.check(places, range);
  const { name, says } = invariant;
  return { name, says, seconds: (performance.now() - startedAt) / 1000, ...finding };
}

function brokenTwice(first: Examined, second: Examined): Examined {
  const before = new Set(first.violations.map(({ subject }) => subject));
  const violations = second.violations.filter(({ subject }) => before.has(subject));
  return {
    ...second,
    seconds: first.seconds + second.seconds,
    broken: violations.length,
    violations,
  };
}
