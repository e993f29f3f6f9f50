import { createBatchedCall, type GraphClient } from '#platform/subgraph/graph-client.ts';

/** What orders needs to know of a product. */
export interface CatalogProduct {
  id: string;
  name: string;
  price: { amountCents: number; currency: string };
  status: string;
}

/** A product by id as the catalog has it now; undefined when there is none. */
export type FindProduct = (productId: string) => Promise<CatalogProduct | undefined>;

/** Products in one question. */
const MAX_PRODUCTS = 200;

const QUERY = `query ($of: [_Any!]!) {
  _entities(representations: $of) {
    ... on Product { id name price { amountCents currency } status }
  }
}`;

interface Answer {
  _entities: readonly (CatalogProduct | null)[];
}

/** Asks for the products of all carts of a moment in one operation. */
export function createProductFinder(graph: GraphClient): FindProduct {
  return createBatchedCall(MAX_PRODUCTS, async (productIds) => {
    const of = [...new Set(productIds)].map((id) => ({ __typename: 'Product', id }));
    const { _entities } = await graph.request<Answer>('catalog', QUERY, { of });
    const found = new Map(_entities.flatMap((product) => (product ? [[product.id, product]] : [])));
    return productIds.map((id) => found.get(id));
  });
}

export function canBeBought(
  product: CatalogProduct | undefined,
): product is CatalogProduct & { status: 'ACTIVE' } {
  return product?.status === 'ACTIVE';
}
