import { CATEGORIES } from '../catalog/categories.ts';
import { drawPicture } from './draw-picture.ts';
import { PRODUCT_PICTURE_TINTS } from './picture-url.ts';

test('every category has pictures, all different, small and without a color left open', () => {
  const icons = new Set(CATEGORIES.map(({ icon }) => icon));
  const pictures = [...icons].flatMap((icon) =>
    Array.from({ length: PRODUCT_PICTURE_TINTS }, (_, tint) => drawPicture(icon, tint)),
  );

  expect(new Set(pictures).size).toBe(pictures.length);
  for (const picture of pictures) {
    expect(picture.length).toBeLessThan(4_000);
    expect(picture).not.toMatch(/"[MDL]"/);
  }
});

test('an icon that nobody has drawn is an error', () => {
  expect(() => drawPicture('unicorn', 0)).toThrow('there is no icon unicorn');
});
