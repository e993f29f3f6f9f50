import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import type { Log } from '#platform/telemetry/log.ts';

/** The names under which this process is a member of groups, for the process that takes its place when it is killed. */
export interface MembersFile {
  /** The name of the process before, if it is gone: to one consumer of the group. */
  take: (group: string) => string | undefined;
  /** A file that cannot be written is logged, and costs whoever comes next the time until a session is over. */
  keep: (group: string, memberId: string) => void;
  forget: (group: string, memberId: string) => void;
}

/** What tells a process from another one: machines, and containers, count processes anew. */
export interface Life {
  host: string;
  pid: number;
  /** Of this process and of no other: the first of a container has the same number each time. */
  token: string;
}

export interface MembersFileOptions {
  path: string;
  log: Log;
  life?: Life;
}

const OURS: Life = { host: hostname(), pid: process.pid, token: randomUUID() };

const written = z.object({
  host: z.string(),
  pid: z.int(),
  token: z.string(),
  members: z.record(z.string(), z.string()),
});
type Written = z.infer<typeof written>;

/** Everything of one process, and of no other: two that share a name would take partitions from each other. */
export function openMembersFile({ path, log, life = OURS }: MembersFileOptions): MembersFile {
  const before = read(path);
  const names = new Map(
    before !== undefined && isOver(before, life) ? Object.entries(before.members) : [],
  );
  const left = new Set(names.keys());
  let isWritten = false;

  /** With the names that nobody has taken yet: this process may be killed before its groups are complete. */
  function write(): void {
    // What is half written when the process is killed is another file.
    const fresh = `${path}.new`;
    try {
      writeFileSync(fresh, JSON.stringify({ ...life, members: Object.fromEntries(names) }));
      renameSync(fresh, path);
      isWritten = true;
    } catch (error) {
      isWritten = false;
      log.warn({ path, err: error }, 'the names of consumers cannot be kept');
    }
  }

  return {
    take: (group) => (left.delete(group) ? names.get(group) : undefined),
    keep(group, memberId) {
      left.delete(group);
      if (isWritten && names.get(group) === memberId) return;
      names.set(group, memberId);
      write();
    },
    forget(group, memberId) {
      if (names.get(group) !== memberId) return;
      names.delete(group);
      // Whoever is there already while this process ends has written the file anew.
      if (read(path)?.token === life.token) write();
    },
  };
}

/** Undefined where there is none, or one that is not ours. */
function read(path: string): Written | undefined {
  try {
    return written.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Whether the process that wrote it is gone, for sure: only its own machine knows. */
function isOver({ host, pid, token }: Written, life: Life): boolean {
  if (host !== life.host || token === life.token) return false;
  return pid === life.pid || !isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // One of another user is there, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
