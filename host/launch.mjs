// Plain JavaScript: runs on Node 20 before anything is installed.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './install.mjs';

/** Ctrl-C reaches us from the terminal and once more through npm: signals this close are one wish. */
const SAME_WISH_MS = 1000;

/**
 * Megabytes that young objects may fill before they are swept. What an order leaves behind dies young, unless it is swept
 * twice before it is answered: under a thousand orders a second that is every half second, with the default of 16 more
 * often than an order takes.
 */
export const NODE_FLAGS = ['--max-semi-space-size=128'];

/**
 * Runs a script of ours under the pinned Node 24 and returns its exit code.
 *
 * The script gets a session of its own, so that a signal reaches it exactly once, through us, however
 * many of npm's processes the terminal sends it to. Its IPC channel tells it when we are gone.
 * When a signal has killed it, `clearUp` does what it could not do any more.
 */
export function runPinnedNode(script, args, env = process.env, clearUp = async () => {}) {
  const child = spawn(
    join(ROOT, 'node_modules/.bin/node'),
    [...NODE_FLAGS, join(ROOT, script), ...args],
    {
      cwd: ROOT,
      env: { ...env, APOLLO_TELEMETRY_DISABLED: 'true' },
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  forwardSignals(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (signal === null) return resolve(code);
      clearUp().then(() => resolve(128 + constants.signals[signal]), reject);
    });
  });
}

function forwardSignals(child) {
  let wishes = 0;
  let lastAt = -Infinity;
  const forward = () => {
    const isSameWish = Date.now() - lastAt < SAME_WISH_MS;
    lastAt = Date.now();
    if (isSameWish) return;
    wishes += 1;
    child.kill(wishes < 3 ? 'SIGTERM' : 'SIGKILL');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
}
