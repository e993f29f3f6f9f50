/** Events that wait to be published or handled; so many are an eighth of a second of a busy shop. */
const MUCH = 500;
/** A crowd is over when no more than that waits: what parcels set in motion would bring it back at once. */
const LITTLE = 200;
/** Then some parcels move all the same. */
const LONGEST_PAUSE_MS = 6_000;
/** Asking a broker costs some round trips. */
const LOOK_EVERY_MS = 1_000;

export interface GiveWayOptions {
  /** Events that are between an order and its payment, as far as that can be told: those of other steps stand in the same queues. */
  findBacklog: () => Promise<number>;
  now: () => Date;
}

export interface GiveWay {
  /** Whether much waits for orders that are on their way to be paid. */
  isCrowded: () => Promise<boolean>;
  /** Whether parcels may move now, as many as go in one run. */
  mayMove: () => Promise<boolean>;
}

/**
 * Parcels do not move while much waits for orders that are on their way to be paid, which somebody looks at. A parcel is no
 * hurry, and all that it sets in motion would stand in the same queues. Under a crowd that does not end one run of them
 * moves every six seconds.
 */
export function createGiveWay({ findBacklog, now }: GiveWayOptions): GiveWay {
  let since: number | undefined;
  let wasCrowded = false;
  let lookedAt = -Infinity;

  async function isCrowded(): Promise<boolean> {
    const at = now().getTime();
    if (at - lookedAt < LOOK_EVERY_MS) return wasCrowded;
    lookedAt = at;
    wasCrowded = (await findBacklog()) >= (wasCrowded ? LITTLE : MUCH);
    return wasCrowded;
  }

  return {
    isCrowded,
    async mayMove() {
      const at = now().getTime();
      const mustWait = await isCrowded();
      const hasWaited = since !== undefined && at - since >= LONGEST_PAUSE_MS;
      if (mustWait && !hasWaited) {
        since ??= at;
        return false;
      }
      since = mustWait ? at : undefined;
      return true;
    },
  };
}
