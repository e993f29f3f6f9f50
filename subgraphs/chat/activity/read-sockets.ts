import type { Redis } from 'ioredis';
import {
  CLOSE_MEANINGS,
  countCloses,
  medianRoundTripMs,
  OTHER_CODE,
  sumSocketFigures,
  type SocketFigures,
} from '#platform/live/socket-figures.ts';
import { listToldSockets } from '#platform/live/told-sockets.ts';
import { judgeSockets, type SocketProblem, type SocketState } from '../domain/socket-health.ts';

export interface SocketActivity {
  state: SocketState;
  problems: readonly SocketProblem[];
  gateways: number;
  open: number;
  opened: number;
  closed: number;
  refused: number;
  unanswered: number;
  medianRoundTripMs: number | null;
  longestRoundTripMs: number | null;
  closes: readonly { code: number | null; meaning: string; count: number }[];
}

const LOST_CODE = '1006';
const FAULT_CODE = '4500';
const OTHER_MEANING = 'Another code of the client';

/** What all gateways tell of their sockets, as one. */
export async function readSockets(redis: Redis): Promise<SocketActivity> {
  return describeSockets(await listToldSockets(redis));
}

export function describeSockets(told: readonly SocketFigures[]): SocketActivity {
  const sum = sumSocketFigures(told);
  const { open, opened, refused, refusedFull, unanswered, closes } = sum;
  const closed = countCloses(sum);
  const median = medianRoundTripMs(sum) ?? null;
  const numbers = {
    gateways: told.length,
    open,
    closed,
    lost: closes[LOST_CODE] ?? 0,
    faults: closes[FAULT_CODE] ?? 0,
    refusedFull,
    medianRoundTripMs: median,
  };
  return {
    ...judgeSockets(numbers),
    gateways: told.length,
    open,
    opened,
    closed,
    refused,
    unanswered,
    medianRoundTripMs: median,
    longestRoundTripMs: median === null ? null : sum.longestRoundTripMs,
    closes: Object.entries(closes)
      .filter(([, count]) => count > 0)
      .map(([code, count]) => ({
        code: code === OTHER_CODE ? null : Number(code),
        meaning: CLOSE_MEANINGS.get(Number(code)) ?? OTHER_MEANING,
        count,
      }))
      .toSorted((a, b) => b.count - a.count || (a.code ?? Infinity) - (b.code ?? Infinity)),
  };
}
