import type { Store } from '#platform/database/store.ts';
import { findContentType } from '#platform/storage/open-picture.ts';
import { TOO_LARGE, type Storage, type UploadTarget } from '#platform/storage/storage.ts';
import { findMedia, insertMedia, saveFile, type MediaRow } from '../data/media.repository.ts';
import type { Tables } from '../data/tables.ts';
import { findUploadFault, MEDIA_KINDS, type MediaFile } from '../domain/media.ts';
import { inspectPicture } from './inspect-picture.ts';

/** Uploads of a user that are in no message yet. */
export const MAX_UNUSED = 20;
const UPLOAD_MS = 15 * 60_000;
/** Pictures are opened one after the other: each takes a core and some hundred megabytes for a moment. */
const MAX_WAITING = 100;

export interface UploadParts {
  store: Store<Tables>;
  storage: Storage;
  now: () => Date;
  newId: () => string;
  /** 128 random bits as letters: what makes an address impossible to guess. */
  newSecret: () => string;
}

export type Refusal = { reason: 'TYPE' | 'SIZE' | 'TOO_MANY' | 'MISSING'; message: string };

export type UploadRequested =
  | { kind: 'REQUESTED'; mediaId: string; target: UploadTarget; expiresAt: Date }
  | { kind: 'REFUSED'; refusal: Refusal };
export type UploadFinished =
  { kind: 'READY'; file: MediaFile } | { kind: 'REFUSED'; refusal: Refusal };

export function createUploads({ store, storage, now, newId, newSecret }: UploadParts) {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  return {
    async request(
      ownerId: string,
      contentType: string,
      sizeBytes: number,
    ): Promise<UploadRequested> {
      const fault = findUploadFault(contentType, sizeBytes);
      if (fault !== undefined) return { kind: 'REFUSED', refusal: fault };
      const id = newId();
      const createdAt = now();
      const media = { id, ownerId, uploadKey: `chat/${newSecret()}`, contentType, sizeBytes };
      const hasRoom = await store.transact((tx) =>
        insertMedia(tx, { ...media, createdAt }, MAX_UNUSED),
      );
      if (!hasRoom) {
        const message = `${MAX_UNUSED} uploads of yours are in no message yet`;
        return refuse('TOO_MANY', message);
      }
      const expiresAt = new Date(createdAt.getTime() + UPLOAD_MS);
      const upload = { key: media.uploadKey, contentType, sizeBytes, expiresAt };
      const target = await storage.requestUpload(upload);
      return { kind: 'REQUESTED', mediaId: id, target, expiresAt };
    },

    /** Undefined when there is no such upload of this user. */
    async finish(ownerId: string, id: string): Promise<UploadFinished> {
      const media = await findMedia(store.db, ownerId, id);
      if (media === undefined) return refuse('MISSING', 'there is no such upload of yours');
      if (media.file !== null) return { kind: 'READY', file: media.file };
      if (waiting >= MAX_WAITING) return refuse('TOO_MANY', 'too many uploads at once: try again');
      waiting += 1;
      try {
        const turn = last.then(() => inspect(ownerId, id));
        last = turn.catch(() => undefined);
        return await turn;
      } finally {
        waiting -= 1;
      }
    },
  };

  async function inspect(ownerId: string, id: string): Promise<UploadFinished> {
    // Read again: another look may have come first.
    const media = await findMedia(store.db, ownerId, id);
    if (media === undefined) return refuse('MISSING', 'there is no such upload of yours any more');
    if (media.file !== null) return { kind: 'READY', file: media.file };
    const { uploadKey, contentType, sizeBytes } = media;
    const kind = MEDIA_KINDS.get(contentType);
    if (kind === undefined) throw new Error(`no kind of media: ${contentType}`);
    const content = await storage.readUpload(uploadKey, sizeBytes);
    if (content === undefined) return refuse('MISSING', 'nothing has arrived yet');
    if (content === TOO_LARGE) return refuse('SIZE', `it is over the ${sizeBytes} bytes announced`);
    const found = await findContentType(content);
    if (found !== contentType) {
      return refuse('TYPE', `it is ${found ?? 'of no known type'}, not ${contentType}`);
    }
    const picture = kind.type === 'IMAGE' ? await inspectPicture(content) : undefined;
    if (kind.type === 'IMAGE' && picture === undefined) {
      return refuse('TYPE', 'the picture cannot be opened, or is too large to');
    }
    // The names are those of the place that was given, so that a second look, or one after a crash, writes the same.
    const file: MediaFile = {
      id,
      type: kind.type,
      contentType,
      sizeBytes: picture?.content.length ?? content.length,
      key: `${uploadKey}.${kind.extension}`,
      thumbnailKey: picture === undefined ? null : `${uploadKey}-small.webp`,
      width: picture?.width ?? null,
      height: picture?.height ?? null,
      placeholder: picture?.placeholder ?? null,
    };
    await storage.write(file.key, picture?.content ?? content, contentType);
    if (picture !== undefined && file.thumbnailKey !== null) {
      await storage.write(file.thumbnailKey, picture.thumbnail, 'image/webp');
    }
    if (await saveFile(store.db, id, file)) {
      await storage.removeUploads([uploadKey]);
      return { kind: 'READY', file };
    }
    const saved = await findMedia(store.db, ownerId, id);
    if (saved?.file == null) return refuse('MISSING', 'there is no such upload of yours any more');
    return { kind: 'READY', file: saved.file };
  }
}

const refuse = (reason: Refusal['reason'], message: string) => ({
  kind: 'REFUSED' as const,
  refusal: { reason, message },
});

/** Of everything that an upload can have become, whether it was finished or not. */
export function keysOf({ uploadKey, contentType }: MediaRow): string[] {
  const extension = MEDIA_KINDS.get(contentType)?.extension;
  return [`${uploadKey}.${extension}`, `${uploadKey}-small.webp`];
}
