import { groupCalls } from '#platform/database/group-calls.ts';
import type { Store } from '#platform/database/store.ts';
import type { Live } from '#platform/live/live.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { STATUS_EVENTS, type StatusEvent } from '#schema/events/status-events.ts';
import {
  moveDelivered,
  moveRead,
  type Acknowledgement,
  type Receipt,
} from '../data/receipt.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import { publishReceipts } from '../live/channels.ts';
import { createTellMeanwhile } from '../live/tell-meanwhile.ts';

export interface AcknowledgeParts {
  store: Store<Tables>;
  live: Live;
  now: () => Date;
  newId: () => string;
}

/** Lists of acknowledgements that are written together, and that may wait. */
const MAX_GROUP = 200;
const MAX_WAITING = 20_000;

/** Moves watermarks; those of one moment, whoever they are of, in one transaction. Answers how many moved. */
export function createAcknowledge({ store, live, now, newId }: AcknowledgeParts) {
  const tellMeanwhile = createTellMeanwhile();
  return groupCalls(
    { maxItems: MAX_GROUP, maxWaiting: MAX_WAITING },
    async (lists: readonly (readonly Acknowledgement[])[]): Promise<number[]> => {
      const moved = await store.transact(async (tx) => {
        const receipts = await moveDelivered(tx, lists.flat(), now());
        await announce(tx, 'messages.delivered', receipts, { now, newId });
        return receipts;
      });
      await tellMeanwhile(() => publishReceipts(live, moved));
      const keys = new Set(moved.map(keyOf));
      return lists.map((list) => list.filter((one) => keys.has(keyOf(one))).length);
    },
  );
}

/** Moves the watermark of reading; false when it was there already. */
export async function markRead(
  { store, live, now, newId }: AcknowledgeParts,
  acknowledgement: Acknowledgement,
): Promise<boolean> {
  const receipt = await store.transact(async (tx) => {
    const moved = await moveRead(tx, acknowledgement, now());
    if (moved !== undefined) await announce(tx, 'messages.read', [moved], { now, newId });
    return moved;
  });
  if (receipt === undefined) return false;
  await publishReceipts(live, [receipt]);
  return true;
}

const keyOf = ({ userId, conversationId }: { userId: string; conversationId: string }): string =>
  `${userId}/${conversationId}`;

async function announce(
  tx: Tx,
  type: StatusEvent['type'],
  receipts: readonly Receipt[],
  { now, newId }: Pick<AcknowledgeParts, 'now' | 'newId'>,
): Promise<void> {
  await appendToOutbox(
    tx,
    receipts.map(({ conversationId, userId, deliveredSequence, readSequence }) => ({
      topic: STATUS_EVENTS,
      envelope: {
        id: newId(),
        type,
        key: conversationId,
        time: now().toISOString(),
        data: {
          conversationId,
          userId,
          sequence: type === 'messages.read' ? readSequence : deliveredSequence,
        },
      },
    })),
  );
}
