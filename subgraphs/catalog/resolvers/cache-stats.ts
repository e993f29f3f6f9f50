import { readPageRequest } from '#platform/graphql/page.ts';
import { countSoonWanted } from '../data/keep-warm.ts';
import type {
  CacheReadCountsResolvers,
  CatalogCacheStatsResolvers,
} from '../generated/resolvers.ts';

export const CatalogCacheStats: CatalogCacheStatsResolvers = {
  memoryProducts: (_stats, _args, { catalog }) => catalog.memory.size(),
  rankedProducts: (_stats, _args, { catalog }) => catalog.popularity.countRanked(),
  soonWantedProducts: (_stats, _args, { catalog }) => countSoonWanted(catalog.redis),
  async mostRead(_stats, args, { catalog, products }) {
    const { first } = readPageRequest(args, 'most-read', 10);
    const ids = await catalog.popularity.listTop(first);
    const found = await Promise.all(ids.map((id) => products.load(id)));
    return found.filter((product) => product !== undefined);
  },
};

export const CacheReadCounts: CacheReadCountsResolvers = {
  hitRate({ memory, redis, database }) {
    const all = memory + redis + database;
    return all === 0 ? null : (memory + redis) / all;
  },
};
