import { parseArgs } from 'node:util';
import { createGraph } from './foundation/graph.ts';
import { describe, measure, timeOf, type Measured } from './foundation/measure.ts';
import {
  checkOut,
  fillCart,
  findProduct,
  logIn,
  register,
  stockOf,
  waitForStock,
  type Shopper,
} from './foundation/shoppers.ts';

// npm run bench:foundation -- [--url http://127.0.0.1:4000] [--runs 200]
//
// How fast the main ways of a customer are, of a running shop, through the public graph alone. A few shoppers ask more than
// people may: start the shop with GATEWAY_LIMITS=report. Targets: a
// login within 100 ms beside its Argon2 cost, a paid order confirmed within 2 s, and what a declined one held free within 2 s.

const USAGE = 'npm run bench:foundation -- [--url http://127.0.0.1:4000] [--runs 200]';
const CONCURRENCY = 10;
/** Runs at the beginning that do not count: connections and caches are cold. */
const WARM_UP = 20;

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000' },
    runs: { type: 'string', default: '200' },
  },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`--runs is ${values.runs}: expected a whole number from 1\n\n${USAGE}`);
  process.exit(1);
}

const PRODUCT_PAGE = `query ($id: ID!) {
  product(id: $id) {
    id name description imageUrl sku stock isInStock
    price { amountCents currency }
    category { name slug }
  }
}`;
const DECLINED_CARD = 'tok_declined';
const STATUS = 'subscription ($id: ID!) { orderUpdated(id: $id) { status } }';

const graph = createGraph(values.url);
const productId = await findProduct(graph);
/** A cart takes one checkout at a time: each lane has a shopper of its own. */
const shoppers = await Promise.all(Array.from({ length: CONCURRENCY }, () => register(graph)));

function shopperOf(lane: number): Shopper {
  const shopper = shoppers[lane];
  if (shopper === undefined) throw new Error(`lane ${lane} has no shopper`);
  return shopper;
}

async function login(lane: number): Promise<number> {
  return timeOf(() => logIn(graph, shopperOf(lane)));
}

async function productPage(): Promise<number> {
  return timeOf(() => graph.get(PRODUCT_PAGE, { id: productId }));
}

async function checkout(lane: number): Promise<number> {
  const shopper = shopperOf(lane);
  await fillCart(graph, shopper, productId);
  return timeOf(() => checkOut(graph, shopper));
}

/** From the request of the checkout to the event: reservation and payment lie between. */
async function confirmation(lane: number): Promise<number> {
  const shopper = shopperOf(lane);
  await fillCart(graph, shopper, productId);
  return timeOf(async () => {
    const id = await checkOut(graph, shopper);
    await graph.waitFor<{ orderUpdated: { status: string } }>(
      STATUS,
      { id },
      shopper.accessToken,
      ({ orderUpdated }) => !['PENDING', 'AWAITING_PAYMENT'].includes(orderUpdated.status),
    );
  });
}

/** From the request of the checkout: reservation, refusal and release lie between. */
async function declined(lane: number): Promise<number> {
  const shopper = shopperOf(lane);
  await fillCart(graph, shopper, productId);
  const units = await stockOf(graph, productId);
  return timeOf(async () => {
    const id = await checkOut(graph, shopper, DECLINED_CARD);
    await graph.waitFor<{ orderUpdated: { status: string } }>(
      STATUS,
      { id },
      shopper.accessToken,
      ({ orderUpdated }) => orderUpdated.status === 'CANCELLED',
    );
    await waitForStock(graph, productId, units);
  });
}

/** Times come in the order of their ends: those of the warm-up are the first. */
async function run(
  name: string,
  concurrency: number,
  work: (lane: number) => Promise<number>,
): Promise<Measured> {
  const times = await measure(runs + WARM_UP, concurrency, (_, lane) => work(lane));
  return { name: `${name}, ${concurrency} at once`, times: times.slice(WARM_UP) };
}

const measured = [
  await run('login', 1, login),
  await run('login', CONCURRENCY, login),
  await run('product page', CONCURRENCY, productPage),
  await run('checkout until placed', CONCURRENCY, checkout),
  await run('checkout until CONFIRMED is seen', 1, confirmation),
  await run('declined card until CANCELLED with the stock back', 1, declined),
];
console.log(describe(measured));
