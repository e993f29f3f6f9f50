import { integer } from '#platform/config/settings.ts';

export const catalogSettings = {
  CATALOG_CACHE_TTL_SECONDS: integer(
    'how long a product stays in the cache when nothing changes it',
    { min: 1, max: 7 * 24 * 3_600 },
    { default: '3600' },
  ),
};
