import { FACE_PARTS, FACES } from './face-url.ts';

const SKINS = ['#f6d7bf', '#e0ac85', '#b57a50', '#7d4f33'];
const HAIR_COLORS = ['#2c2320', '#6b4226', '#c98f3d', '#9aa0a8'];
const BACKGROUNDS = [
  { color: '#dcefe9', shirt: '#2f8f83' },
  { color: '#e5e9fb', shirt: '#4568c2' },
  { color: '#fbe6ea', shirt: '#c24a78' },
];
/** Behind the head, and before it, in the color of the hair. */
const HAIRS = [
  { behind: '', before: '<path d="M62 92a38 40 0 0 1 76 0q-38-22-76 0z"/>' },
  {
    behind: '<path d="M56 96a44 46 0 0 1 88 0v62H56z"/>',
    before: '<path d="M62 96q4-34 40-34q34 4 36 34q-40-4-50-22q-6 16-26 22z"/>',
  },
  {
    behind: '<circle cx="100" cy="42" r="20"/>',
    before: '<path d="M62 94a38 42 0 0 1 76 0q-14-26-38-26t-38 26z"/>',
  },
  {
    behind: '<circle cx="100" cy="84" r="54"/>',
    before: '<path d="M64 84a36 34 0 0 1 72 0q-36-20-72 0z"/>',
  },
  {
    behind: '',
    before:
      '<path d="M62 90q0-36 38-36t38 36q-8-20-38-20T62 90z"/><path d="M66 112q4 38 34 38t34-38q-6 16-34 16t-34-16z"/>',
  },
];

/** A person who does not exist, as an SVG of 200 by 200. Throws for a number that is not from 0 to FACES - 1. */
export function drawFace(face: number): string {
  const { hair, hairColor, skin } = FACE_PARTS;
  const cut = HAIRS[face % hair];
  const hairFill = HAIR_COLORS[Math.floor(face / hair) % hairColor];
  const skinFill = SKINS[Math.floor(face / (hair * hairColor)) % skin];
  const background = BACKGROUNDS[Math.floor(face / (hair * hairColor * skin))];
  if (cut === undefined || background === undefined || face < 0) {
    throw new Error(`there is no face ${face}: expected 0 to ${FACES - 1}`);
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" role="img">` +
    `<rect width="200" height="200" fill="${background.color}"/>` +
    `<g fill="${hairFill}">${cut.behind}</g>` +
    `<path d="M36 200q0-46 64-46t64 46z" fill="${background.shirt}"/>` +
    `<path d="M86 132h28v28q-14 12-28 0z" fill="${skinFill}"/>` +
    `<ellipse cx="100" cy="102" rx="36" ry="42" fill="${skinFill}"/>` +
    `<g fill="${hairFill}">${cut.before}</g>` +
    `<g fill="#2b2b33"><circle cx="86" cy="104" r="4"/><circle cx="114" cy="104" r="4"/></g>` +
    `<path d="M88 122q12 10 24 0" fill="none" stroke="#2b2b33" stroke-width="3.5" stroke-linecap="round"/></svg>\n`
  );
}
