import { bulkhead, BulkheadRejectedError } from 'cockatiel';
import { AppError } from '#platform/errors.ts';

/** Work that takes a core and much memory for a moment, such as hashing a password, takes a slot. */
export type Slots = <Result>(work: () => Promise<Result>) => Promise<Result>;

const MAX_WAITING = 1_000;

/** `what` says in an error what is done too often, such as "people sign in". */
export function createSlots(
  concurrency: number,
  maxWaiting = MAX_WAITING,
  what = 'people sign in',
): Slots {
  const slots = bulkhead(concurrency, maxWaiting);
  return async (work) => {
    try {
      return await slots.execute(work);
    } catch (error) {
      if (!(error instanceof BulkheadRejectedError)) throw error;
      throw new AppError('UNAVAILABLE', `too many ${what} right now: try again in a moment`);
    }
  };
}
