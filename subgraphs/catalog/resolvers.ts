import { CacheReadCounts, CatalogCacheStats } from './resolvers/cache-stats.ts';
import { Category } from './resolvers/category.ts';
import { Mutation } from './resolvers/mutation.ts';
import { Product, ProductConnection } from './resolvers/product.ts';
import { Query } from './resolvers/query.ts';
import type { Resolvers } from './generated/resolvers.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Product,
  ProductConnection,
  Category,
  CatalogCacheStats,
  CacheReadCounts,
};
