import { brokerDown, cacheFlushed, databaseDown, killParts } from './faults.ts';
import { flashRate, flashSale } from './flash-sales.ts';
import { normal, paymentStorm, peak, surge, thousand } from './orders.ts';
import type { Scenario } from './scenario.ts';

export const scenarios: readonly Scenario[] = [
  normal,
  peak,
  thousand,
  surge,
  flashSale,
  flashRate,
  paymentStorm,
  databaseDown,
  cacheFlushed,
  brokerDown,
  killParts,
];
