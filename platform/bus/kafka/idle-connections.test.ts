import { createRequire } from 'node:module';
import { restIdleConnections, type RequestQueue } from './idle-connections.ts';

interface Timed extends RequestQueue {
  destroy: () => void;
  throttleCheckTimeoutId: unknown;
}

const require = createRequire(import.meta.url);
const { prototype } = require('kafkajs/src/network/requestQueue/index.js') as { prototype: Timed };

/** Whether it sets a timer, which is taken away again. */
function looksAgain(pending: readonly unknown[]): boolean {
  const queue = Object.create(prototype) as Timed;
  Object.assign(queue, { pending, throttledUntil: -1, throttleCheckTimeoutId: null });
  queue.scheduleCheckPendingRequests();
  const isScheduled = queue.throttleCheckTimeoutId !== null;
  queue.destroy();
  return isScheduled;
}

test('a connection looks at its queue again while a request waits there, and rests otherwise', () => {
  // As the package comes, it never rests: once it does, there is nothing left to mend.
  expect(looksAgain([])).toBe(true);

  restIdleConnections();
  restIdleConnections();

  expect(looksAgain([])).toBe(false);
  expect(looksAgain([{}])).toBe(true);
});
