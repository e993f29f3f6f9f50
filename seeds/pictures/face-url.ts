/** Cuts of hair, colors of hair and skin, and backgrounds that a face comes in. */
export const FACE_PARTS = { hair: 5, hairColor: 4, skin: 4, background: 3 } as const;
export const FACES =
  FACE_PARTS.hair * FACE_PARTS.hairColor * FACE_PARTS.skin * FACE_PARTS.background;

/** Changes when the drawings do, since pictures are kept by browsers for ever. */
const EDITION = 1;

/** Of a number from 0 to FACES - 1. */
export function faceFile(face: number): string {
  return `people/face-${face}.e${EDITION}.svg`;
}

export function faceUrl(face: number): string {
  return `/media/${faceFile(face)}`;
}
