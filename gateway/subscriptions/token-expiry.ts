import type { Viewer } from '../../platform/identity/viewer.ts';

/** The longest that a timer of Node waits. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** How long this viewer may go on listening; undefined for one whose credentials do not expire. */
export function expiresInMs(viewer: Viewer, nowMs: number): number | undefined {
  if (viewer.kind !== 'user') return undefined;
  return Math.min(MAX_TIMER_MS, Math.max(0, viewer.expiresAt * 1000 - nowMs));
}
