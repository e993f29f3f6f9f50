import { startTestGraph, type TestGraph } from '../host/testing/test-graph.ts';
import { signUp, signUpAdmin, type Person } from './testing/people.ts';
import {
  addToCart,
  checkOut,
  eventually,
  followOrder,
  openShop,
  stockOf,
  stockProduct,
} from './testing/shop.ts';

let graph: TestGraph;
let admin: Person;

beforeAll(async () => {
  graph = await startTestGraph();
  admin = await signUpAdmin(graph);
  await openShop(admin);
}, 90_000);
afterAll(() => graph[Symbol.asyncDispose](), 60_000);

test('an order goes live from placed to delivered, and the customer is told', async () => {
  const mug = await stockProduct(admin, { name: 'Blue mug', priceCents: 1250, units: 10 });
  const cap = await stockProduct(admin, { name: 'Red cap', priceCents: 1999, units: 10 });
  const ada = await signUp(graph);
  await addToCart(ada, mug.id, 2);
  await addToCart(ada, cap.id, 1);

  const placed = await checkOut(ada);
  expect(placed).toMatchObject({ __typename: 'Order', status: 'PENDING' });
  const snapshots = await followOrder(ada, placed.id ?? '');

  expect(snapshots.at(-1)?.timeline.map(({ status }) => status)).toEqual([
    'PENDING',
    'AWAITING_PAYMENT',
    'CONFIRMED',
    'PROCESSING',
    'SHIPPED',
    'DELIVERED',
  ]);
  expect(await stockOf(graph, mug.id)).toEqual({
    available: 8,
    reserved: 0,
    sold: 2,
    received: 10,
  });
  expect(await stockOf(graph, cap.id)).toEqual({
    available: 9,
    reserved: 0,
    sold: 1,
    received: 10,
  });

  const kinds = await eventually(
    async () => {
      const { me } = await ada.client.get<Notified>(
        '{ me { notifications { edges { node { kind status orderId } } } } }',
      );
      return me.notifications.edges.map(({ node }) => `${node.kind} ${node.status}`);
    },
    (seen) => seen.includes('ORDER_DELIVERED SENT'),
  );
  expect(kinds.toSorted()).toEqual([
    'ORDER_CONFIRMED SENT',
    'ORDER_DELIVERED SENT',
    'ORDER_SHIPPED SENT',
    'WELCOME SENT',
  ]);
}, 60_000);

interface Notified {
  me: {
    notifications: { edges: { node: { kind: string; status: string; orderId: string | null } }[] };
  };
}

test('an order names what four subgraphs know, and its money adds up', async () => {
  const mug = await stockProduct(admin, { name: 'Green mug', priceCents: 1500, units: 5 });
  const ada = await signUp(graph);
  await addToCart(ada, mug.id, 2);
  const { id } = await checkOut(ada);

  const { order } = await ada.client.get<{ order: OrderAnswer }>(
    `query ($id: ID!) {
      order(id: $id) {
        customer { name email }
        lines { productName quantity unitPrice { amountCents } product { name stock category { slug } } }
        subtotal { amountCents } shippingFee { amountCents } total { amountCents currency }
      }
    }`,
    { id },
  );

  expect(order.customer.name).toBe('Ada');
  expect(order.lines).toMatchObject([
    {
      productName: 'Green mug',
      quantity: 2,
      unitPrice: { amountCents: 1500 },
      product: { name: 'Green mug', category: { slug: 'mugs' } },
    },
  ]);
  expect(order.total.amountCents).toBe(order.subtotal.amountCents + order.shippingFee.amountCents);
  expect(order.subtotal.amountCents).toBe(3000);
});

interface Amount {
  amountCents: number;
}
interface OrderAnswer {
  customer: { name: string };
  lines: unknown[];
  subtotal: Amount;
  shippingFee: Amount;
  total: Amount;
}

