import { integer, optionalText } from '#platform/config/settings.ts';

export const gamesSettings = {
  GAMES_ARCHIVE_TICK_MS: integer(
    'how often boards of periods that are over are looked for and archived',
    { min: 1_000, max: 3_600_000 },
    { default: '60000' },
  ),
  GAMES_VERIFY_TICK_MS: integer(
    'how often some places of a random board are compared with history',
    { min: 100, max: 3_600_000 },
    { default: '10000' },
  ),
  GAMES_KNOWN_PLAYERS: integer(
    'how many players are known without asking PostgreSQL, the newest first; up to 112 bytes each, taken as they are used, in each thread that meets them',
    { min: 1_000, max: 20_000_000 },
    { default: '1000000' },
  ),
  GAMES_PURGE_URL: optionalText(
    'is told with POST, as JSON, which boards have a changed top 100, so that a CDN drops its copies; at most once a second a board, three attempts. Nobody is told when it is empty',
  ),
};
