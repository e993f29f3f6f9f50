import type { Samples } from './samples.ts';

/** A question of a person, asked with other values each time. */
export interface QueryKind {
  name: string;
  query: string;
  /** Of the `run`th time. */
  variables: (run: number) => object;
  /** Who asks: an administrator when left out. */
  asker?: 'ADMIN' | 'NOBODY' | 'CUSTOMER';
}

const PAGE = 'totalCount isTotalCountExact pageInfo { endCursor hasNextPage }';
const ROW = `id status placedAt total { amountCents currency }
  customer { id name } lines { productName quantity }`;
const ORDERS = `query ($filter: OrderFilter, $sort: OrderSort, $after: String) {
  orders(filter: $filter, sort: $sort, first: 50, after: $after) { ${PAGE} edges { node { ${ROW} } } }
}`;
const MY_ORDERS = `query ($filter: OrderFilter) {
  myOrders(filter: $filter, first: 20) { ${PAGE} edges { node {
    id status placedAt total { amountCents } lines { productName quantity product { imageUrl } }
  } } }
}`;
const ORDER = `query ($id: ID!) { order(id: $id) {
  ${ROW} timeline { status at message } payment { status method } isCancellable
  shipment { carrier status } shippingAddress { city }
} }`;
const PRODUCTS = `query ($search: String, $filter: ProductFilter, $sort: ProductSort, $after: String) {
  products(search: $search, filter: $filter, sort: $sort, first: 24, after: $after) {
    totalCount pageInfo { endCursor hasNextPage }
    edges { node { id name imageUrl isInStock price { amountCents } category { name } } }
  }
}`;
const PRODUCT = `query ($id: ID!) { product(id: $id) {
  id name description imageUrl sku stock isInStock price { amountCents } category { name slug }
} }`;

const DAY_MS = 24 * 3_600_000;

function at<Item>(items: readonly Item[], run: number): Item {
  const item = items[run % items.length];
  if (item === undefined) throw new Error('the shop has too little to ask for');
  return item;
}

const list = (name: string, variables: (run: number) => object): QueryKind => ({
  name: `orders: ${name}`,
  query: ORDERS,
  variables,
});
const shop = (name: string, variables: (run: number) => object): QueryKind => ({
  name: `products: ${name}`,
  query: PRODUCTS,
  variables,
  asker: 'NOBODY',
});

/** Two letters swapped. */
const typo = (word: string) => `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`;

