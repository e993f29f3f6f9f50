import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { drawPicture } from './draw-picture.ts';
import { drawFace } from './draw-face.ts';
import { faceFile, FACES } from './face-url.ts';
import { ICONS } from './icons.ts';
import { pictureFile, PRODUCT_PICTURE_TINTS } from './picture-url.ts';

/** Every icon on every tint, and every face, a kilobyte each. Pictures that are there are written again: they are the same. */
export async function writePictures(mediaDir: string): Promise<void> {
  const products = Object.keys(ICONS).flatMap((icon) =>
    Array.from({ length: PRODUCT_PICTURE_TINTS }, (_, tint) => ({
      file: pictureFile(icon, tint),
      picture: drawPicture(icon, tint),
    })),
  );
  const people = Array.from({ length: FACES }, (_, face) => ({
    file: faceFile(face),
    picture: drawFace(face),
  }));
  const pictures = [...products, ...people];
  for (const folder of new Set(pictures.map(({ file }) => dirname(join(mediaDir, file))))) {
    await mkdir(folder, { recursive: true });
  }
  for (const { file, picture } of pictures) await writeFile(join(mediaDir, file), picture);
}
