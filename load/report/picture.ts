import type { Note, Second } from './timeline.ts';

// A picture in plain SVG: latency above, throughput and lag below, what was broken as lines through both.
const WIDTH = 960;
const LEFT = 70;
const RIGHT = 20;
const PANEL = 200;
const GAP = 50;
const TOP = 40;
const HEIGHT = TOP + 2 * PANEL + GAP + 40;
const TICKS = 4;
const MAX_NOTES = 40;

interface Line {
  name: string;
  colour: string;
  values: readonly (number | undefined)[];
}

export function drawPicture(
  title: string,
  seconds: readonly Second[],
  notes: readonly Note[],
): string {
  const latency: Line[] = [
    { name: 'p50', colour: '#2b8a3e', values: seconds.map(({ p50 }) => p50) },
    { name: 'p95', colour: '#e67700', values: seconds.map(({ p95 }) => p95) },
    { name: 'p99', colour: '#c92a2a', values: seconds.map(({ p99 }) => p99) },
  ];
  const rates: Line[] = [
    { name: 'begun/s', colour: '#868e96', values: seconds.map(({ begun }) => begun) },
    { name: 'ended/s', colour: '#1971c2', values: seconds.map(({ ended }) => ended) },
    {
      name: 'failed requests/s',
      colour: '#c92a2a',
      values: seconds.map(({ failures }) => failures),
    },
    { name: 'consumer lag', colour: '#9c36b5', values: seconds.map(({ lag }) => lag) },
  ];
  const x = (second: number) =>
    LEFT + (second / Math.max(1, seconds.length - 1)) * (WIDTH - LEFT - RIGHT);
  const bottom = TOP + 2 * PANEL + GAP;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="20" font-size="15">${escape(title)}</text>`,
    ...notes.slice(0, MAX_NOTES).flatMap((note) => drawNote(note, x(note.second), bottom)),
    ...drawPanel(latency, TOP, 'ms', x),
    ...drawPanel(rates, TOP + PANEL + GAP, '', x),
    `<text x="${WIDTH - RIGHT}" y="${bottom + 28}" text-anchor="end">${seconds.length} s</text>`,
    '</svg>\n',
  ].join('\n');
}

function drawPanel(
  lines: readonly Line[],
  top: number,
  unit: string,
  x: (second: number) => number,
) {
  const most = niceCeiling(
    Math.max(1, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0))),
  );
  const y = (value: number) => top + PANEL - (value / most) * PANEL;
  const grid = Array.from({ length: TICKS + 1 }, (_, tick) => {
    const value = (most / TICKS) * tick;
    const at = y(value).toFixed(1);
    return (
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}" stroke="#dee2e6"/>` +
      `<text x="${LEFT - 6}" y="${at}" dy="4" text-anchor="end">${value} ${unit}</text>`
    );
  });
  const legend = lines.map(
    ({ name, colour }, index) =>
      `<text x="${LEFT + 10 + index * 130}" y="${top + 14}" fill="${colour}">${name}</text>`,
  );
  const drawn = lines.map(({ colour, values }) => {
    return `<path d="${pathOf(values, x, y)}" fill="none" stroke="${colour}" stroke-width="1.5"/>`;
  });
  return [...grid, ...drawn, ...legend];
}

/** A gap in the values is a gap in the line. */
function pathOf(
  values: readonly (number | undefined)[],
  x: (second: number) => number,
  y: (value: number) => number,
): string {
  let isDown = false;
  return values
    .map((value, second) => {
      if (value === undefined) {
        isDown = false;
        return '';
      }
      const step = `${isDown ? 'L' : 'M'}${x(second).toFixed(1)} ${y(value).toFixed(1)}`;
      isDown = true;
      return step;
    })
    .join('');
}

function drawNote({ text }: Note, at: number, bottom: number): string[] {
  return [
    `<line x1="${at.toFixed(1)}" x2="${at.toFixed(1)}" y1="${TOP}" y2="${bottom}" stroke="#adb5bd" stroke-dasharray="3 3"/>`,
    `<text x="${at.toFixed(1)}" y="${bottom + 6}" font-size="9" transform="rotate(20 ${at.toFixed(1)} ${bottom + 6})">${escape(text)}</text>`,
  ];
}

/** 1, 2, 4 or 8 times a power of ten, so that a quarter of it is a short number. */
function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 4, 8, 10].find((each) => each * power >= value) ?? 10;
  return factor * power;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