export function listKinds(samples: Samples): QueryKind[] {
  const { orders, commonWords, rareWords } = samples;
  const day = (run: number, days = 1) => {
    const from = new Date(at(orders, run * 7).placedAt);
    return {
      placedFrom: new Date(from.getTime() - days * DAY_MS).toISOString(),
      placedBefore: from.toISOString(),
    };
  };

  return [
    list('newest', () => ({})),
    list('newest, deep', (run) => ({ after: at(samples.deep.NEWEST, run) })),
    list('oldest', () => ({ sort: 'OLDEST' })),
    list('highest total', () => ({ sort: 'TOTAL_DESC' })),
    list('highest total, deep', (run) => ({
      sort: 'TOTAL_DESC',
      after: at(samples.deep.TOTAL_DESC, run),
    })),
    list('delivered', () => ({ filter: { statuses: ['DELIVERED'] } })),
    list('pending, which are few', () => ({ filter: { statuses: ['PENDING'] } })),
    list('shipped and processing', () => ({ filter: { statuses: ['SHIPPED', 'PROCESSING'] } })),
    list('few by status, highest total', () => ({
      filter: { statuses: ['PENDING', 'AWAITING_PAYMENT'] },
      sort: 'TOTAL_DESC',
    })),
    list('of a day', (run) => ({ filter: day(run) })),
    list('of a day, highest total', (run) => ({ filter: day(run), sort: 'TOTAL_DESC' })),
    list('of a month, cancelled, $50 to $60', (run) => ({
      filter: {
        ...day(run, 30),
        statuses: ['CANCELLED'],
        minTotalCents: 5_000,
        maxTotalCents: 6_000,
      },
    })),
    list('a narrow range of totals', (run) => ({
      filter: { minTotalCents: 5_000 + run * 37, maxTotalCents: 5_010 + run * 37 },
    })),
    list('the dearest few', (run) => ({ filter: { minTotalCents: 60_000 + run * 100 } })),
    list('the dearest of those cancelled', () => ({
      filter: { minTotalCents: 50_000, statuses: ['CANCELLED'] },
      sort: 'TOTAL_ASC',
    })),
    list('of a customer', (run) => ({ filter: { customerId: at(samples.customerIds, run) } })),
    list('of a customer, by words', (run) => ({
      filter: { customerId: at(samples.customerIds, run), search: at(commonWords, run) },
    })),
    list('of a product', (run) => ({ filter: { productId: at(samples.productIds, run) } })),
    list('of a product, highest total', (run) => ({
      filter: { productId: at(samples.productIds, run) },
      sort: 'TOTAL_DESC',
    })),
    list('of a product, pending', (run) => ({
      filter: { productId: at(samples.productIds, run), statuses: ['PENDING'] },
    })),
    list('by the start of an id', (run) => ({
      filter: { search: at(orders, run).id.slice(0, 9) },
    })),
    list('by the end of an id', (run) => ({ filter: { search: at(orders, run).id.slice(-8) } })),
    list('by a word of many names', (run) => ({ filter: { search: at(commonWords, run) } })),
    list('by a word of few names', (run) => ({ filter: { search: at(rareWords, run) } })),
    list('by two words', (run) => ({
      filter: { search: `${at(commonWords, run)} ${at(rareWords, run)}` },
    })),
    list('by a word of many names, pending', (run) => ({
      filter: { search: at(commonWords, run), statuses: ['PENDING'] },
    })),
    list('by a word of few names, cancelled', (run) => ({
      filter: { search: at(rareWords, run), statuses: ['CANCELLED'] },
    })),
    list('by a word, highest total', (run) => ({
      filter: { search: at(rareWords, run) },
      sort: 'TOTAL_DESC',
    })),
    list('by a word that nothing is called', (run) => ({ filter: { search: `qqx${run}` } })),
    { name: 'an order', query: ORDER, variables: (run) => ({ id: at(orders, run).id }) },
    { name: 'my orders', query: MY_ORDERS, variables: () => ({}), asker: 'CUSTOMER' },
    {
      name: 'my orders, by words',
      query: MY_ORDERS,
      variables: (run) => ({ filter: { search: at(commonWords, run) } }),
      asker: 'CUSTOMER',
    },
    shop('newest', () => ({ sort: 'NEWEST' })),
    shop('newest, deep', (run) => ({ sort: 'NEWEST', after: at(samples.deepProducts, run) })),
    shop('of a category by price', (run) => ({
      filter: { categories: [at(samples.categories, run)] },
      sort: 'PRICE_ASC',
    })),
    shop('of a range of prices, in stock', (run) => ({
      filter: { minPriceCents: 500 + run * 11, maxPriceCents: 1_500 + run * 17, inStock: true },
      sort: 'NAME',
    })),
    shop('search by a word of many', (run) => ({ search: at(commonWords, run) })),
    shop('search by a word of few', (run) => ({ search: at(rareWords, run) })),
    shop('search by two words', (run) => ({
      search: `${at(commonWords, run)} ${at(commonWords, run + 1)}`,
    })),
    shop('search by one letter', (run) => ({ search: 'abcdefghijklmnoprstw'.charAt(run % 20) })),
    shop('search, by price in a category', (run) => ({
      search: at(commonWords, run),
      filter: { categories: [at(samples.categories, run)] },
      sort: 'PRICE_DESC',
    })),
    shop('search with a typing error', (run) => ({ search: typo(at(rareWords, run)) })),
    shop('search for eight words that nothing has', (run) => ({
      search: Array.from({ length: 8 }, (_, word) => `${at(rareWords, run + word)}zq`).join(' '),
    })),
    {
      name: 'a product',
      query: PRODUCT,
      variables: (run) => ({ id: at(samples.productIds, run * 31) }),
      asker: 'NOBODY',
    },
  ];
}
