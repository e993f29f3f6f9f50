import type { SeedPlan } from '../plan.ts';
import { createRandom, uuidAt } from '../random.ts';

/** Of the `index`th category. */
export function categoryId(plan: SeedPlan, index: number): string {
  return uuidAt(new Date(0), createRandom(plan.seed, 'category', index));
}
