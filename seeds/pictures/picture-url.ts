/** Backgrounds a picture comes in. */
export const PRODUCT_PICTURE_TINTS = 8;

/** Changes when the drawings do, since pictures are kept by browsers for ever. */
const EDITION = 1;

export function pictureFile(icon: string, tint: number): string {
  return `catalog/${icon}-${tint % PRODUCT_PICTURE_TINTS}.e${EDITION}.svg`;
}

export function pictureUrl(icon: string, tint: number): string {
  return `/media/${pictureFile(icon, tint)}`;
}
