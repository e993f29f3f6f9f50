import { integer } from '#platform/config/settings.ts';

export const inventorySettings = {
  RESERVATION_HOLD_MS: integer(
    'how long an order holds its units until it is paid',
    { min: 1_000, max: 86_400_000 },
    { default: '600000' },
  ),
  ADMISSION_MS: integer(
    'how long units are set aside in Redis for an order that PostgreSQL has not decided',
    { min: 1_000, max: 86_400_000 },
    { default: '600000' },
  ),
  FLASH_WARM_MS: integer(
    'how long before a flash sale begins Redis and the caches are prepared for it',
    { min: 60_000, max: 7 * 86_400_000 },
    { default: '3600000' },
  ),
  FLASH_MAX_IN_FLIGHT: integer(
    'orders of one flash sale that may be on their way to be paid at the same time; more wait in its queue',
    { min: 1, max: 100_000 },
    { default: '1000' },
  ),
  FLASH_IN_FLIGHT_MS: integer(
    'how long an order of a flash sale counts as on its way when nothing is heard of it',
    { min: 1_000, max: 3_600_000 },
    { default: '60000' },
  ),
  FLASH_MAX_QUEUE: integer(
    'purchases that wait in the queue of one flash sale; more are told to try again',
    { min: 0, max: 1_000_000 },
    { default: '10000' },
  ),
  FLASH_ATTEMPTS_PER_MINUTE: integer(
    'attempts of one user to buy in a flash sale, in any minute',
    { min: 1, max: 1_000 },
    { default: '10' },
  ),
  EXPIRY_TICK_MS: integer(
    'how often expired reservations are released',
    { min: 50, max: 60_000 },
    { default: '1000' },
  ),
};
