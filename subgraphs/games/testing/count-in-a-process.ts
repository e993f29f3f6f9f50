import { v7 as newId } from 'uuid';
import { createLive } from '#platform/live/live.ts';
import { createStore } from '#platform/database/store.ts';
import { connectDatabase } from '#platform/database/connect.ts';
import { connectRedis } from '#platform/redis/connect.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import type { SubmittedScore } from '#schema/events/submitted-score.ts';
import { countScores } from '../counting/count-scores.ts';
import { createBoards } from '../data/boards/boards.ts';
import { listGameModes } from '../data/game-mode.repository.ts';
import type { Tables } from '../data/tables.ts';
import { createEventCalendar } from '../event-calendar.ts';
import { createKnownPlayers } from '../intake/known-players.ts';

// node subgraphs/games/testing/count-in-a-process.ts <database URL> <Redis URL> <time>
// Counts the scores that arrive as JSON, and says `counting` once it has begun: a test kills it then.

const [databaseUrl = '', redisUrl = '', time = ''] = process.argv.slice(2);
const scores = JSON.parse(await readAll()) as SubmittedScore[];
const log = silentLog;
const { db, pool } = connectDatabase<Tables>({
  url: databaseUrl,
  poolSize: 4,
  statementTimeoutMs: 10_000,
  applicationName: 'games-count',
  log,
});
const redis = connectRedis({ url: redisUrl, log });
const now = () => new Date(time);
const boards = createBoards({ redis, db, newId });
const live = createLive({
  publisher: redis,
  subscriber: connectRedis({ url: redisUrl, log, isBlocking: true }),
  log,
});
let calls = 0;
const slow = {
  ...boards,
  async add(...args: Parameters<typeof boards.add>) {
    // Half of the boards have the scores when the others never will.
    if ((calls += 1) % 2 === 0) return new Promise<never>(() => undefined);
    const effects = await boards.add(...args);
    process.stdout.write('counting\n');
    return effects;
  },
};
await countScores(
  {
    store: createStore(db),
    redis,
    live,
    boards: slow,
    players: createKnownPlayers(db, 100),
    modes: await listGameModes(db),
    findEvents: createEventCalendar(db, now),
    now,
    newId,
  },
  scores,
);
await pool.end();

async function readAll(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  return text;
}
