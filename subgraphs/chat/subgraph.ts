import { createSharedWindow } from '#platform/redis/sliding-window.ts';
import { createStorage } from '#platform/storage/storage-settings.ts';
import { defineSubgraph } from '#platform/subgraph/definition.ts';
import { createContext } from './context.ts';
import { createParts } from './create-parts.ts';
import { purgeMinutes } from './data/activity.repository.ts';
import type { Tables } from './data/tables.ts';
import { createActivityConsumer } from './events/activity.consumer.ts';
import { createAwayConsumer } from './events/away.consumer.ts';
import { createWordsConsumer } from './events/words.consumer.ts';
import { createUserFinder } from './find-users.ts';
import { purgeMedia } from './jobs/purge-media.ts';
import { tellAway } from './jobs/tell-away.ts';
import { RENEW_MS } from './presence/presence.ts';
import { startBeats } from './presence/start-beats.ts';
import { resolvers } from './resolvers.ts';
import { chatSettings } from './settings.ts';

const MINUTE_MS = 60_000;
/** How long the counts of a minute are kept: a year and a month. */
const KEEP_MINUTES_MS = 395 * 24 * 60 * MINUTE_MS;
const TELL_AWAY_TICK_MS = 1_000;

export const chatSubgraph = defineSubgraph<Tables, typeof chatSettings>({
  name: 'chat',
  directory: new URL('./', import.meta.url),
  settings: chatSettings,

  create({ settings, store, redis, live, graph, log, now, newId }) {
    const storage = createStorage(settings, now);
    const pushAfterMs = settings.CHAT_PUSH_AFTER_MS;
    const parts = createParts({ store, redis, live, storage, pushAfterMs, log, now, newId });
    const { online, counts, presence } = parts;
    const userExists = createUserFinder(graph);
    const window = createSharedWindow(redis, { windowMs: MINUTE_MS });
    const replica = newId();

    async function takeSend(userId: string): Promise<number> {
      try {
        const limit = settings.CHAT_MESSAGES_PER_MINUTE;
        return (await window(`chat:{${userId}}:sent`, 1, limit)).waitMs;
      } catch (error) {
        // The limit is a courtesy to others: without Redis nobody is kept from writing.
        log.warn({ err: error }, 'the rate of messages is not limited');
        return 0;
      }
    }

    async function beat(): Promise<void> {
      await counts.saveStreams(replica, presence.openStreams(), now().getTime());
      await presence.beat();
    }

    const beats = startBeats(beat, RENEW_MS, log);
    return {
      resolvers,
      createContext: (scope) => createContext({ ...parts, userExists, takeSend }, scope),
      consumers: [
        createWordsConsumer(store.db),
        createActivityConsumer({ store, counts, log }),
        createAwayConsumer({ db: store.db, online, pushAfterMs, now }),
      ],
      jobs: [
        {
          name: 'chat.tell-away',
          everyMs: TELL_AWAY_TICK_MS,
          run: () => tellAway({ store, online, now, newId }),
        },
        {
          name: 'chat.purge-media',
          cron: '23 * * * *',
          run: () => purgeMedia({ store, storage, now }),
        },
        {
          name: 'chat.purge-minutes',
          cron: '41 3 * * *',
          run: () => purgeMinutes(store.db, new Date(now().getTime() - KEEP_MINUTES_MS)),
        },
      ],
      stop: () => beats.stop(),
    };
  },
});
