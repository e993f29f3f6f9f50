import { findContentType, openPicture } from '#platform/storage/open-picture.ts';

export const AVATAR_PX = 256;
/** Whatever else could be opened, such as SVG, which is a program more than a picture. */
const CONTENT_TYPES: ReadonlySet<string | undefined> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
]);

/**
 * The middle of a picture as a square WebP, upright, without what cameras write into it, such as the place where it was
 * taken. Undefined when it is no picture, or cannot be opened.
 */
export async function drawAvatar(content: Buffer): Promise<Buffer | undefined> {
  if (!CONTENT_TYPES.has(await findContentType(content))) return undefined;
  return openPicture(content, (open) =>
    open().resize(AVATAR_PX, AVATAR_PX, { fit: 'cover' }).webp({ quality: 80 }).toBuffer(),
  );
}
