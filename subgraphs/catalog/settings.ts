import { integer } from '#platform/config/settings.ts';

const WEEK_SECONDS = 7 * 24 * 3_600;

export const catalogSettings = {
  CATALOG_HOT_PRODUCTS: integer(
    'how many of the most read products are brought into Redis at start and kept there',
    { min: 1, max: 10_000 },
    { default: '1000' },
  ),
  CATALOG_CACHE_TTL_SECONDS: integer(
    'how long one of them stays in Redis when nothing changes it',
    { min: 1, max: WEEK_SECONDS },
    { default: '3600' },
  ),
  CATALOG_WARM_PRODUCTS: integer(
    'how many of the most read products may be in Redis at all; others are read from the database',
    { min: 1, max: 10_000_000 },
    { default: '100000' },
  ),
  CATALOG_WARM_TTL_SECONDS: integer(
    'how long one of those that are not among the most read stays in Redis',
    { min: 1, max: WEEK_SECONDS },
    { default: '1800' },
  ),
  CATALOG_MEMORY_PRODUCTS: integer(
    'how many products each replica holds in its memory, about 1 KiB each',
    { min: 1, max: 1_000_000 },
    { default: '10000' },
  ),
  CATALOG_MEMORY_MS: integer(
    'how long a product is served from memory without a look at Redis: a price is no older than this, should the message about its change be lost',
    { min: 1, max: 600_000 },
    { default: '5000' },
  ),
  CATALOG_LIST_MS: integer(
    'how long the first page of a list is served from memory when no message about a change comes',
    { min: 1, max: 60_000 },
    { default: '2000' },
  ),
};
