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
  EXPIRY_TICK_MS: integer(
    'how often expired reservations are released',
    { min: 50, max: 60_000 },
    { default: '1000' },
  ),
};
