import type { Store } from '#platform/database/store.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { AWAY_EVENTS, type AwayEvent } from '#schema/events/away-events.ts';
import { lockDueAway, setAwayDue } from '../data/away.repository.ts';
import type { Tables } from '../data/tables.ts';
import type { OnlineUsers } from '../presence/online-users.ts';

const BATCH = 200;
/** Somebody who is back is left to get the messages; if that fails, we look again. */
const LOOK_AGAIN_MS = 10_000;

/** Asks accounts to tell people of what waits for them, once a conversation. Returns how many were told of. */
export async function tellAway(parts: {
  store: Store<Tables>;
  online: OnlineUsers;
  now: () => Date;
  newId: () => string;
}): Promise<number> {
  const { store, online, newId } = parts;
  const now = parts.now();
  return store.transact(async (tx) => {
    const due = await lockDueAway(tx, now, BATCH);
    const states = await online.areOnline(
      due.map(({ userId }) => userId),
      now.getTime(),
    );
    const away = due.filter((_waiting, index) => states[index] !== true);
    const back = due.filter((_waiting, index) => states[index] === true);
    await setAwayDue(tx, back, new Date(now.getTime() + LOOK_AGAIN_MS));
    await setAwayDue(tx, away, null);
    await appendToOutbox(
      tx,
      away.map((data) => {
        const event: AwayEvent = { type: 'messages.waiting', data };
        const envelope = { id: newId(), key: data.userId, time: now.toISOString(), ...event };
        return { topic: AWAY_EVENTS, envelope };
      }),
    );
    return away.length;
  });
}
