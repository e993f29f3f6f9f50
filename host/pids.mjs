// Plain JavaScript: `npm run reset` needs it on a machine where nothing is installed.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 20;

/** A process that has ended but was not yet collected by its parent (a zombie) counts as ended. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return stateOf(pid) !== 'Z';
}

/** The words a process was started with, or '' when there is no such process. */
export function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return ps(pid, 'command=');
  }
}

/** Tells a process from a later one with the same number: the moment it started, as the system writes it. */
export function startedAt(pid) {
  return procStat(pid)?.[19] ?? ps(pid, 'lstart=');
}

/** Sends `signal` and waits; false when the process still runs after `timeoutMs`. */
export async function stopPid(pid, signal, timeoutMs) {
  const deadline = Date.now() + timeoutMs;
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
  while (isRunning(pid)) {
    if (Date.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}

function stateOf(pid) {
  return procStat(pid)?.[0] ?? ps(pid, 'stat=').slice(0, 1);
}

// The fields after the name, which stands in brackets and may hold spaces: state first, start time 20th.
function procStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function ps(pid, column) {
  // Linux without this /proc entry: the process is gone, and asking `ps` costs a process.
  if (process.platform === 'linux') return '';
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
