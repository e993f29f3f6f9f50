import type { Store } from '#platform/database/store.ts';
import { lockDueReservations } from '../data/reservation.repository.ts';
import type { Tables } from '../data/tables.ts';
import { settleCommands, type SettleOptions, type Settlement } from '../settle-commands.ts';

const BATCH_SIZE = 200;
/** A tick ends in time for another replica to take over; what is left is due at the next. */
const MAX_BATCHES = 20;

export interface ReleaseExpiredOptions extends SettleOptions {
  store: Store<Tables>;
  afterCommit: (settlement: Settlement) => Promise<void>;
}

/** Gives back what orders held for too long, and returns how many orders that were. */
export async function releaseExpired(options: ReleaseExpiredOptions): Promise<number> {
  let released = 0;
  for (let batch = 0; batch < MAX_BATCHES; batch++) {
    const settlement = await releaseBatch(options);
    await options.afterCommit(settlement);
    released += settlement.answers.length;
    if (settlement.answers.length < BATCH_SIZE) break;
  }
  return released;
}

/** A payment that arrives at the same time either sells the units before, or finds them given back. */
function releaseBatch({ store, ...options }: ReleaseExpiredOptions): Promise<Settlement> {
  return store.transact(async (tx) => {
    const orderIds = await lockDueReservations(tx, options.now(), BATCH_SIZE);
    const commands = orderIds.map((orderId) => ({ kind: 'EXPIRE', orderId }) as const);
    return settleCommands(tx, commands, options);
  });
}
