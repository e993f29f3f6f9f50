import { addToCart, checkout } from '../operations.ts';
import type { Journeys, Scenario, ScenarioOptions } from './scenario.ts';

/** Each product is a row that its buyers share: fewer would be a flash sale, more would need a larger shop. */
const PRODUCTS = 50;
const LAG = 500;
const SETTLED_MS = 30_000;

const manyUnits = ({ rate, seconds }: ScenarioOptions) => ({
  count: PRODUCTS,
  units: Math.max(1_000, Math.ceil((rate * seconds * 2) / PRODUCTS)),
});

/** One cart a person: nobody comes twice. */
const preparedCarts = async (run: string): Promise<Journeys> => ({
  kinds: [[checkout(run, 'tok_visa')]],
});

/** People put something into the cart and buy it: both through the graph. */
export const normal: Scenario = {
  name: 'normal',
  says: '100 orders a second: into the cart, and checkout',
  defaults: { rate: 100, seconds: 60, users: 2_000 },
  target: { step: 'checkout', p95Ms: 200, failureShare: 0, lag: LAG, settledWithinMs: SETTLED_MS },
  fillsCarts: false,
  connections: 64,
  retryMs: 0,
  rehearsedBy: 'others',
  products: manyUnits,
  prepare: async (run, productIds) => ({
    kinds: productIds.map((productId) => [addToCart(productId), checkout(run, 'tok_visa')]),
  }),
};

export const peak: Scenario = {
  ...normal,
  name: 'peak',
  says: '500 orders a second: into the cart, and checkout',
  defaults: { rate: 500, seconds: 60, users: 10_000, rehearsalSeconds: 20 },
  target: { ...normal.target, p95Ms: 500 },
  connections: 256,
};

export const thousand: Scenario = {
  ...normal,
  name: 'thousand',
  says: '1,000 orders a second for 60 s, each of another person with a full cart, through to CONFIRMED',
  defaults: { rate: 1_000, seconds: 60, users: 60_000, rehearsalSeconds: 20 },
  target: { ...normal.target, p95Ms: 500 },
  fillsCarts: true,
  connections: 256,
  prepare: preparedCarts,
};

export const surge: Scenario = {
  ...normal,
  name: 'surge',
  says: 'rises to a quarter of the rate, then to all of it, then back (2, 5, 2 and 1 parts of ten of the time)',
  defaults: { rate: 800, seconds: 120, users: 60_000 },
  target: { ...normal.target, p95Ms: 500, failureShare: 0.01 },
  fillsCarts: true,
  connections: 256,
  stages: ({ rate, seconds }) => [
    { seconds: seconds * 0.2, rate: rate / 4, isRamp: true },
    { seconds: seconds * 0.5, rate, isRamp: true },
    { seconds: seconds * 0.2, rate: rate / 4, isRamp: true },
    { seconds: seconds * 0.1, rate: 0, isRamp: true },
  ],
  prepare: preparedCarts,
};

/** Declined for good: reserved, refused, cancelled, and the units given back. */
export const paymentStorm: Scenario = {
  ...normal,
  name: 'payment-storm',
  says: '200 orders a second of which 30 % cannot pay: reserved, declined, cancelled, given back',
  defaults: { rate: 200, seconds: 60, users: 12_000 },
  target: { ...normal.target, p95Ms: 500 },
  fillsCarts: true,
  connections: 128,
  prepare: async (run) => ({
    kinds: Array.from({ length: 10 }, (_, index) => [
      checkout(run, index < 7 ? 'tok_visa' : 'tok_declined'),
    ]),
  }),
};
