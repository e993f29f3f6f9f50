import type { CategoryResolvers } from '../generated/resolvers.ts';

export const Category: CategoryResolvers = {
  __resolveReference: async ({ id }, { categories }) => (await categories.load(id)) ?? null,

  productCount: async ({ id }, _args, { catalog }) => (await catalog.counts.get()).get(id) ?? 0,
};
