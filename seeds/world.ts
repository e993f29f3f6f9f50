import { createPeople, type People } from './accounts/people.ts';
import { createUserMaker, type UserSeed } from './accounts/user-seed.ts';
import { CATEGORIES } from './catalog/categories.ts';
import type { CategorySeed } from './catalog/category-seed.ts';
import { createProductSeed, type ProductSeed } from './catalog/product-seed.ts';
import { createStockSeed, type StockSeed } from './inventory/stock-seed.ts';
import { createCalendar, type Calendar } from './orders/calendar.ts';
import { createOrderTimes } from './orders/order-times.ts';
import { sizesOf, type SeedPlan, type SeedSizes } from './plan.ts';

/** Everything there is in a plan, made when it is asked for: the same index gives the same answer. */
export interface World {
  plan: SeedPlan;
  sizes: SeedSizes;
  calendar: Calendar;
  people: People;
  categories: readonly CategorySeed[];
  user: (index: number) => UserSeed;
  product: (index: number) => ProductSeed;
  stock: (productIndex: number) => StockSeed[];
}

export function createWorld(plan: SeedPlan): World {
  const sizes = sizesOf(plan);
  const categories = CATEGORIES.slice(0, sizes.categories);
  const calendar = createCalendar(plan.until);
  const people = createPeople(plan, sizes, calendar, createOrderTimes(plan, sizes, calendar));
  return {
    plan,
    sizes,
    calendar,
    people,
    categories,
    user: createUserMaker(plan, people.joinedAt),
    product: (index) => createProductSeed(plan, categories, index),
    stock: (productIndex) => createStockSeed(plan, productIndex),
  };
}
