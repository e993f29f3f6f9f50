import type { MessageType } from './message-type.ts';

/** A picture or film that was looked at. Stored with the message as it is; its keys never change. */
export interface MediaFile {
  id: string;
  type: Exclude<MessageType, 'TEXT'>;
  contentType: string;
  sizeBytes: number;
  key: string;
  /** The rest is null for films. */
  thumbnailKey: string | null;
  width: number | null;
  height: number | null;
  /** A data URL of some hundred bytes. */
  placeholder: string | null;
}

const MIB = 1_048_576;

interface MediaKind {
  type: MediaFile['type'];
  extension: string;
  maxBytes: number;
}

const picture = (extension: string): MediaKind => ({
  type: 'IMAGE',
  extension,
  maxBytes: 10 * MIB,
});
const film = (extension: string): MediaKind => ({ type: 'VIDEO', extension, maxBytes: 50 * MIB });

/** What may be sent. Nothing that a browser would run, such as SVG. */
export const MEDIA_KINDS: ReadonlyMap<string, MediaKind> = new Map([
  ['image/jpeg', picture('jpg')],
  ['image/png', picture('png')],
  ['image/webp', picture('webp')],
  ['image/gif', picture('gif')],
  ['video/mp4', film('mp4')],
  ['video/webm', film('webm')],
]);

/** Why a file cannot be announced; nothing when it can. */
export function findUploadFault(
  contentType: string,
  sizeBytes: number,
): { reason: 'TYPE' | 'SIZE'; message: string } | undefined {
  const kind = MEDIA_KINDS.get(contentType);
  if (kind === undefined) {
    const message = `contentType must be one of ${[...MEDIA_KINDS.keys()].join(', ')}`;
    return { reason: 'TYPE', message };
  }
  if (sizeBytes >= 1 && sizeBytes <= kind.maxBytes) return undefined;
  return {
    reason: 'SIZE',
    message: `sizeBytes must be from 1 to ${kind.maxBytes}, not ${sizeBytes}`,
  };
}
