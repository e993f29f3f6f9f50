import { randomUUID } from 'node:crypto';
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
export async function checkOut(graph: Graph, shopper: Shopper): Promise<string> {
  const input = {
    idempotencyKey: randomUUID(),
    paymentToken: 'tok_visa',
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
