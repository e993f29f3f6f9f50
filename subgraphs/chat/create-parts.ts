import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Store } from '#platform/database/store.ts';
import type { Live } from '#platform/live/live.ts';
import type { Storage } from '#platform/storage/storage.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { createFollowActivity } from './activity/follow-activity.ts';
import { createLiveCounts } from './activity/live-counts.ts';
import { readActivity } from './activity/read-activity.ts';
import type { Tables } from './data/tables.ts';
import { createSharedReads } from './live/shared-reads.ts';
import { createTellTyping } from './live/tell-typing.ts';
import { createUploads } from './media/uploads.ts';
import { createOnlineUsers } from './presence/online-users.ts';
import { createPresence } from './presence/presence.ts';
import { createAcknowledge } from './sending/acknowledge.ts';
import { createSendDesk } from './sending/send-desk.ts';

const SECRET_BYTES = 16;

export interface ChatResources {
  store: Store<Tables>;
  redis: Redis;
  live: Live;
  storage: Storage;
  /** How long messages for somebody who is away are gathered. */
  pushAfterMs: number;
  log: Log;
  now: () => Date;
  newId: () => string;
}

const newSecret = (): string => randomBytes(SECRET_BYTES).toString('hex');

/** What chat does its work with, in the product and in tests. */
export function createParts(resources: ChatResources) {
  const { store, redis, live, storage, pushAfterMs, log, now, newId } = resources;
  const online = createOnlineUsers(redis);
  const counts = createLiveCounts(redis);
  const desk = createSendDesk({ store, live, now, newId });
  const read = (minutes: number) =>
    readActivity({ db: store.db, redis, online, counts, now }, minutes);
  return {
    ...resources,
    ...createSharedReads(store.db),
    online,
    counts,
    send: desk.send,
    sendRefusalMs: desk.refusalMs,
    acknowledge: createAcknowledge({ store, live, now, newId }),
    tellTyping: createTellTyping({ db: store.db, redis, live }),
    presence: createPresence({ store, online, live, log, now, pushAfterMs }),
    uploads: createUploads({ store, storage, now, newId, newSecret }),
    readActivity: read,
    followActivity: createFollowActivity(read),
  };
}
