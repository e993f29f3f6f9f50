import type { RecordableHistogram } from 'node:perf_hooks';
import { createLatency, recordMs } from '../driver/tally.ts';
import { FIRST_LEAD } from './bodies.ts';

/** Scores that lead the board one after the other: the first is `FIRST_LEAD`, and each next is greater by one. */
export interface Leads {
  /** When each was handed in (`preciseNow`); zero before. Shared by threads. */
  handedInAt: Float64Array;
  /** The first so many, while code was still being compiled, are told of apart. */
  early: number;
}

export const createLeads = (count: number, early: number): Leads => ({
  handedInAt: new Float64Array(new SharedArrayBuffer(count * Float64Array.BYTES_PER_ELEMENT)),
  early,
});

/** What viewers have seen. */
export interface Seen {
  events: number;
  /** From handing in a score that leads the board until a viewer has seen it, or one after it: each viewer and lead once. */
  delay: RecordableHistogram;
  earlyDelay: RecordableHistogram;
  /** Viewers and leads of which the one never saw the other. */
  missed: number;
  /** From the first viewer that had a board to each of them. */
  spread: RecordableHistogram;
  /** Boards that came to a viewer a second time. */
  repeated: number;
  /** Viewers whose last board is not the newest one. */
  behind: number;
}

export interface Sight {
  /** A frame has come to a viewer. */
  receive: (viewer: number, frame: string, at: number) => void;
  look: () => Seen;
}

/** Behind it a frame is the same for each viewer. */
const PAYLOAD = '"payload":';
/** The first entry's. */
const LEADING = /"score":(\d+)/;
/** Boards that are known: the slowest viewer is not so many behind. */
const MAX_BOARDS = 100;

/** A board that was shown: when a viewer had it first, its place in their order, and which lead it shows. */
interface Board {
  at: number;
  place: number;
  /** Negative when none of the leads does. */
  lead: number;
}

/** Of all that viewers get only the last is kept, and once for all of them. */
export function createSight({ handedInAt, early }: Leads, viewers: number): Sight {
  const boards = new Map<string, Board>();
  const lastPlace = new Int32Array(viewers);
  const lastLead = new Int32Array(viewers).fill(-1);
  const delay = createLatency();
  const earlyDelay = createLatency();
  const spread = createLatency();
  let places = 0;
  let events = 0;
  let repeated = 0;
  /** Most frames are the one before once more, the very same text. */
  let before: { frame: string; board: Board } | undefined;

  function boardOf(frame: string, at: number): Board {
    const text = frame.slice(frame.indexOf(PAYLOAD));
    const known = boards.get(text);
    if (known !== undefined) return known;
    const lead = Number(LEADING.exec(text)?.[1] ?? 0) - FIRST_LEAD;
    const board = { at, place: ++places, lead };
    boards.set(text, board);
    const [oldest] = boards.keys();
    if (boards.size > MAX_BOARDS && oldest !== undefined) boards.delete(oldest);
    return board;
  }

  return {
    receive(viewer, frame, at) {
      events += 1;
      if (before?.frame !== frame) before = { frame, board: boardOf(frame, at) };
      const { board } = before;
      if (lastPlace[viewer] === board.place) {
        repeated += 1;
        return;
      }
      lastPlace[viewer] = board.place;
      recordMs(spread, at - board.at);
      for (let lead = (lastLead[viewer] ?? -1) + 1; lead <= board.lead; lead++) {
        const from = handedInAt[lead] ?? 0;
        // Somebody else's: a load before this one has led the board.
        if (from === 0) return;
        recordMs(lead < early ? earlyDelay : delay, at - from);
        lastLead[viewer] = lead;
      }
    },
    look() {
      const handedIn = handedInAt.filter((at) => at > 0).length;
      const seen = lastLead.reduce((sum, lead) => sum + lead + 1, 0);
      return {
        events,
        delay,
        earlyDelay,
        missed: handedIn * viewers - seen,
        spread,
        repeated,
        behind: lastPlace.filter((place) => place < places).length,
      };
    },
  };
}
