import { defineSubgraph } from '#platform/subgraph/definition.ts';
import { createSharedWindow } from '#platform/redis/sliding-window.ts';
import { createContext } from './context.ts';
import type { Tables } from './data/tables.ts';
import { createUserFinder } from './find-users.ts';
import { resolvers } from './resolvers.ts';
import { createAcknowledge } from './sending/acknowledge.ts';
import { createSendDesk } from './sending/send-desk.ts';
import { chatSettings } from './settings.ts';

const MINUTE_MS = 60_000;

export const chatSubgraph = defineSubgraph<Tables, typeof chatSettings>({
  name: 'chat',
  directory: new URL('./', import.meta.url),
  settings: chatSettings,

  create({ settings, store, redis, live, graph, log, now, newId }) {
    const userExists = createUserFinder(graph);
    const send = createSendDesk({ store, live, now, newId });
    const acknowledge = createAcknowledge({ store, live, now, newId });
    const window = createSharedWindow(redis, { windowMs: MINUTE_MS });

    async function takeSend(userId: string): Promise<number> {
      try {
        return await window(`chat:{${userId}}:sent`, 1, settings.CHAT_MESSAGES_PER_MINUTE);
      } catch (error) {
        // The limit is a courtesy to others: without Redis nobody is kept from writing.
        log.warn({ err: error }, 'the rate of messages is not limited');
        return 0;
      }
    }

    const parts = { store, live, userExists, send, acknowledge, takeSend, now, newId };
    return { resolvers, createContext: (scope) => createContext(parts, scope) };
  },
});
