import { drawFace } from './draw-face.ts';
import { FACES } from './face-url.ts';

test('all faces differ, are small, and have all of their colors', () => {
  const faces = Array.from({ length: FACES }, (_, face) => drawFace(face));

  expect(new Set(faces).size).toBe(FACES);
  for (const face of faces) {
    expect(face.length).toBeLessThan(2_000);
    expect(face).not.toContain('undefined');
  }
});

test('a face beyond the last is an error that says how many there are', () => {
  expect(() => drawFace(FACES)).toThrow(`expected 0 to ${FACES - 1}`);
  expect(() => drawFace(-1)).toThrow('there is no face -1');
});