test('a declined card ends the order, with the stock back and the reason told', async () => {
  const mug = await stockProduct(admin, { name: 'Brown mug', priceCents: 900, units: 3 });
  const ada = await signUp(graph);
  await addToCart(ada, mug.id, 3);

  const { id } = await checkOut(ada, { paymentToken: 'tok_declined' });
  const snapshots = await followOrder(ada, id ?? '');
  const stock = await eventually(
    () => stockOf(graph, mug.id),
    ({ available }) => available === 3,
  );

  expect(snapshots.at(-1)).toMatchObject({
    status: 'CANCELLED',
    cancellationReason: 'PAYMENT_DECLINED',
  });
  expect(stock).toEqual({ available: 3, reserved: 0, sold: 0, received: 3 });
}, 60_000);

test('too few units: no order, and the cart stays', async () => {
  const mug = await stockProduct(admin, { name: 'Rare mug', priceCents: 900, units: 1 });
  const ada = await signUp(graph);
  await addToCart(ada, mug.id, 2);

  expect(await checkOut(ada)).toMatchObject({
    __typename: 'OutOfStock',
    missing: [{ requested: 2, available: 1, product: { id: mug.id } }],
  });
  const { cart } = await ada.client.get<{ cart: unknown }>('{ cart { totalQuantity } }');
  expect(cart).toEqual({ totalQuantity: 2 });
});

test('the same key places one order, however often and however fast it comes', async () => {
  const mug = await stockProduct(admin, { name: 'Single mug', priceCents: 900, units: 50 });
  const ada = await signUp(graph);
  await addToCart(ada, mug.id, 1);

  const idempotencyKey = 'one-purchase-one-key';
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => checkOut(ada, { idempotencyKey })),
  );
  const again = await checkOut(ada, { idempotencyKey });

  expect(new Set([...answers, again].map(({ id }) => id)).size).toBe(1);
  const { myOrders } = await ada.client.get<{ myOrders: { totalCount: number } }>(
    '{ myOrders { totalCount } }',
  );
  expect(myOrders.totalCount).toBe(1);
});

test('an order that has not been shipped can be cancelled: refunded, and the stock is back', async () => {
  const mug = await stockProduct(admin, { name: 'Regretted mug', priceCents: 900, units: 4 });
  const ada = await signUp(graph);
  await addToCart(ada, mug.id, 4);
  const { id } = await checkOut(ada);

  const { cancelOrder } = await ada.client.get<{ cancelOrder: { __typename: string } }>(
    `mutation ($id: ID!) { cancelOrder(input: { orderId: $id }) { __typename ... on Order { status } } }`,
    { id },
  );

  expect(cancelOrder).toMatchObject({ __typename: 'Order', status: 'CANCELLED' });
  await eventually(
    () => stockOf(graph, mug.id),
    ({ available, reserved, sold }) => available === 4 && reserved === 0 && sold === 0,
  );
  const payment = await eventually(
    () => paymentOf(ada, id ?? ''),
    (status) => status !== 'SUCCEEDED' && status !== 'PENDING',
  );
  expect(['REFUNDED', 'FAILED', 'none']).toContain(payment);
}, 60_000);

async function paymentOf(buyer: Person, id: string): Promise<string> {
  const { order } = await buyer.client.get<{ order: { payment: { status: string } | null } }>(
    'query ($id: ID!) { order(id: $id) { payment { status } } }',
    { id },
  );
  return order.payment?.status ?? 'none';
}

test('an administrator sees orders as they are placed, whoever places them', async () => {
  const mug = await stockProduct(admin, { name: 'Watched mug', priceCents: 900, units: 5 });
  const ada = await signUp(graph);
  await addToCart(ada, mug.id, 1);

  // Orders of before may be told of still.
  const placing = admin.client.follow<{
    orderPlaced: { customer: { name: string }; lines: { product: { name: string } }[] };
  }>(
    'subscription { orderPlaced { id customer { name email } lines { product { name } } } }',
    {},
    ({ orderPlaced }) => orderPlaced.lines.some(({ product }) => product.name === 'Watched mug'),
  );
  // The subscription has no first event: orders are placed until one is seen.
  const stop = new AbortController();
  const buying = (async () => {
    while (!stop.signal.aborted) {
      await addToCart(ada, mug.id, 1);
      await checkOut(ada, {});
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();

  const events = await placing.finally(() => stop.abort());
  await buying;
  expect(events.at(-1)?.orderPlaced).toMatchObject({
    customer: { name: 'Ada' },
    lines: [{ product: { name: 'Watched mug' } }],
  });
}, 60_000);
