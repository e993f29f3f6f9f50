import { subgraphSettings } from '../platform/config/platform-settings.ts';
import { choice, flag, integer, optionalText, text } from '../platform/config/settings.ts';

/** Of everything in one process. */
export const backgroundSettings = {
  PLAZA_BACKGROUND_THREAD: flag(
    'outboxes, consumers and jobs run in a thread of their own, so that no request waits for them; false takes 150 MB less',
    { default: 'true' },
  ),
  PLAZA_OWNS_DATABASE: flag(
    'PostgreSQL runs on this machine for this Plaza alone, as the one that npm start starts does: on Linux its sessions of background work give way to those of requests',
    { default: 'false' },
  ),
};

/** Settings of the all-in-one start, beside those of every part. */
export const hostSettings = {
  PLAZA_STATE_DIR: text('folder of all local state', { default: '.plaza' }),
  POSTGRES_PORT: integer(
    'port of the local PostgreSQL, where DATABASE_URL is not set',
    { min: 1, max: 65_535 },
    { default: '55432' },
  ),
  REDIS_PORT: integer(
    'port of the local Redis, where REDIS_URL is not set',
    { min: 1, max: 65_535 },
    { default: '56379' },
  ),
  DATABASE_URL: optionalText('a PostgreSQL server to use in place of the local one', {
    isSecret: true,
  }),
  REDIS_URL: optionalText('a Redis server to use in place of the local one'),
  ...backgroundSettings,
  PLAZA_BUILD_WEB: flag('builds the web when its sources have changed', { default: 'true' }),
  DATABASE_PREFIX: subgraphSettings.DATABASE_PREFIX,
  PLAZA_SEED: choice(
    'demo fills an empty database with a small shop; none leaves it empty, and is the default in production',
    ['demo', 'none'],
    { default: 'demo' },
  ),
};
