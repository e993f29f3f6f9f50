import {
  isInStock,
  productOf,
  products,
  reviewsOfProduct,
  reviewsOfUser,
  shippingOf,
  userOf,
  users,
  type Product,
  type Review,
  type User,
} from './data.ts';
import type { ShopSubgraph } from './schema.ts';

type Resolvers = Record<string, Record<string, unknown>>;

const topProducts = (_: unknown, { first }: { first: number }) => products.slice(0, first);
/** Changes nothing, so that every server answers the same: what is measured is the way there. */
const priceProduct = (_: unknown, { upc, price }: { upc: string; price: number }) => ({
  ...productOf(upc),
  price,
});

export const SUBGRAPH_RESOLVERS: Readonly<Record<ShopSubgraph['name'], Resolvers>> = {
  users: {
    Query: { users: () => users, me: () => users[0] },
    User: { __resolveReference: ({ id }: User) => userOf(id) },
  },
  products: {
    Query: { topProducts },
    Mutation: { priceProduct },
    Product: { __resolveReference: ({ upc }: Product) => productOf(upc) },
  },
  reviews: {
    Review: {
      author: ({ authorId }: Review) => ({ id: authorId, username: userOf(authorId)?.username }),
      product: ({ upc }: Review) => ({ upc }),
    },
    User: { reviews: ({ id }: User) => reviewsOfUser(id) },
    Product: { reviews: ({ upc }: Product) => reviewsOfProduct(upc) },
  },
  inventory: {
    Product: {
      inStock: ({ upc }: Product) => isInStock(upc),
      shippingEstimate: (product: Product) => shippingOf(product),
    },
  },
};

export const MERGED_RESOLVERS: Resolvers = {
  Query: { users: () => users, me: () => users[0], topProducts },
  Mutation: { priceProduct },
  User: { reviews: ({ id }: User) => reviewsOfUser(id) },
  Review: {
    author: ({ authorId }: Review) => userOf(authorId),
    product: ({ upc }: Review) => productOf(upc),
  },
  Product: {
    inStock: ({ upc }: Product) => isInStock(upc),
    shippingEstimate: (product: Product) => shippingOf(product),
    reviews: ({ upc }: Product) => reviewsOfProduct(upc),
  },
};
