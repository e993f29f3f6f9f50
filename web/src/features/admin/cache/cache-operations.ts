import { graphql } from '#schema/operations/generated/gql.ts';

export const CACHE_STATISTICS = graphql(`
  query CacheStatistics {
    catalogCacheStats {
      since
      reads {
        memory
        redis
        database
        nowhere
        hitRate
      }
      hotReads {
        memory
        redis
        database
        nowhere
        hitRate
      }
      memoryProducts
      rankedProducts
      soonWantedProducts
      mostRead(first: 10) {
        id
        name
        sku
      }
    }
  }
`);
