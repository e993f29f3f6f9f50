import { platformSettings, subgraphSettings } from '../platform/config/platform-settings.ts';
import { text } from '../platform/config/settings.ts';

export const seedSettings = {
  PLAZA_ENV: platformSettings.PLAZA_ENV,
  DATABASE_URL: subgraphSettings.DATABASE_URL,
  DATABASE_PREFIX: subgraphSettings.DATABASE_PREFIX,
  MEDIA_DIR: text('folder that the pictures are written to', { default: '.plaza/media' }),
};
