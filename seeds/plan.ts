/** What a run makes; the same plan makes the same rows. */
export interface SeedPlan {
  /** 1 is the full size: 100,000 users, 50,000 products, 10,000,000 orders. */
  scale: number;
  /** Chooses among worlds of one size. */
  seed: number;
  /** The moment that the rows lead up to; the orders are those of the twelve months before. */
  until: Date;
}

export interface SeedSizes {
  users: number;
  categories: number;
  products: number;
  orders: number;
}

export const DEMO_SCALE = 0.001;
export const DEFAULT_SEED = 1;
/** Where no other time is given, so that the same seed makes the same rows on any day. */
export const DEFAULT_UNTIL = new Date('2026-11-01T00:00:00Z');

/**
 * A quarter of a year's orders on their way, as the full size has, are those of months. The demo is for looking at: there
 * only what is a few days old has not arrived.
 */
export function isLifelike({ scale }: SeedPlan): boolean {
  return scale <= DEMO_SCALE;
}

export const YEAR_MS = 365 * 24 * 3_600_000;

const ALL_CATEGORIES = 50;
/** A small shop with fifty half-empty shelves would not be believed. */
const FEW_CATEGORIES = 24;
const PRODUCTS_FOR_ALL_CATEGORIES = 1_000;

const FULL_SIZE = { users: 100_000, products: 50_000, orders: 10_000_000 };
/** What a shop needs to look like one. */
const LEAST = { users: 100, products: 240, orders: 300 };

export function sizesOf({ scale }: SeedPlan): SeedSizes {
  const sizeOf = (what: keyof typeof FULL_SIZE) =>
    Math.max(LEAST[what], Math.round(FULL_SIZE[what] * scale));
  const products = sizeOf('products');
  return {
    users: sizeOf('users'),
    categories: products < PRODUCTS_FOR_ALL_CATEGORIES ? FEW_CATEGORIES : ALL_CATEGORIES,
    products,
    orders: sizeOf('orders'),
  };
}
