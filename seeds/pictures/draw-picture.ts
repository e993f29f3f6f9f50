import { ICONS } from './icons.ts';
import { PRODUCT_PICTURE_TINTS } from './picture-url.ts';

interface Tint {
  /** Of the background, from the top left to the bottom right. */
  from: string;
  to: string;
  /** Of the thing: its body, its shadows, its highlights. */
  main: string;
  dark: string;
  light: string;
}

/** One of each, so that any two of them differ at a glance. */
const TINTS: readonly Tint[] = [
  { from: '#fdf1e3', to: '#f6cfa4', main: '#d9743b', dark: '#8f4522', light: '#f2c08d' },
  { from: '#e6f4f1', to: '#a9dcd0', main: '#2f8f83', dark: '#1c5a53', light: '#93d1c3' },
  { from: '#eaf0fb', to: '#b4c9f2', main: '#4568c2', dark: '#293f7f', light: '#a3bbee' },
  { from: '#fbeaf0', to: '#f2b6cb', main: '#c24a78', dark: '#7d2a4b', light: '#eda9c2' },
  { from: '#f3eefb', to: '#cdb9ee', main: '#7652bd', dark: '#48307a', light: '#c0a8ea' },
  { from: '#f1f6e4', to: '#c9de9b', main: '#6d9130', dark: '#42591b', light: '#bcd685' },
  { from: '#fff6da', to: '#f7dc87', main: '#c9982a', dark: '#7f5d12', light: '#f2d272' },
  { from: '#eef1f4', to: '#bcc8d3', main: '#566b80', dark: '#324252', light: '#adbccb' },
];

/** An icon before a soft background, as an SVG of 400 by 400. */
export function drawPicture(icon: string, tint: number): string {
  const shapes = ICONS[icon];
  const colors = TINTS[tint % PRODUCT_PICTURE_TINTS];
  if (shapes === undefined || colors === undefined) throw new Error(`there is no icon ${icon}`);
  const { from, to, main, dark, light } = colors;
  const painted = shapes.replaceAll(/[MDL](?=")/g, (letter) =>
    letter === 'M' ? main : letter === 'D' ? dark : light,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img">` +
    `<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>` +
    `<rect width="400" height="400" fill="url(#g)"/>` +
    `<circle cx="200" cy="196" r="138" fill="#fff" opacity=".45"/>` +
    `<ellipse cx="200" cy="318" rx="104" ry="12" fill="${dark}" opacity=".16"/>` +
    `<g transform="translate(100 100)" stroke-linecap="round" stroke-linejoin="round">${painted}</g></svg>\n`
  );
}
