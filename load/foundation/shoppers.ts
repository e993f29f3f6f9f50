import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Graph } from './graph.ts';

export interface Shopper {
  email: string;
  password: string;
  accessToken: string;
}

const ADDRESS = {
  recipient: 'Load',
  line1: 'Test 1',
  city: 'Berlin',
  postalCode: '10115',
  country: 'DE',
};

export async function register(graph: Graph): Promise<Shopper> {
  const input = { email: `${randomUUID()}@load.example`, name: 'Load', password: randomUUID() };
  const { register: session } = await graph.get<{ register: { accessToken: string } }>(
    'mutation ($input: RegisterInput!) { register(input: $input) { ... on Session { accessToken } } }',
    { input },
  );
  return { ...input, accessToken: session.accessToken };
}

export async function logIn(
  graph: Graph,
  { email, password }: Omit<Shopper, 'accessToken'>,
): Promise<string> {
  const { login } = await graph.get<{ login: { accessToken?: string; __typename: string } }>(
    'mutation ($input: LoginInput!) { login(input: $input) { __typename ... on Session { accessToken } } }',
    { input: { email, password } },
  );
  if (login.accessToken === undefined) throw new Error(`login answered ${login.__typename}`);
  return login.accessToken;
}

/** The product in stock with the most units, so that the runs do not sell it out. */
export async function findProduct(graph: Graph): Promise<string> {
  const { products } = await graph.get<{
    products: { edges: { node: { id: string; stock: number } }[] };
  }>('{ products(first: 100, filter: { inStock: true }) { edges { node { id stock } } } }', {});
  const [best] = products.edges.map(({ node }) => node).toSorted((a, b) => b.stock - a.stock);
  if (best === undefined) throw new Error('no product is in stock: seed the shop first');
  return best.id;
}

export async function fillCart(graph: Graph, shopper: Shopper, productId: string): Promise<void> {
  await graph.get(
    'mutation ($input: AddToCartInput!) { addToCart(input: $input) { totalQuantity } }',
    { input: { productId } },
    shopper.accessToken,
  );
}

/** Places the order for what is in the cart, and gives its id. */
export async function checkOut(
  graph: Graph,
  shopper: Shopper,
  paymentToken = 'tok_visa',
): Promise<string> {
  const input = {
    idempotencyKey: randomUUID(),
    paymentToken,
    shippingAddress: ADDRESS,
  };
  const { checkout } = await graph.get<{ checkout: { __typename: string; id?: string } }>(
    'mutation ($input: CheckoutInput!) { checkout(input: $input) { __typename ... on Order { id } } }',
    { input },
    shopper.accessToken,
  );
  if (checkout.id === undefined) throw new Error(`checkout answered ${checkout.__typename}`);
  return checkout.id;
}

const STOCK_POLL_MS = 5;
const STOCK_BACK_MS = 10_000;

export async function stockOf(graph: Graph, productId: string): Promise<number> {
  const { product } = await graph.get<{ product: { stock: number } | null }>(
    'query ($id: ID!) { product(id: $id) { stock } }',
    { id: productId },
  );
  if (product === null) throw new Error(`there is no product ${productId}`);
  return product.stock;
}

/** Until so many units are free again. Throws when somebody else buys them meanwhile. */
export async function waitForStock(graph: Graph, productId: string, units: number): Promise<void> {
  const deadline = performance.now() + STOCK_BACK_MS;
  for (;;) {
    const free = await stockOf(graph, productId);
    if (free >= units) return;
    if (performance.now() > deadline) {
      throw new Error(`${free} units are free after ${STOCK_BACK_MS} ms: expected ${units}`);
    }
    await wait(STOCK_POLL_MS);
  }
}
