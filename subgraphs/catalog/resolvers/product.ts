import type { ProductConnectionResolvers, ProductResolvers } from '../generated/resolvers.ts';

export const Product: ProductResolvers = {
  // Orders show archived products too: who may list them is a question of lists.
  __resolveReference: async ({ id }, { products }) => (await products.load(id)) ?? null,

  price: ({ priceCents, currency }) => ({ amountCents: priceCents, currency }),

  async category({ categoryId }, _args, { categories }) {
    const category = await categories.load(categoryId);
    if (category === undefined) throw new Error(`product of an unknown category ${categoryId}`);
    return category;
  },
};

export const ProductConnection: ProductConnectionResolvers = {
  totalCount: ({ countAll }) => countAll(),
};
