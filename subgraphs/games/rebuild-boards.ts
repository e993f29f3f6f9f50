import { parseArgs } from 'node:util';
import { createLog } from '#platform/telemetry/log.ts';
import { platformSettings, subgraphSettings } from '#platform/config/platform-settings.ts';
import { readSettings } from '#platform/config/settings.ts';
import { connectDatabase, databaseUrl } from '#platform/database/connect.ts';
import { newId } from '#platform/process/new-id.ts';
import { connectRedis } from '#platform/redis/connect.ts';
import { createBoards } from './data/boards/boards.ts';
import { isBoardKnown } from './data/boards/rebuild-board.ts';
import { listKeptBoards } from './data/boards/list-kept-boards.ts';
import { listGameModes } from './data/game-mode.repository.ts';
import type { Tables } from './data/tables.ts';

// DATABASE_URL=… REDIS_URL=… node subgraphs/games/rebuild-boards.ts [--board raid:daily:2026-03-01:europe] [--all]
//
// Makes boards in Redis anew from history: one, or each that Redis has. Beside a running product: scores
// of a board wait until it is there again. Exit code 2: there is no such board.

const USAGE = 'node subgraphs/games/rebuild-boards.ts (--board <name> | --all)';

const { DATABASE_URL, DATABASE_PREFIX, REDIS_URL } = readSettings(
  {
    DATABASE_URL: subgraphSettings.DATABASE_URL,
    DATABASE_PREFIX: subgraphSettings.DATABASE_PREFIX,
    REDIS_URL: platformSettings.REDIS_URL,
  },
  process.env,
);
const { values } = parseArgs({
  options: { board: { type: 'string' }, all: { type: 'boolean', default: false } },
});

const log = createLog({ level: 'warn', name: 'rebuild-boards' });
const { db, pool } = connectDatabase<Tables>({
  url: databaseUrl(DATABASE_URL, `${DATABASE_PREFIX}games`),
  poolSize: 2,
  statementTimeoutMs: 60_000,
  applicationName: 'plaza-rebuild-boards',
  log,
});
const redis = connectRedis({ url: REDIS_URL, log });
try {
  const kept = await listKeptBoards(db, await listGameModes(db), new Date());
  // Those of regions are made together with that of all.
  const chosen = values.all
    ? kept.filter(({ board }) => board.region === undefined)
    : kept.filter(({ board }) => board.name === values.board);
  if (chosen.length === 0) {
    console.error(
      `${values.board ?? 'nothing'} is no board: expected one such as ${kept[0]?.board.name}\n\n${USAGE}`,
    );
    process.exitCode = 2;
  }
  const boards = createBoards({ redis, db, newId });
  for (const content of chosen) {
    const { name } = content.board;
    // What nobody has asked for is made when somebody does.
    if (values.all && !(await isBoardKnown(redis, content.board))) continue;
    const startedAt = performance.now();
    await boards.remake(content);
    const { totalPlayers } = await boards.readPage(content, 1, 0);
    const ms = Math.round(performance.now() - startedAt);
    console.log(`${name}: ${totalPlayers.toLocaleString('en')} players in ${ms} ms`);
  }
} finally {
  redis.disconnect();
  await pool.end();
}
