import { readdirSync, readFileSync } from 'node:fs';
import type { LocalShop } from './local-shop.ts';

/** Of /proc: USER_HZ, which Linux fixes at 100 on every architecture that Node runs on. */
const TICK_MS = 10;

/** Milliseconds of CPU that each part of a running Plaza has used so far. */
export type CpuUse = Record<'plaza' | 'postgres' | 'redis' | 'driver', number>;

/** Reads the CPU time of the processes of an all-in-one start. */
export function readCpuUse({ pids }: LocalShop): CpuUse {
  const driver = process.cpuUsage();
  return {
    plaza: sumOf(pids.plaza, pids.redis, pids.postgres),
    postgres: sumOf(pids.postgres),
    redis: sumOf(pids.redis),
    driver: (driver.user + driver.system) / 1000,
  };
}

export function cpuBetween(before: CpuUse, after: CpuUse): CpuUse {
  return {
    plaza: after.plaza - before.plaza,
    postgres: after.postgres - before.postgres,
    redis: after.redis - before.redis,
    driver: after.driver - before.driver,
  };
}

/** A process with its children, but not those of `without`: those that have ended are counted by their parent. */
function sumOf(pid: number, ...without: readonly number[]): number {
  const all = readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? (readStat(name) ?? []) : [],
  );
  const wanted = new Set([pid]);
  let size = 0;
  while (size !== wanted.size) {
    size = wanted.size;
    for (const each of all) {
      if (wanted.has(each.parent) && !without.includes(each.pid)) wanted.add(each.pid);
    }
  }
  return all.filter((each) => wanted.has(each.pid)).reduce((sum, { ms }) => sum + ms, 0);
}

/** See proc(5): after the name in parentheses, field 4 is the parent, 14 to 17 are times in ticks. */
function readStat(pid: string): { pid: number; parent: number; ms: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
    return { pid: Number(pid), parent, ms: ticks * TICK_MS };
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
