import { randomUUID } from 'node:crypto';
import type { TestGraph } from '../../host/testing/test-graph.ts';
import { runSql, type Person } from './people.ts';

/** A product with stock, made through the graph by an administrator. */
export interface StockedProduct {
  id: string;
  warehouseId: string;
}

interface Created {
  id: string;
}

export async function openShop(admin: Person): Promise<void> {
  await admin.client.get(
    `mutation ($input: CreateCategoryInput!) { createCategory(input: $input) { __typename } }`,
    { input: { slug: 'mugs', name: 'Mugs' } },
  );
  await admin.client.get(
    `mutation ($input: CreateWarehouseInput!) { createWarehouse(input: $input) { __typename } }`,
    { input: { code: 'BER1', name: 'Berlin', city: 'Berlin', country: 'DE' } },
  );
}

export async function stockProduct(
  admin: Person,
  product: { name: string; priceCents: number; units: number },
): Promise<StockedProduct> {
  const { createProduct } = await admin.client.get<{ createProduct: Created }>(
    `mutation ($input: CreateProductInput!) { createProduct(input: $input) { ... on Product { id } } }`,
    {
      input: {
        sku: `SKU-${randomUUID().slice(0, 8)}`,
        name: product.name,
        description: 'For tests.',
        priceCents: product.priceCents,
        category: 'mugs',
      },
    },
  );
  const { warehouses } = await admin.client.get<{ warehouses: Created[] }>('{ warehouses { id } }');
  const warehouseId = warehouses[0]?.id ?? '';
  await admin.client.get(
    `mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { __typename } }`,
    {
      input: { productId: createProduct.id, warehouseId, delta: product.units, reason: 'delivery' },
    },
  );
  return { id: createProduct.id, warehouseId };
}

export const ADDRESS = {
  recipient: 'Ada Lovelace',
  line1: '1 Analytical Way',
  city: 'London',
  postalCode: 'N1 7AA',
  country: 'GB',
};

export interface CheckoutAnswer {
  __typename: string;
  id?: string;
  status?: string;
  message?: string;
  missing?: { requested: number; available: number; product: { id: string } }[];
}

export async function addToCart(buyer: Person, productId: string, quantity: number): Promise<void> {
  await buyer.client.get(
    `mutation ($input: AddToCartInput!) { addToCart(input: $input) { totalQuantity } }`,
    { input: { productId, quantity } },
  );
}

export async function checkOut(
  buyer: Person,
  options: { paymentToken?: string; idempotencyKey?: string } = {},
): Promise<CheckoutAnswer> {
  const { checkout } = await buyer.client.get<{ checkout: CheckoutAnswer }>(
    `mutation ($input: CheckoutInput!) {
      checkout(input: $input) {
        __typename
        ... on Order { id status }
        ... on OutOfStock { message missing { requested available product { id } } }
        ... on CartEmpty { message }
        ... on ProductsUnavailable { message }
        ... on IdempotencyConflict { message }
      }
    }`,
    {
      input: {
        idempotencyKey: options.idempotencyKey ?? randomUUID(),
        paymentToken: options.paymentToken ?? 'tok_visa',
        shippingAddress: ADDRESS,
      },
    },
  );
  return checkout;
}

export interface OrderSnapshot {
  id: string;
  status: string;
  cancellationReason: string | null;
  timeline: { status: string; message: string }[];
}

export const ORDER = 'id status cancellationReason timeline { status message }';

/** Follows an order live until it has ended; every snapshot that was pushed. */
export async function followOrder(buyer: Person, id: string): Promise<OrderSnapshot[]> {
  const events = await buyer.client.follow<{ orderUpdated: OrderSnapshot }>(
    `subscription ($id: ID!) { orderUpdated(id: $id) { ${ORDER} } }`,
    { id },
    ({ orderUpdated }) => isEnded(orderUpdated.status),
  );
  return events.map(({ orderUpdated }) => orderUpdated);
}

export const isEnded = (status: string): boolean =>
  status === 'DELIVERED' || status === 'CANCELLED';

export interface StockRow {
  available: number;
  reserved: number;
  sold: number;
  received: number;
}

export async function stockOf(graph: TestGraph, productId: string): Promise<StockRow> {
  const [row] = await runSql<StockRow>(
    graph.databaseUrl('inventory'),
    `select sum(available)::int as available, sum(reserved)::int as reserved,
            sum(sold)::int as sold, sum(received)::int as received
     from stock where product_id = $1`,
    [productId],
  );
  if (row === undefined) throw new Error(`no stock of ${productId}`);
  return row;
}

/** Polls, bounded, until a claim holds: for what no subscription tells. */
export async function eventually<Value>(
  read: () => Promise<Value>,
  holds: (value: Value) => boolean,
  withinMs = 30_000,
): Promise<Value> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > deadline)
      throw new Error(`still ${JSON.stringify(value)} after ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
