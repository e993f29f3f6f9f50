import type { Driver, DriveReport } from './drive.ts';
import type { Workload } from './operations.ts';
import type { StartedServer } from './started-server.ts';

export interface Measurement extends Pick<DriveReport, 'p50Ms' | 'p99Ms'> {
  server: string;
  requestsPerSecond: number;
  /** Bytes of an answer, on average. */
  answerBytes: number;
  /** Of the server's process; undefined where the system does not tell. */
  cpuMsPerRequest: number | undefined;
  /** At the end of the measurement. */
  memoryMb: number | undefined;
}

export interface Pace {
  warmUpMs: number;
  measureMs: number;
  /** Each server has its turn so often, and the middle one counts. */
  rounds: number;
}

/** Measures one server under one workload. Throws when an answer was wrong: a fast error is no result. */
export async function measure(
  driver: Driver,
  server: StartedServer,
  workload: Workload,
  { warmUpMs, measureMs }: Pace,
): Promise<Measurement> {
  const { url } = server;
  await driver.drive({ url, workload, durationMs: warmUpMs, isWarmUp: true });
  const cpuBefore = server.cpuMs();
  const report = await driver.drive({ url, workload, durationMs: measureMs, isWarmUp: false });
  const cpuAfter = server.cpuMs();
  if (report.failures > 0 || report.failure !== undefined) {
    throw new Error(`${server.name} failed at ${workload.name}: ${report.failure ?? 'no answer'}`);
  }
  if (report.requests === 0) throw new Error(`${server.name} answered nothing: ${workload.name}`);

  const { requests, answered, seconds, bytes, p50Ms, p99Ms } = report;
  return {
    server: server.name,
    requestsPerSecond: requests / seconds,
    p50Ms,
    p99Ms,
    answerBytes: bytes / answered,
    cpuMsPerRequest:
      cpuBefore === undefined || cpuAfter === undefined
        ? undefined
        : (cpuAfter - cpuBefore) / answered,
    memoryMb: server.memoryMb(),
  };
}

/** Measures several servers in turns, so that what else the machine does falls on all of them. */
export async function compare(
  driver: Driver,
  servers: readonly StartedServer[],
  workload: Workload,
  pace: Pace,
): Promise<Measurement[]> {
  const rounds: Measurement[][] = [];
  for (let round = 0; round < pace.rounds; round += 1) {
    const turn: Measurement[] = [];
    for (const server of servers) turn.push(await measure(driver, server, workload, pace));
    rounds.push(turn);
  }
  return servers.map((_, index) => middleOf(rounds.flatMap((turn) => turn[index] ?? [])));
}

/** Processor time has a middle of its own: the round of the middle rate may be one that others made expensive. */
function middleOf(turns: readonly Measurement[]): Measurement {
  const cpu = turns
    .flatMap(({ cpuMsPerRequest }) => cpuMsPerRequest ?? [])
    .toSorted((a, b) => a - b);
  return { ...median(turns), cpuMsPerRequest: cpu[Math.floor(cpu.length / 2)] };
}

function median(measurements: readonly Measurement[]): Measurement {
  const sorted = measurements.toSorted((a, b) => a.requestsPerSecond - b.requestsPerSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('expected at least one round');
  return middle;
}
