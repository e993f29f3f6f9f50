import { journeysBy, secondsOf, type Stage } from './plan.ts';

/** Moments at which journeys begin: they follow the clock and wait for nobody's answer (an open loop). */
export interface Schedule {
  /** Journeys that should have begun by `seconds`, in all. */
  dueBy: (seconds: number) => number;
  /** When the journey of that number was to begin, in seconds. */
  momentOf: (journey: number) => number;
  seconds: number;
}

/** Halvings of the time of the whole run: far below a microsecond for an hour. */
const HALVINGS = 40;

export function createSchedule(stages: readonly Stage[]): Schedule {
  const seconds = secondsOf(stages);
  const [only] = stages;
  const isEven = stages.length === 1 && only !== undefined && only.isRamp !== true;
  return {
    seconds,
    dueBy: (at) => journeysBy(stages, Math.min(at, seconds)),
    momentOf: (journey) => (isEven ? journey / only.rate : findMoment(stages, seconds, journey)),
  };
}

function findMoment(stages: readonly Stage[], seconds: number, journey: number): number {
  let [from, to] = [0, seconds];
  for (let each = 0; each < HALVINGS; each++) {
    const middle = (from + to) / 2;
    if (journeysBy(stages, middle) > journey) to = middle;
    else from = middle;
  }
  return to;
}
