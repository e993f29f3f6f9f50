import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';

/** A picture of more is not opened: a small file can hold a huge one. */
const MAX_PIXELS = 50_000_000;
/** Frames of a moving picture. */
const MAX_PAGES = 500;
const THUMBNAIL_PX = 480;
const PLACEHOLDER_PX = 16;

export interface InspectedPicture {
  content: Buffer;
  thumbnail: Buffer;
  /** A data URL. */
  placeholder: string;
  width: number;
  height: number;
}

/** The media type by the first bytes, whatever anybody called it. */
export async function findContentType(content: Buffer): Promise<string | undefined> {
  return (await fileTypeFromBuffer(content))?.mime;
}

/**
 * Opens a picture and writes it anew: upright, in its own format, without what cameras write into it, such as the
 * place where it was taken. Undefined when it cannot be opened.
 */
export async function inspectPicture(content: Buffer): Promise<InspectedPicture | undefined> {
  try {
    const open = (pages: number) =>
      sharp(content, { limitInputPixels: MAX_PIXELS, pages, failOn: 'error' }).autoOrient();
    const { format, pages = 1 } = await open(1).metadata();
    if (pages > MAX_PAGES) return undefined;
    const isMoving = pages > 1;
    const whole = await open(isMoving ? -1 : 1)
      .toFormat(format)
      .toBuffer({ resolveWithObject: true });
    const thumbnail = await open(1)
      .resize(THUMBNAIL_PX, THUMBNAIL_PX, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75 })
      .toBuffer();
    const tiny = await open(1)
      .resize(PLACEHOLDER_PX, PLACEHOLDER_PX, { fit: 'inside' })
      .webp({ quality: 40 })
      .toBuffer();
    return {
      content: whole.data,
      thumbnail,
      placeholder: `data:image/webp;base64,${tiny.toString('base64')}`,
      width: whole.info.width,
      height: whole.info.pageHeight ?? whole.info.height,
    };
  } catch {
    // sharp throws plain errors for whatever it cannot read; which it was helps nobody.
    return undefined;
  }
}
