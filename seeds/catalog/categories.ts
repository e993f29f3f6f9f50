import { gadgetsAndSeasons } from './categories/gadgets-and-seasons.ts';
import { homeExtras } from './categories/home-extras.ts';
import { kitchenAndRooms } from './categories/kitchen-and-rooms.ts';
import { leisure } from './categories/leisure.ts';
import { outAndAbout } from './categories/out-and-about.ts';
import type { CategorySeed } from './category-seed.ts';

/** All of them; a small shop has those at the beginning. */
export const CATEGORIES: readonly CategorySeed[] = [
  ...kitchenAndRooms,
  ...outAndAbout,
  ...leisure,
  ...homeExtras,
  ...gadgetsAndSeasons,
];
