import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Log } from '#platform/telemetry/log.ts';

/** The names under which this process is a member of groups, for the process that takes its place when it is killed. */
export interface MembersFile {
  /** The name of the process before, if it is gone: to one consumer of the group. */
  take: (group: string) => string | undefined;
  /** A file that cannot be written is logged, and costs whoever comes next the time until a session is over. */
  keep: (group: string, memberId: string) => void;
  forget: (group: string) => void;
}

export interface MembersFileOptions {
  path: string;
  log: Log;
  pid?: number;
}

/** Everything of one process, and of no other: two that share a name would take partitions from each other. */
export function openMembersFile({ path, log, pid = process.pid }: MembersFileOptions): MembersFile {
  const left = readLeft(path, pid);
  const members = new Map<string, string>();

  function write(): void {
    // What is half written when the process is killed is another file.
    const fresh = `${path}.${pid}`;
    try {
      writeFileSync(fresh, JSON.stringify({ pid, members: Object.fromEntries(members) }));
      renameSync(fresh, path);
    } catch (error) {
      log.warn({ path, err: error }, 'the names of consumers cannot be kept');
    }
  }

  return {
    take(group) {
      const memberId = left.get(group);
      left.delete(group);
      return memberId;
    },
    keep(group, memberId) {
      if (members.get(group) === memberId) return;
      members.set(group, memberId);
      write();
    },
    forget(group) {
      if (members.delete(group)) write();
    },
  };
}

const written = z.object({ pid: z.int(), members: z.record(z.string(), z.string()) });

/** None where a process that still runs has the file, or it is not one of ours. */
function readLeft(path: string, pid: number): Map<string, string> {
  try {
    const before = written.parse(JSON.parse(readFileSync(path, 'utf8')));
    if (before.pid !== pid && isRunning(before.pid)) return new Map();
    return new Map(Object.entries(before.members));
  } catch {
    return new Map();
  }
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
