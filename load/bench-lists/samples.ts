import type { Graph } from '../foundation/graph.ts';

/** What the shop holds, found out by asking: things to put into the queries. */
export interface Samples {
  productIds: readonly string[];
  /** Words that many names have, and words that few have. */
  commonWords: readonly string[];
  rareWords: readonly string[];
  categories: readonly string[];
  customerIds: readonly string[];
  orders: readonly { id: string; placedAt: string }[];
  /** Ends of pages deep in the list, by sort. */
  deep: Readonly<Record<'NEWEST' | 'TOTAL_DESC', readonly string[]>>;
  deepProducts: readonly string[];
}

const PRODUCTS = `query ($sort: ProductSort, $after: String) {
  categories { slug }
  products(sort: $sort, first: 48, after: $after) {
    edges { node { id name } } pageInfo { endCursor }
  }
}`;
const ORDERS = `query ($filter: OrderFilter, $sort: OrderSort) {
  orders(filter: $filter, sort: $sort, first: 20) {
    edges { node { id placedAt customer { id } } } pageInfo { endCursor }
  }
}`;

interface ProductsView {
  categories: { slug: string }[];
  products: {
    edges: { node: { id: string; name: string } }[];
    pageInfo: { endCursor: string | null };
  };
}
interface OrdersView {
  orders: {
    edges: { node: { id: string; placedAt: string; customer: { id: string } } }[];
    pageInfo: { endCursor: string | null };
  };
}

const DAY_MS = 24 * 3_600_000;
/** Looks back over the year at so many places. */
const PLACES = 12;
const DEEP_PAGES = 20;

export async function collectSamples(graph: Graph, token: string): Promise<Samples> {
  const names = new Map<string, string>();
  const deepProducts: string[] = [];
  let categories: string[] = [];
  for (const sort of ['NEWEST', 'NAME', 'PRICE_ASC']) {
    let after: string | null = null;
    for (let page = 0; page < DEEP_PAGES; page++) {
      const view: ProductsView = await graph.get(PRODUCTS, { sort, after }, token);
      for (const { node } of view.products.edges) names.set(node.id, node.name);
      categories = view.categories.map(({ slug }) => slug);
      after = view.products.pageInfo.endCursor;
      if (after === null) break;
      if (sort === 'NEWEST' && page >= DEEP_PAGES / 2) deepProducts.push(after);
    }
  }
  const { commonWords, rareWords } = weighWords([...names.values()]);

  const orders: Samples['orders'][number][] = [];
  const customers = new Set<string>();
  const newest: string[] = [];
  const dearest: string[] = [];
  const now = Date.now();
  for (let place = 0; place < PLACES; place++) {
    const placedBefore = new Date(now - (place * 365 * DAY_MS) / PLACES).toISOString();
    const byTime: OrdersView = await graph.get(ORDERS, { filter: { placedBefore } }, token);
    const maxTotalCents = 40_000 - place * 3_000;
    const variables = { filter: { maxTotalCents }, sort: 'TOTAL_DESC' };
    const byTotal: OrdersView = await graph.get(ORDERS, variables, token);
    for (const { node } of byTime.orders.edges) {
      orders.push(node);
      customers.add(node.customer.id);
    }
    if (byTime.orders.pageInfo.endCursor !== null) newest.push(byTime.orders.pageInfo.endCursor);
    if (byTotal.orders.pageInfo.endCursor !== null) dearest.push(byTotal.orders.pageInfo.endCursor);
  }
  return {
    productIds: [...names.keys()],
    commonWords,
    rareWords,
    categories,
    customerIds: [...customers],
    orders,
    deep: { NEWEST: newest, TOTAL_DESC: dearest },
    deepProducts,
  };
}

/** The words of names, from those that most of them have to those that one of them has. */
function weighWords(names: readonly string[]) {
  const counts = new Map<string, number>();
  for (const word of names.flatMap((name) => name.toLowerCase().match(/[a-z]{4,}/g) ?? [])) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const ranked = [...counts].toSorted((a, b) => b[1] - a[1]).map(([word]) => word);
  return { commonWords: ranked.slice(0, 20), rareWords: ranked.slice(-100) };
}
