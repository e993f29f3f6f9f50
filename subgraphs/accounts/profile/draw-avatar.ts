import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';

export const AVATAR_PX = 256;
/** A picture of more is not opened: a small file can hold a huge one. */
const MAX_PIXELS = 50_000_000;
/** Whatever else sharp could open, such as SVG, which is a program more than a picture. */
const CONTENT_TYPES: ReadonlySet<string> = new Set([
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
  const found = await fileTypeFromBuffer(content);
  if (found === undefined || !CONTENT_TYPES.has(found.mime)) return undefined;
  try {
    return await sharp(content, { limitInputPixels: MAX_PIXELS, pages: 1, failOn: 'error' })
      .autoOrient()
      .resize(AVATAR_PX, AVATAR_PX, { fit: 'cover' })
      .webp({ quality: 80 })
      .toBuffer();
  } catch {
    // sharp throws plain errors for whatever it cannot read; which it was helps nobody.
    return undefined;
  }
}
