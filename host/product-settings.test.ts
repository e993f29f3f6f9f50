import { readSettings } from '../platform/config/settings.ts';
import { productSettings } from './product-settings.ts';

const read = (env: Record<string, string>) => readSettings(productSettings(env), env);

test('nothing has to be set', () => {
  expect(read({})).toMatchObject({ GATEWAY_PORT: 4000, LOG_LEVEL: 'warn', PLAZA_SEED: 'demo' });
});

test('mistakes in the settings of every part are told together', () => {
  const env = {
    POSTGRES_PORT: 'abc',
    LOG_LEVEL: 'loud',
    GATEWAY_PORT: '99999999',
    DATABASE_POOL: '0',
    ARGON2_MEMORY_KIB: '-1',
    SHIP_PACK_MS: 'soon',
    INTERNAL_SECRET: 'short',
  };

  expect(() => read(env)).toThrow('7 settings are wrong');
  for (const name of Object.keys(env)) expect(() => read(env)).toThrow(`${name} is `);
});

test('production has no demo shop unless it is asked for', () => {
  expect(read({ PLAZA_ENV: 'production' }).PLAZA_SEED).toBe('none');
  expect(read({ PLAZA_ENV: 'production', PLAZA_SEED: 'demo' }).PLAZA_SEED).toBe('demo');
});

test('production refuses a database password that is made for development', () => {
  const env = { PLAZA_ENV: 'production', DATABASE_URL: 'postgres://plaza:development-only@db' };

  expect(() => read(env)).toThrow('DATABASE_URL is made for development');
});
