import { integer } from '#platform/config/settings.ts';

export const gamesSettings = {
  GAMES_ARCHIVE_TICK_MS: integer(
    'how often boards of periods that are over are looked for and archived',
    { min: 1_000, max: 3_600_000 },
    { default: '60000' },
  ),
};
