import { defineSubgraph } from '#platform/subgraph/definition.ts';
import { createContext } from './context.ts';
import { createProductCache } from './data/product-cache.ts';
import { createProductCounts } from './data/product-counts.ts';
import type { Tables } from './data/tables.ts';
import { createProductChangedConsumer } from './events/product-changed.handler.ts';
import { createStockChangedConsumer } from './events/stock-changed.handler.ts';
import { resolvers } from './resolvers.ts';
import { catalogSettings } from './settings.ts';

export const catalogSubgraph = defineSubgraph<Tables, typeof catalogSettings>({
  name: 'catalog',
  directory: new URL('./', import.meta.url),
  settings: catalogSettings,

  create({ settings, store, redis, log, metrics, now, newId }) {
    const ttlSeconds = settings.CATALOG_CACHE_TTL_SECONDS;
    const cache = createProductCache({ redis, ttlSeconds, log, metrics });
    const catalog = { store, cache, counts: createProductCounts(store.db, now), now, newId };

    return {
      resolvers,
      createContext: (scope) => createContext(catalog, scope),
      consumers: [
        createProductChangedConsumer(store.db, cache),
        createStockChangedConsumer(store, cache),
      ],
    };
  },
});
