import { correctOpenAdjustments } from './adjusting/correct-boards.ts';
import { ANNOUNCE_MS, announceChanges } from './announcing/announce-changes.ts';
import { createPurgeConsumer } from './announcing/purge-copies.ts';
import { archiveBoards } from './archiving/archive-boards.ts';
import { createArchives } from './archiving/archives.ts';
import { defineSubgraph } from '#platform/subgraph/definition.ts';
import { createContext } from './context.ts';
import { createBoards } from './data/boards/boards.ts';
import { listGameModes } from './data/game-mode.repository.ts';
import { ensurePartitions } from './data/partitions.ts';
import type { Tables } from './data/tables.ts';
import { createEventCalendar } from './event-calendar.ts';
import { createAntiCheatConsumer } from './events/anti-cheat.consumer.ts';
import { createScoreConsumer, SCORES_GROUP } from './events/score.consumer.ts';
import { createIntake } from './intake/intake.ts';
import { createKnownPlayers } from './intake/known-players.ts';
import { learnPlayers } from './intake/learn-players.ts';
import { createWatches } from './live/watches.ts';
import { resolvers } from './resolvers.ts';
import { payDueRewards } from './seasons/pay-rewards.ts';
import { gamesSettings } from './settings.ts';
import { verifySomeBoard } from './verifying/verify-boards.ts';

/** What a process has left that died in the middle of an adjustment waits no longer than this. */
const CORRECT_TICK_MS = 1_000;
/** Places that differ are looked at again after this: scores may be on their way to the boards. */
const SECOND_LOOK_MS = 2_000;

export const gamesSubgraph = defineSubgraph<Tables, typeof gamesSettings>({
  name: 'games',
  directory: new URL('./', import.meta.url),
  settings: gamesSettings,

  async create({ settings, store, redis, live, log, metrics, answersRequests, lagOf, now, newId }) {
    const { db } = store;
    const modeList = await listGameModes(db);
    const modes = new Map(modeList.map((mode) => [mode.id, mode]));
    // Commands of a connection wait for those before them: boards are read where nothing else is asked, and scores are
    // added on a third one. Of a lost Redis the first tells.
    const readingRedis = redis.duplicate().on('error', () => undefined);
    const countingRedis = redis.duplicate().on('error', () => undefined);
    const boards = createBoards({ redis: readingRedis, db, newId });
    const players = createKnownPlayers(db, settings.GAMES_KNOWN_PLAYERS);
    const learning = answersRequests
      ? learnPlayers({ db, players, log, newest: settings.GAMES_KNOWN_PLAYERS })
      : undefined;
    const intake = createIntake({ store, redis, modes, players, now, newId });
    const watches = createWatches({ live, log, boards });
    const findEvents = createEventCalendar(db, now);
    const findLag = () => lagOf(SCORES_GROUP);
    const parts = {
      store,
      db,
      redis,
      live,
      boards,
      archives: createArchives({ store, now }),
      watches,
      intake,
      players,
      modes,
      findLag,
      now,
      newId,
    };
    const modesByNumber = new Map(modeList.map((mode) => [mode.number, mode]));
    const counting = {
      store,
      redis: countingRedis,
      live,
      boards: createBoards({ redis: countingRedis, db, newId }),
      players,
      modes: modeList,
      findEvents,
      now,
      newId,
    };

    return {
      resolvers,
      createContext: (scope) => createContext(parts, scope),
      consumers: [
        createScoreConsumer(counting),
        createAntiCheatConsumer({ store, modes: modesByNumber, now, newId }),
        ...(settings.GAMES_PURGE_URL === undefined
          ? []
          : [createPurgeConsumer({ url: settings.GAMES_PURGE_URL, fetch, log, metrics, now })]),
      ],
      jobs: [
        {
          name: 'games.archive-boards',
          everyMs: settings.GAMES_ARCHIVE_TICK_MS,
          run: async (stopping) => {
            await archiveBoards({ store, modes: modeList, now, stopping });
            await payDueRewards({ store, modes: modeList, players, now, newId });
          },
        },
        {
          name: 'games.correct-boards',
          everyMs: CORRECT_TICK_MS,
          run: () => correctOpenAdjustments(parts),
        },
        {
          name: 'games.announce-changes',
          everyMs: ANNOUNCE_MS,
          run: () => announceChanges(parts),
        },
        {
          name: 'games.verify-boards',
          everyMs: settings.GAMES_VERIFY_TICK_MS,
          run: () =>
            verifySomeBoard({
              db,
              redis,
              boards,
              modes: modeList,
              log,
              metrics,
              now,
              secondLookMs: SECOND_LOOK_MS,
              random: Math.random,
            }),
        },
        {
          name: 'games.make-partitions',
          cron: '17 3 * * *',
          run: () => ensurePartitions(db, now(), now()),
        },
      ],
      start: () => ensurePartitions(db, now(), now()),
      stop: async () => {
        watches.stop();
        await learning?.stop();
        readingRedis.disconnect();
        countingRedis.disconnect();
      },
    };
  },
});
