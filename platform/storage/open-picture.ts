import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';

/** A picture of more is not opened: a small file can hold a huge one. */
export const MAX_PIXELS = 50_000_000;

/** The media type by the first bytes, whatever anybody called it. */
export async function findContentType(content: Buffer): Promise<string | undefined> {
  return (await fileTypeFromBuffer(content))?.mime;
}

/**
 * What `draw` makes of a picture that somebody has sent; undefined when it cannot be opened, is broken or too large.
 * `open` begins with it anew: upright, without what cameras write into it, such as the place where it was taken; of a
 * moving picture so many frames, -1 for all.
 */
export async function openPicture<Result>(
  content: Buffer,
  draw: (open: (frames?: number) => Sharp) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  const open = (pages = 1) =>
    sharp(content, { limitInputPixels: MAX_PIXELS, pages, failOn: 'error' }).autoOrient();
  try {
    return await draw(open);
  } catch {
    // sharp throws plain errors for whatever it cannot read; which it was helps nobody.
    return undefined;
  }
}
