import type { SeedProgress } from './seed-databases.ts';

const MINUTE_S = 60;
/** Before this the rate says more about the start than about the work. */
const KNOWN_AFTER_MS = 2_000;

/** How fast a step is and how long it will still take; nothing while that is not known, and at its end. */
export type Pace = (progress: Pick<SeedProgress, 'step' | 'done' | 'total'>) => string;

/** Counts from what was there when the step went on, so that a run that goes on does not boast. */
export function createPace(now: () => number): Pace {
  let begun = { step: '', done: 0, at: 0 };
  return ({ step, done, total }) => {
    if (step !== begun.step) begun = { step, done, at: now() };
    const ms = now() - begun.at;
    if (ms < KNOWN_AFTER_MS || done === begun.done || done === total) return '';
    const rate = (1_000 * (done - begun.done)) / ms;
    return `${describeRate(rate)}, ${describeTime((total - done) / rate)} left`;
  };
}

function describeRate(aSecond: number): string {
  return aSecond >= 1
    ? `${Math.round(aSecond).toLocaleString('en')} a second`
    : `${Math.round(aSecond * MINUTE_S)} a minute`;
}

function describeTime(seconds: number): string {
  return seconds < 2 * MINUTE_S
    ? `${Math.ceil(seconds)} s`
    : `${Math.ceil(seconds / MINUTE_S)} min`;
}
