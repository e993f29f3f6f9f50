import type { Store } from '#platform/database/store.ts';
import type { Storage } from '#platform/storage/storage.ts';
import { deleteMedia, discardMedia } from '../data/media.repository.ts';
import type { Tables } from '../data/tables.ts';
import { keysOf } from '../media/uploads.ts';

const UNUSED_MS = 86_400_000;
const BATCH = 200;

/**
 * Deletes uploads that are in no message a day later, and files of messages that were taken back. The row goes
 * last: a file that could not be deleted is tried again.
 */
export async function purgeMedia(parts: {
  store: Store<Tables>;
  storage: Storage;
  now: () => Date;
}): Promise<number> {
  const { store, storage, now } = parts;
  const olderThan = new Date(now().getTime() - UNUSED_MS);
  for (let purged = 0; ;) {
    const media = await store.transact((tx) => discardMedia(tx, olderThan, BATCH));
    if (media.length === 0) return purged;
    await storage.removeUploads(media.map(({ uploadKey }) => uploadKey));
    await storage.remove(media.flatMap(keysOf));
    await deleteMedia(
      store.db,
      media.map(({ id }) => id),
    );
    purged += media.length;
  }
}
