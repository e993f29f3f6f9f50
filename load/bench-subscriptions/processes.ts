import { fork, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const START_MS = 30_000;
const CLOCK_TICKS_PER_S = 100;

/** A script of this folder as a process, which is spoken to in messages. */
export interface Helper {
  send: (message: object | string) => void;
  /** The next message of this kind. */
  next: <Message extends { kind: string }>(kind: Message['kind']) => Promise<Message>;
  /** Of all its threads, in milliseconds. */
  cpuMs: () => number;
  stop: () => Promise<void>;
}

export function startHelper(script: string): Helper {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), {
    serialization: 'advanced',
  });
  return {
    send: (message) => void child.send(message),
    next: (kind) =>
      new Promise((resolve, reject) => {
        const ended = () => reject(new Error(`${script} has ended`));
        child.once('exit', ended);
        const listen = (message: unknown) => {
          if ((message as { kind: string }).kind !== kind) return;
          child.off('message', listen);
          child.off('exit', ended);
          resolve(message as never);
        };
        child.on('message', listen);
      }),
    cpuMs: () => cpuMsOf(child.pid),
    stop: () => stopped(child),
  };
}

export interface GatewayProcess {
  /** ws://… */
  url: string;
  rssBytes: () => number;
  /** Of all its threads, in milliseconds. */
  cpuMs: () => number;
  stop: () => Promise<void>;
}

/** The gateway as `npm run gateway` starts it, on a free port. */
export async function startGateway(
  supergraphFile: string,
  env: Readonly<Record<string, string>>,
): Promise<GatewayProcess> {
  const args = [
    '--max-semi-space-size=16',
    '--heap-growing-percent=100',
    'gateway/main.ts',
    '--supergraph',
    supergraphFile,
    '--port',
    '0',
  ];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await portOf(child);
  const { pid } = child;
  return {
    url: `ws://127.0.0.1:${port}/graphql`,
    rssBytes: () => Number(/VmRSS:\s+(\d+)/.exec(procFile(pid, 'status'))?.[1]) * 1024,
    cpuMs: () => cpuMsOf(pid),
    stop: () => stopped(child),
  };
}

async function portOf(child: ChildProcess): Promise<number> {
  const { stdout } = child;
  if (stdout === null) throw new Error('the gateway has no output');
  const impatience = setTimeout(() => child.kill(), START_MS);
  for await (const line of createInterface({ input: stdout })) {
    const [, port] = /"port":(\d+)/.exec(line) ?? [];
    if (port === undefined) {
      console.error(line);
      continue;
    }
    clearTimeout(impatience);
    stdout.resume();
    return Number(port);
  }
  throw new Error('the gateway did not start');
}

function cpuMsOf(pid: number | undefined): number {
  // After the name, which is in brackets: utime and stime are the 12th and 13th fields (proc(5)).
  const fields = procFile(pid, 'stat').split(') ')[1]?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / CLOCK_TICKS_PER_S;
}

function procFile(pid: number | undefined, name: string): string {
  return readFileSync(`/proc/${pid}/${name}`, 'utf8');
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
