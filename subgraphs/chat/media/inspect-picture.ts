import { openPicture } from '#platform/storage/open-picture.ts';

/** Frames of a moving picture. */
const MAX_FRAMES = 500;
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

/**
 * Opens a picture and writes it anew: upright, in its own format, without what cameras write into it, such as the
 * place where it was taken. Undefined when it cannot be opened.
 */
export function inspectPicture(content: Buffer): Promise<InspectedPicture | undefined> {
  return openPicture(content, async (open) => {
    const { format, pages: frames = 1 } = await open().metadata();
    if (frames > MAX_FRAMES) return undefined;
    const whole = await open(frames > 1 ? -1 : 1)
      .toFormat(format)
      .toBuffer({ resolveWithObject: true });
    const thumbnail = await open()
      .resize(THUMBNAIL_PX, THUMBNAIL_PX, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75 })
      .toBuffer();
    const tiny = await open()
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
  });
}
