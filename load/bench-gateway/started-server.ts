import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';

export interface ServerCommand {
  name: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Where it answers when it is ready. */
  url: string;
}

/** A server of the benchmark in a process of its own. */
export interface StartedServer extends AsyncDisposable {
  name: string;
  url: string;
  /** Milliseconds of processor time since the start; undefined where the system does not tell. */
  cpuMs: () => number | undefined;
  /** Memory that it holds now, in MB; undefined where the system does not tell. */
  memoryMb: () => number | undefined;
}

const READY_MS = 30_000;
const STOP_MS = 5_000;
const KEPT_OUTPUT = 4_000;

export async function startServer({ name, args, env, url }: ServerCommand): Promise<StartedServer> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  const killNow = () => child.kill('SIGKILL');
  process.once('exit', killNow);
  child.once('exit', () => process.off('exit', killNow));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
    });
  }
  const isGone = () => child.exitCode !== null || child.signalCode !== null;

  await untilReady();
  const pid = child.pid ?? 0;
  return {
    name,
    url,
    cpuMs: () => readCpuMs(pid),
    memoryMb: () => readMemoryMb(pid),
    [Symbol.asyncDispose]: stop,
  };

  async function untilReady(): Promise<void> {
    const deadline = Date.now() + READY_MS;
    while (Date.now() < deadline && !isGone()) {
      const response = await ask(url, JSON.stringify({ query: '{ __typename }' })).catch(
        () => null,
      );
      if (response?.ok === true) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await stop();
    throw new Error(`${name} did not start:\n${output}`);
  }

  async function stop(): Promise<void> {
    if (isGone()) return;
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await gone;
    clearTimeout(impatience);
  }
}

export function ask(url: string, body: string): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

export async function findFreePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(async (server) => {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    }),
  );
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** Linux counts processor time in hundredths of a second (`proc_pid_stat(5)`, fields 14 and 15). */
const TICK_MS = 10;
const USER_TIME = 11;

function readCpuMs(pid: number): number | undefined {
  const stat = readProc(`/proc/${pid}/stat`);
  // The name of the program is in parentheses and may have spaces.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields === undefined) return undefined;
  return (Number(fields[USER_TIME]) + Number(fields[USER_TIME + 1])) * TICK_MS;
}

function readMemoryMb(pid: number): number | undefined {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readProc(`/proc/${pid}/status`) ?? '') ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

function readProc(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
