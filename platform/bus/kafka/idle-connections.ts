import { createRequire } from 'node:module';

/** What is used of kafkajs's queue of requests; a connection has one each. */
export interface RequestQueue {
  /** Requests that wait, as too many are under way or the broker asked for patience. */
  pending: readonly unknown[];
  scheduleCheckPendingRequests: () => void;
}

const require = createRequire(import.meta.url);
const { prototype } = require('kafkajs/src/network/requestQueue/index.js') as {
  prototype: RequestQueue;
};
const schedule = prototype.scheduleCheckPendingRequests;

function scheduleWhereSomethingWaits(this: RequestQueue): void {
  if (this.pending.length > 0) schedule.call(this);
}

/**
 * Lets a connection on which nothing waits rest. kafkajs 2.2.4 looks at its queue again after a time that is negative
 * unless the broker throttles, which is a timer every millisecond of every connection for as long as the process lives,
 * and a TimeoutNegativeWarning from Node. Whatever comes to wait is scheduled as it comes.
 */
export function restIdleConnections(): void {
  prototype.scheduleCheckPendingRequests = scheduleWhereSomethingWaits;
}
