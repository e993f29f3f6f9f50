import { fraction, integer } from '#platform/config/settings.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Settings that orders reads beside those of every subgraph. */
export const ordersSettings = {
  ADMISSION_TIMEOUT_MS: integer(
    'how long checkout waits for inventory; after that the order is placed and PostgreSQL decides',
    { min: 10, max: MINUTE_MS },
    { default: '1000' },
  ),
  CHECKOUT_RATE: integer(
    'checkouts that a user may begin in any minute; 0 is no limit',
    { min: 0, max: 1_000_000 },
    { default: '3' },
  ),
  PAYMENT_LATENCY_MS: integer(
    'how long the simulated payment provider takes',
    { min: 0, max: MINUTE_MS },
    { default: '100' },
  ),
  PAYMENT_FAILURE_RATE: fraction(
    'share of calls that the simulated payment provider fails for a technical reason',
    { default: '0' },
  ),
  PAYMENT_TIMEOUT_MS: integer(
    'how long a call to the payment provider may take',
    { min: 10, max: MINUTE_MS },
    { default: '1000' },
  ),
  PAYMENT_PATIENCE_MS: integer(
    'how long a payment without an answer waits while the provider answers nobody, before it is given up as timed out',
    { min: 1_000, max: 60 * MINUTE_MS },
    { default: '30000' },
  ),
  FLASH_DRAIN_MS: integer(
    'how often those who wait in the queue of a flash sale are asked for their turn',
    { min: 20, max: MINUTE_MS },
    { default: '100' },
  ),
  SHIP_PACK_MS: integer(
    'how long the simulated carrier takes to fetch a parcel',
    { min: 0, max: 30 * DAY_MS },
    { default: '2000' },
  ),
  SHIP_TRANSIT_MS: integer(
    'how long a parcel of the simulated carrier is on its way',
    { min: 0, max: 30 * DAY_MS },
    { default: '4000' },
  ),
  SHIP_FAILURE_RATE: fraction('share of parcels that the simulated carrier gives back', {
    default: '0',
  }),
  SAGA_STALL_MS: integer(
    'after which an order that has not moved gets its step announced again',
    { min: 100, max: DAY_MS },
    { default: '15000' },
  ),
  SAGA_GIVE_UP_MS: integer(
    'after which an order that is still not paid is cancelled',
    { min: 1_000, max: 30 * DAY_MS },
    { default: String(10 * MINUTE_MS) },
  ),
};
