import { PRODUCT_PICTURE_TINTS, pictureUrl } from '../pictures/picture-url.ts';
import { YEAR_MS, type SeedPlan } from '../plan.ts';
import { createRandom, uuidAt, type Random } from '../random.ts';
import { BRANDS } from './brands.ts';
import type { CategorySeed } from './category-seed.ts';

export interface ProductSeed {
  id: string;
  sku: string;
  name: string;
  description: string;
  priceCents: number;
  imageUrl: string;
  status: 'ACTIVE' | 'ARCHIVED';
  createdAt: Date;
}

const ARCHIVED_SHARE = 0.01;
const MIN_PRICE_CENTS = 5_00;
const MAX_PRICE_CENTS = 500_00;
/** Has no factor in common with the number of brands and styles, so steps of it meet each pair once. */
const PAIR_STEP = 143;
const CLOSINGS = [
  'Returns are free within 30 days.',
  'Ships the same day when ordered before noon.',
  'Comes in packaging without plastic.',
  'Spare parts are available for at least ten years.',
  'One percent of its price goes to reforestation.',
];

/** The `index`th product; categories take turns. */
export function createProductSeed(
  plan: SeedPlan,
  categories: readonly CategorySeed[],
  index: number,
): ProductSeed {
  const category = categoryOf(categories, index);
  const place = Math.floor(index / categories.length);
  const random = createRandom(plan.seed, 'product', index);

  const { brand, style, thing, round } = combine(category, place);
  const [name, from, to] = thing;
  // Finished before the first order, which lie in the last year.
  const createdAt = new Date(
    plan.until.getTime() - YEAR_MS - Math.floor(random.next() * 2 * YEAR_MS),
  );

  return {
    id: uuidAt(createdAt, random),
    sku: `${category.prefix}-${String(place + 1).padStart(4, '0')}`,
    name: [brand, style, name, ...(round > 0 ? [`No. ${round + 1}`] : [])].join(' '),
    description: describe(category, brand, `${style} ${name}`, random),
    priceCents: price(random, from, to),
    imageUrl: pictureUrl(category.icon, random.int(0, PRODUCT_PICTURE_TINTS - 1)),
    status: random.chance(ARCHIVED_SHARE) ? 'ARCHIVED' : 'ACTIVE',
    createdAt,
  };
}

export function categoryOf(categories: readonly CategorySeed[], index: number): CategorySeed {
  return at(categories, index % categories.length);
}

/** No two places of a category get the same name: things take turns, then brands and styles. */
function combine({ styles, things }: CategorySeed, place: number) {
  const turn = Math.floor(place / things.length);
  const pairs = BRANDS.length * styles.length;
  const thingIndex = place % things.length;
  const pair = ((turn + thingIndex) * PAIR_STEP + thingIndex * styles.length) % pairs;
  return {
    thing: at(things, thingIndex),
    brand: at(BRANDS, pair % BRANDS.length),
    style: at(styles, Math.floor(pair / BRANDS.length)),
    round: Math.floor(turn / pairs),
  };
}

function describe({ merits }: CategorySeed, brand: string, what: string, random: Random): string {
  const first = random.int(0, merits.length - 1);
  const second = (first + random.int(1, merits.length - 1)) % merits.length;
  return `${what} by ${brand}. It ${at(merits, first)}, and it ${at(merits, second)}. ${random.pick(CLOSINGS)}`;
}

/** Cheap ones are more frequent than dear ones: even on a logarithmic scale. */
function price(random: Random, from: number, to: number): number {
  const dollars = Math.floor(from * (to / from) ** random.next());
  const cents = dollars * 100 + random.pick([99, 99, 49, 0]);
  return Math.min(Math.max(cents, MIN_PRICE_CENTS), MAX_PRICE_CENTS);
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`there is no item ${index} of ${items.length}`);
  return item;
}
