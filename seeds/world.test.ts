import { BRANDS } from './catalog/brands.ts';
import { CATEGORIES } from './catalog/categories.ts';
import { DEFAULT_UNTIL, sizesOf } from './plan.ts';
import { createWorld } from './world.ts';

const plan = { scale: 1, seed: 1, until: DEFAULT_UNTIL };
const world = createWorld(plan);
const products = Array.from({ length: world.sizes.products }, (_, index) => world.product(index));

test('the full size is the one that was asked for, and the smallest still looks like a shop', () => {
  const full = { users: 100_000, products: 50_000, categories: 50, orders: 10_000_000 };

  expect(sizesOf(plan)).toEqual(full);
  expect(sizesOf({ ...plan, scale: 0.001 })).toMatchObject({ orders: 10_000, categories: 24 });
  expect(sizesOf({ ...plan, scale: 0.000_001 }).products).toBeGreaterThanOrEqual(150);
});

test('50,000 products have names, article numbers and ids of their own', () => {
  for (const key of ['name', 'sku', 'id'] as const) {
    expect(new Set(products.map((product) => product[key])).size).toBe(products.length);
  }
});

test('products cost $5 to $500, and some nearly as much', () => {
  const prices = products.map(({ priceCents }) => priceCents).toSorted((a, b) => a - b);

  expect(prices[0]).toBeGreaterThanOrEqual(500);
  expect(prices[0]).toBeLessThan(700);
  expect(prices.at(-1)).toBeGreaterThan(45_000);
  expect(prices.at(-1)).toBeLessThanOrEqual(50_000);
});

test('70 % of the products have plenty of stock, 20 % little, 10 % none', () => {
  const units = products.map((_product, index) =>
    world.stock(index).reduce((sum, { available }) => sum + available, 0),
  );
  const share = (holds: (count: number) => boolean) => units.filter(holds).length / units.length;

  // Five standard errors at this size.
  expect(share((count) => count >= 50 && count <= 500)).toBeCloseTo(0.7, 1.7);
  expect(share((count) => count >= 10 && count < 50)).toBeCloseTo(0.2, 1.7);
  expect(share((count) => count === 0)).toBeCloseTo(0.1, 1.7);
});

test('the same plan makes the same world, whatever was asked for before', () => {
  const again = createWorld(plan);

  expect(again.user(99)).toEqual(world.user(99));
  expect(again.product(99)).toEqual(products[99]);
  expect(again.stock(99)).toEqual(world.stock(99));
  expect(createWorld({ ...plan, seed: 2 }).user(99)).not.toEqual(world.user(99));
});

test('mail addresses are unique', () => {
  const mails = Array.from({ length: 2_000 }, (_, index) => world.user(index).email);

  expect(new Set(mails).size).toBe(mails.length);
});

test('categories are complete and distinct', () => {
  for (const key of ['slug', 'name', 'prefix'] as const) {
    expect(new Set(CATEGORIES.map((category) => category[key])).size).toBe(50);
  }
  expect(new Set(BRANDS).size).toBe(48);
});
