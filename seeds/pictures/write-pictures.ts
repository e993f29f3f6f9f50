import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { drawPicture } from './draw-picture.ts';
import { ICONS } from './icons.ts';
import { pictureFile, PRODUCT_PICTURE_TINTS } from './picture-url.ts';

/** Every icon on every tint, a kilobyte each. Pictures that are there are written again: they are the same. */
export async function writePictures(mediaDir: string): Promise<void> {
  const pictures = Object.keys(ICONS).flatMap((icon) =>
    Array.from({ length: PRODUCT_PICTURE_TINTS }, (_, tint) => ({ icon, tint })),
  );
  await mkdir(dirname(join(mediaDir, pictureFile('any', 0))), { recursive: true });
  for (const { icon, tint } of pictures) {
    await writeFile(join(mediaDir, pictureFile(icon, tint)), drawPicture(icon, tint));
  }
}
