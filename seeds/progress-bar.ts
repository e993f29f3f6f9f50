import { Presets, SingleBar } from 'cli-progress';
import { createPace } from './pace.ts';
import type { SeedProgress } from './seed-databases.ts';

export interface ProgressBar {
  show: (progress: SeedProgress) => void;
  stop: () => void;
}

const TENTH = 0.1;
const PERCENT = 100;

/** One bar over all steps, which leaves the terminal as it was; elsewhere one line. */
export function createShopBar(isTerminal: boolean, print: (line: string) => void): ProgressBar {
  if (!isTerminal) {
    print('Filling the shop…');
    return { show: () => undefined, stop: () => undefined };
  }
  const format = 'Filling the shop [{bar}] {percentage} % {step}';
  const options = { format, hideCursor: true, clearOnComplete: true };
  const bar = new SingleBar(options, Presets.shades_classic);
  bar.start(PERCENT, 0, { step: '' });
  return {
    show: ({ share, step }) => bar.update(Math.floor(share * PERCENT), { step }),
    stop: () => bar.stop(),
  };
}

/** A bar on a terminal; elsewhere a line a tenth of each step. */
export function createProgressBar(isTerminal: boolean, print: (line: string) => void): ProgressBar {
  return isTerminal ? createBar() : createLines(print);
}

function createBar(): ProgressBar {
  const format = '{step} [{bar}] {value}/{total} {pace}';
  const pace = createPace(() => performance.now());
  const bar = new SingleBar({ format, hideCursor: true }, Presets.shades_classic);
  let current: string | undefined;
  return {
    show({ step, done, total }) {
      const label = { step: step.padEnd('flash sales'.length), pace: pace({ step, done, total }) };
      if (step === current) return bar.update(done, label);
      if (current !== undefined) bar.stop();
      current = step;
      bar.start(total, done, label);
    },
    stop: () => bar.stop(),
  };
}

function createLines(print: (line: string) => void): ProgressBar {
  let last = { step: '', done: 0 };
  const pace = createPace(() => performance.now());
  return {
    show({ step, done, total }) {
      const isNew = step !== last.step;
      const speed = pace({ step, done, total });
      if (!isNew && done < total && done - last.done < total * TENTH) return;
      last = { step, done };
      print(`${step}: ${done} of ${total}${speed === '' ? '' : `, ${speed}`}`);
    },
    stop: () => undefined,
  };
}
