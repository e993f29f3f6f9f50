import { gatewaySettings } from '../gateway/settings.ts';
import { readSettings } from '../platform/config/settings.ts';
import { developmentRates } from './development-rates.ts';

const ratesOf = (env: Record<string, string>) =>
  readSettings(gatewaySettings, { ...developmentRates(env), ...env }).GATEWAY_RATE_USER;

test('a developer’s scripts are not held up, production’s customers have their limits', () => {
  expect(ratesOf({})).toBeGreaterThan(10_000);
  expect(ratesOf({ GATEWAY_RATE_USER: '7' })).toBe(7);
  expect(ratesOf({ PLAZA_ENV: 'production' })).toBe(100);
});
