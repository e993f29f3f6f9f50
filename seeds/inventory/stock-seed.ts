import type { SeedPlan } from '../plan.ts';
import { createRandom, type Random } from '../random.ts';
import { homeOf, overflowOf } from './warehouses.ts';

export interface StockSeed {
  warehouseId: string;
  available: number;
}

const OVERFLOW_SHARE = 0.4;

/** Free units of a product in each of its warehouses. */
export function createStockSeed(plan: SeedPlan, productIndex: number): StockSeed[] {
  const random = createRandom(plan.seed, 'stock', productIndex);
  const available = pickAvailable(random);
  const home = homeOf(productIndex).id;
  if (available === 0 || !random.chance(OVERFLOW_SHARE)) return [{ warehouseId: home, available }];

  const overflow = Math.floor((available * random.int(10, 40)) / 100);
  return [
    { warehouseId: home, available: available - overflow },
    { warehouseId: overflowOf(productIndex).id, available: overflow },
  ];
}

/** 70 % have plenty, 20 % run low, 10 % are sold out. */
function pickAvailable(random: Random): number {
  const share = random.next();
  if (share < 0.7) return random.int(50, 500);
  return share < 0.9 ? random.int(10, 49) : 0;
}
