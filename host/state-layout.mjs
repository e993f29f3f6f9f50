// Plain JavaScript: `npm run reset` needs it on a machine where nothing is installed.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The folder of all local state: the setting PLAZA_STATE_DIR, else `.plaza` in the checkout. */
export function stateDirOf(env) {
  return resolve(ROOT, env.PLAZA_STATE_DIR || '.plaza');
}

/** What lies where in it. */
export function layoutOf(stateDir) {
  return {
    /** Marks the folder as ours: nothing else is ever removed. */
    marker: join(stateDir, 'plaza-state'),
    lock: join(stateDir, 'lock.json'),
    secrets: join(stateDir, 'secrets'),
    postgres: join(stateDir, 'postgres'),
    redis: join(stateDir, 'redis'),
  };
}
