import { defineSubgraph } from '#platform/subgraph/definition.ts';
import { createContext } from './context.ts';
import { createBoards } from './data/boards/boards.ts';
import { listGameModes } from './data/game-mode.repository.ts';
import { ensurePartitions } from './data/partitions.ts';
import type { Tables } from './data/tables.ts';
import { createEventCalendar } from './event-calendar.ts';
import { createScoreConsumer } from './events/score.consumer.ts';
import { createIntake } from './intake/intake.ts';
import { createKnownPlayers } from './intake/known-players.ts';
import { archiveBoards } from './jobs/archive-boards.ts';
import { createWatches } from './live/watches.ts';
import { resolvers } from './resolvers.ts';
import { gamesSettings } from './settings.ts';

export const gamesSubgraph = defineSubgraph<Tables, typeof gamesSettings>({
  name: 'games',
  directory: new URL('./', import.meta.url),
  settings: gamesSettings,

  async create({ settings, store, redis, live, log, now, newId }) {
    const { db } = store;
    const modeList = await listGameModes(db);
    const modes = new Map(modeList.map((mode) => [mode.id, mode]));
    const boards = createBoards({ redis, db, newId });
    const players = createKnownPlayers(db);
    const intake = createIntake({ store, redis, modes, players, now, newId });
    const watches = createWatches({ live, log, boards, now: () => now().getTime() });
    const findEvents = createEventCalendar(db, now);
    const parts = { db, redis, live, boards, watches, intake, players, modes, now, newId };

    return {
      resolvers,
      createContext: (scope) => createContext(parts, scope),
      consumers: [
        createScoreConsumer({ db, redis, live, boards, modes: modeList, findEvents, now }),
      ],
      jobs: [
        {
          name: 'games.archive-boards',
          everyMs: settings.GAMES_ARCHIVE_TICK_MS,
          run: () => archiveBoards({ store, modes: modeList, now }),
        },
        {
          name: 'games.make-partitions',
          cron: '17 3 * * *',
          run: () => ensurePartitions(db, now(), now()),
        },
      ],
      start: () => ensurePartitions(db, now(), now()),
      stop: async () => watches.stop(),
    };
  },
});
