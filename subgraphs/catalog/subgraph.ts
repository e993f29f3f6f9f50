import { defineSubgraph } from '#platform/subgraph/definition.ts';
import { createCatalogCache } from './catalog-cache.ts';
import { createContext } from './context.ts';
import { warmHotProducts } from './data/keep-warm.ts';
import { createProductCounts } from './data/product-counts.ts';
import type { Tables } from './data/tables.ts';
import { followChanges } from './events/catalog-live.ts';
import { createFlashSaleConsumer } from './events/flash-sale.handler.ts';
import { createProductChangedConsumer } from './events/product-changed.handler.ts';
import { createStockChangedConsumer } from './events/stock-changed.handler.ts';
import { createWarmthJobs } from './jobs/keep-warm.ts';
import { resolvers } from './resolvers.ts';
import { catalogSettings } from './settings.ts';

export const catalogSubgraph = defineSubgraph<Tables, typeof catalogSettings>({
  name: 'catalog',
  directory: new URL('./', import.meta.url),
  settings: catalogSettings,

  create({ settings, store, redis, live, log, metrics, now, newId }) {
    const parts = createCatalogCache({ settings, redis, live, log, metrics, now });
    const { cache, popularity, reads, lists } = parts;
    const counts = createProductCounts(store.db, now);
    const catalog = { ...parts, store, redis, counts, now, newId };
    const hotProducts = settings.CATALOG_HOT_PRODUCTS;
    const warmth = { db: store.db, redis, cache, popularity, hotProducts, now };
    const stopping = new AbortController();

    return {
      resolvers,
      createContext: (scope) => createContext(catalog, scope),
      consumers: [
        createProductChangedConsumer(store.db, cache),
        createStockChangedConsumer(store, cache),
        createFlashSaleConsumer(warmth),
      ],
      jobs: createWarmthJobs(warmth),
      async start() {
        await followChanges(live, stopping.signal, {
          changed(products) {
            cache.onChanged(products);
            lists.forget();
          },
          gap() {
            cache.onGap();
            lists.forget();
          },
        });
        // A shop with a cold cache is slow for a moment; one that does not start is worse.
        await warmHotProducts(warmth).catch((error: unknown) =>
          log.warn({ err: error }, 'the cache of products starts cold'),
        );
      },
      async stop() {
        stopping.abort();
        await Promise.all([popularity.flush(), reads.flush().catch(() => undefined)]);
      },
    };
  },
});
