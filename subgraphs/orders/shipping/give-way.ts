/** Events that wait to be published or handled; so many are a second of a busy shop. */
const MUCH = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** Asking a broker costs some round trips. */
const LOOK_EVERY_MS = 1_000;

export interface GiveWayOptions {
  /** What waits to be done for orders that are not paid yet. */
  findBacklog: () => Promise<number>;
  now: () => Date;
}

/**
 * Whether parcels may move now: not while much waits for orders that are on their way to be paid, which somebody looks at.
 * A parcel is no hurry, and all that it sets in motion would stand in the same queues. Under a crowd that does not end
 * they move once a minute.
 */
export function createGiveWay({ findBacklog, now }: GiveWayOptions): () => Promise<boolean> {
  let since: number | undefined;
  let isBusy = false;
  let lookedAt = -Infinity;
  return async () => {
    const at = now().getTime();
    if (at - lookedAt >= LOOK_EVERY_MS) {
      lookedAt = at;
      isBusy = (await findBacklog()) >= MUCH;
    }
    const hasWaited = since !== undefined && at - since >= LONGEST_WAIT_MS;
    if (isBusy && !hasWaited) {
      since ??= at;
      return false;
    }
    since = isBusy ? at : undefined;
    return true;
  };
}
