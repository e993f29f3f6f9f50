import type { Store } from '#platform/database/store.ts';
import { AppError } from '#platform/errors.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import type { Storage } from '#platform/storage/storage.ts';
import type { Tables } from '../data/tables.ts';
import { updateAvatar } from '../data/user.repository.ts';
import type { User } from '../domain/user.ts';
import { userMessage } from '../events/user-message.ts';
import type { Slots } from '../slots.ts';
import { drawAvatar } from './draw-avatar.ts';

export interface AvatarParts {
  store: Store<Tables>;
  storage: Storage;
  /** Pictures are opened one after the other: each takes a core and some hundred megabytes for a moment. */
  pictureSlots: Slots;
  now: () => Date;
  newId: () => string;
}

/** Throws BAD_USER_INPUT for what is no picture. */
export async function setAvatar(
  parts: AvatarParts,
  userId: string,
  content: Buffer,
): Promise<User> {
  const { storage, pictureSlots, newId } = parts;
  const picture = await pictureSlots(() => drawAvatar(content));
  if (picture === undefined) {
    throw new AppError(
      'BAD_USER_INPUT',
      'the picture cannot be opened: expected a JPEG, PNG, WebP or GIF of at most 50 million pixels',
    );
  }
  const key = `avatars/${newId()}.webp`;
  await storage.write(key, picture, 'image/webp');
  return replace(parts, userId, { key, url: storage.urlOf(key) });
}

export function removeAvatar(parts: AvatarParts, userId: string): Promise<User> {
  return replace(parts, userId, null);
}

async function replace(
  parts: AvatarParts,
  userId: string,
  avatar: { key: string; url: string } | null,
): Promise<User> {
  const { store, storage, now, newId } = parts;
  const replaced = await store.transact(async (tx) => {
    const updated = await updateAvatar(tx, userId, avatar);
    if (updated !== undefined) {
      await appendToOutbox(tx, [userMessage('user.updated', updated.user, { now, newId })]);
    }
    return updated;
  });
  const unused = replaced === undefined ? avatar?.key : replaced.formerKey;
  if (unused != null) await storage.remove([unused]);
  if (replaced === undefined) throw new AppError('NOT_FOUND', 'this account no longer exists');
  return replaced.user;
}
