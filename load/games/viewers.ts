import type { RecordableHistogram } from 'node:perf_hooks';
import { forEachOf, openSocket, type LiveSocket } from '../live/socket.ts';
import { createLatency, recordMs } from '../driver/tally.ts';
import { FIRST_LEAD, MODES, WATCH } from './bodies.ts';

const CONNECTING = 50;
/** Behind it a frame is the same for each viewer. */
const PAYLOAD = '"payload":';
/** The first entry's. */
const LEADING = /"score":(\d+)/;

/** Scores that will lead the board, each greater by one than that before: the first is `FIRST_LEAD`. */
export interface Leads {
  /** When each was handed in (ms of `nowOfAll`); zero before. Shared by threads. */
  handedInAt: Float64Array;
  /** The first so many, while code was still being compiled, are told of apart. */
  early: number;
}

export const createLeads = (count: number, early: number): Leads => ({
  handedInAt: new Float64Array(new SharedArrayBuffer(count * Float64Array.BYTES_PER_ELEMENT)),
  early,
});

/** What viewers have seen. */
export interface Sight {
  events: number;
  /** From handing in a score that leads the board to each viewer that sees it. */
  delay: RecordableHistogram;
  earlyDelay: RecordableHistogram;
  /** Scores that no viewer has seen leading: lost, late, or overtaken before anybody looked. */
  unseen: number;
  /** From the first viewer that had an event to each of them. */
  spread: RecordableHistogram;
  /** Viewers whose last event is not the newest one. */
  behind: number;
}

/** Sockets that follow one board. Of all that they get, only the last is kept, and once for all of them. */
export interface Viewers {
  /** How many could not be opened. */
  open: (count: number) => Promise<number>;
  look: () => Sight;
  close: () => void;
}

/** A board that was shown: when a viewer had it first, its place in their order, and which lead it shows. */
interface Shown {
  at: number;
  place: number;
  /** Undefined when another board has shown it already, or when nobody awaits it. */
  lead: { handedInAt: number; delay: RecordableHistogram } | undefined;
}

/** The same in every thread. */
export const nowOfAll = (): number => performance.timeOrigin + performance.now();

export function createViewers(url: string, { handedInAt, early }: Leads): Viewers {
  const sockets: LiveSocket[] = [];
  /** By what of a frame is the same for each viewer. Bounded. */
  const seen = new Map<string, Shown>();
  const MAX_SEEN = 100;
  const seenLeads = new Set<number>();
  const delay = createLatency();
  const earlyDelay = createLatency();
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
    const lead = recognize(Number(LEADING.exec(board)?.[1]) - FIRST_LEAD);
    const shown = { at: now, place: ++places, lead };
    seen.set(board, shown);
    const [oldest] = seen.keys();
    if (seen.size > MAX_SEEN && oldest !== undefined) seen.delete(oldest);
    return shown;
  }

  function recognize(number: number): Shown['lead'] {
    const at = handedInAt[number] ?? 0;
    if (at === 0 || seenLeads.has(number)) return undefined;
    seenLeads.add(number);
    return { handedInAt: at, delay: number < early ? earlyDelay : delay };
  }

  function receive(viewer: number, frame: string): void {
    events += 1;
    const now = nowOfAll();
    if (before?.frame !== frame) before = { frame, shown: show(frame, now) };
    const { at, place, lead } = before.shown;
    recordMs(spread, now - at);
    if (lead !== undefined) recordMs(lead.delay, now - lead.handedInAt);
    last[viewer] = place;
  }

  return {
    look: () => ({
      events,
      delay,
      earlyDelay,
      unseen: handedInAt.filter((at) => at > 0).length - seenLeads.size,
      spread,
      behind: last.filter((place) => place < places).length,
    }),
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
    close: () => {
      for (const socket of sockets) socket.cut();
    },
  };
}
