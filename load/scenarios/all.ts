import { brokerDown, cacheFlushed, databaseDown, killParts } from './faults.ts';
import { flashFlushed, flashKilled } from './flash-faults.ts';
import { crowd, flashRate, flashSale } from './flash-sales.ts';
import { normal, paymentStorm, peak, surge, thousand } from './orders.ts';
import type { Scenario } from './scenario.ts';

export const scenarios: readonly Scenario[] = [
  normal,
  peak,
  thousand,
  surge,
  flashSale,
  flashRate,
  crowd,
  paymentStorm,
  databaseDown,
  cacheFlushed,
  brokerDown,
  killParts,
  flashKilled,
  flashFlushed,
];
