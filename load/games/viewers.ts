import type { RecordableHistogram } from 'node:perf_hooks';
import { forEachOf, openSocket, type LiveSocket } from '../live/socket.ts';
import { createLatency, recordMs } from '../driver/tally.ts';
import { MODES, WATCH } from './bodies.ts';

const CONNECTING = 50;
/** An event that comes later than this after the first viewer had it counts as if it came then. */
const PAYLOAD = '"payload":';
/** The first entry's. */
const LEADING = /"score":(\d+)/;

/** Sockets that follow one board. Of all that they get, only the last is kept, and once for all of them. */
export interface Viewers {
  open: (count: number) => Promise<number>;
  events: () => number;
  /** A score that will lead the board is handed in now. Later ones are greater. */
  expect: (score: number) => void;
  /** From handing in a score that leads the board to each viewer that sees it. */
  delay: RecordableHistogram;
  /** Scores that no viewer has seen leading: lost, late, or overtaken before anybody looked. */
  countUnseen: () => number;
  /** From the first viewer that had an event to each of the others. */
  spread: RecordableHistogram;
  /** Viewers whose last event is not the newest one. */
  countBehind: () => number;
  close: () => void;
}

export function createViewers(url: string): Viewers {
  const sockets: LiveSocket[] = [];
  /** Of each board that was shown: when a viewer had it first, and its place in their order. Bounded. */
  const seen = new Map<string, { at: number; place: number; handedInAt: number | undefined }>();
  const MAX_SEEN = 100;
  /** Scores that no board has shown yet, and when they were handed in: bounded by the load's length. */
  const expected = new Map<number, number>();
  const delay = createLatency();
  const last: number[] = [];
  const spread = createLatency();
  let places = 0;
  let events = 0;

  function receive(viewer: number, frame: string): void {
    events += 1;
    const board = frame.slice(frame.indexOf(PAYLOAD));
    const now = performance.now();
    let known = seen.get(board);
    if (known === undefined) {
      const leading = Number(LEADING.exec(board)?.[1]);
      known = { at: now, place: ++places, handedInAt: expected.get(leading) };
      expected.delete(leading);
      seen.set(board, known);
      const [oldest] = seen.keys();
      if (seen.size > MAX_SEEN && oldest !== undefined) seen.delete(oldest);
    } else recordMs(spread, now - known.at);
    if (known.handedInAt !== undefined) recordMs(delay, now - known.handedInAt);
    last[viewer] = known.place;
  }

  return {
    expect: (score) => void expected.set(score, performance.now()),
    delay,
    countUnseen: () => expected.size,
    spread,
    async open(count) {
      let failed = 0;
      const variables = { modeId: MODES[0].id };
      await forEachOf(count, CONNECTING, async (viewer) => {
        last[viewer] = 0;
        const onEvent = (frame: string) => receive(viewer, frame);
        try {
          sockets.push(await openSocket(url, undefined, [{ query: WATCH, variables, onEvent }]));
        } catch {
          failed += 1;
        }
      });
      return failed;
    },
    events: () => events,
    countBehind: () => last.filter((place) => place < places).length,
    close: () => {
      for (const socket of sockets) socket.cut();
    },
  };
}
