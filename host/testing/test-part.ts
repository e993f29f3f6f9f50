import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { NODE_FLAGS } from '../launch.mjs';

/** A process of the product that a test has started. */
export interface Part {
  /** Resolves when `/ready` says so; rejects with the end of what it printed when it ends before. */
  ready: Promise<void>;
  /** SIGKILL; resolves when it is gone. */
  kill: () => Promise<void>;
  /** Another process like it. */
  again: () => Part;
  /** The end of what it has printed. */
  printed: () => string;
  /** SIGTERM, and SIGKILL when it does not stop in time. */
  stop: () => Promise<void>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const QUIET = ['--disable-warning=ExperimentalWarning'];
/** Everything in one process is started as `npm start` does. */
const ALL_IN_ONE = 'host/all-in-one.ts';
const READY_MS = 60_000;
const STOP_MS = 20_000;
const KEPT_OUTPUT = 8_000;

export function startPart(script: string, settings: Record<string, string>, url: string): Part {
  const node = `${ROOT}node_modules/.bin/node`;
  const flags = script === ALL_IN_ONE ? NODE_FLAGS : [];
  const child = spawn(node, [...QUIET, ...flags, script], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      APOLLO_TELEMETRY_DISABLED: 'true',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const gone = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
      if (process.env['PLAZA_SHOW_LOGS'] === '1') process.stderr.write(chunk);
    });
  }

  async function untilReady(): Promise<void> {
    const deadline = Date.now() + READY_MS;
    while (Date.now() < deadline) {
      if (child.exitCode !== null || child.signalCode !== null) break;
      const response = await fetch(`${url}/ready`).catch(() => undefined);
      if (response?.ok === true) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${script} did not get ready:\n${output}`);
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await gone;
    clearTimeout(impatience);
  }

  return {
    ready: untilReady(),
    kill: () => end('SIGKILL'),
    again: () => startPart(script, settings, url),
    printed: () => output && `${script}:\n${output}`,
    stop: () => end('SIGTERM'),
  };
}
