import type { RecordableHistogram } from 'node:perf_hooks';
import { forEachOf, openSocket, type LiveSocket } from '../live/socket.ts';
import { createLatency, recordMs } from '../driver/tally.ts';
import { MODES, WATCH } from './bodies.ts';

const CONNECTING = 50;
/** Behind it a frame is the same for each viewer. */
const PAYLOAD = '"payload":';
/** The first entry's. */
const LEADING = /"score":(\d+)/;

/** Sockets that follow one board. Of all that they get, only the last is kept, and once for all of them. */
export interface Viewers {
  open: (count: number) => Promise<number>;
  events: () => number;
  /** A score that will lead the board is handed in now: records how long it takes to each viewer. Later ones are greater. */
  expect: (score: number, delay: RecordableHistogram) => void;
  /** Scores that no viewer has seen leading: lost, late, or overtaken before anybody looked. */
  countUnseen: () => number;
  /** From the first viewer that had an event to each of them. */
  spread: RecordableHistogram;
  /** Viewers whose last event is not the newest one. */
  countBehind: () => number;
  close: () => void;
}

/** A board that was shown: when a viewer had it first, its place in their order, and the score that leads it. */
interface Shown {
  at: number;
  place: number;
  lead: Lead | undefined;
}

interface Lead {
  handedInAt: number;
  delay: RecordableHistogram;
}

export function createViewers(url: string): Viewers {
  const sockets: LiveSocket[] = [];
  /** By what of a frame is the same for each viewer. Bounded. */
  const seen = new Map<string, Shown>();
  const MAX_SEEN = 100;
  /** Scores that no board has shown yet: bounded by the load's length. */
  const expected = new Map<number, Lead>();
  const last: number[] = [];
  const spread = createLatency();
  let places = 0;
  let events = 0;
  /** Most frames are the one before once more, the very same text. */
  let before: { frame: string; shown: Shown } | undefined;

  function show(frame: string, now: number): Shown {
    const board = frame.slice(frame.indexOf(PAYLOAD));
    const known = seen.get(board);
    if (known !== undefined) return known;
    const leading = Number(LEADING.exec(board)?.[1]);
    const shown = { at: now, place: ++places, lead: expected.get(leading) };
    expected.delete(leading);
    seen.set(board, shown);
    const [oldest] = seen.keys();
    if (seen.size > MAX_SEEN && oldest !== undefined) seen.delete(oldest);
    return shown;
  }

  function receive(viewer: number, frame: string): void {
    events += 1;
    const now = performance.now();
    if (before?.frame !== frame) before = { frame, shown: show(frame, now) };
    const { at, place, lead } = before.shown;
    recordMs(spread, now - at);
    if (lead !== undefined) recordMs(lead.delay, now - lead.handedInAt);
    last[viewer] = place;
  }

  return {
    expect: (score, delay) => void expected.set(score, { handedInAt: performance.now(), delay }),
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
