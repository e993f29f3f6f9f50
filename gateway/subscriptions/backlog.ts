import type { GraphQLFormattedError } from 'graphql';
import type { SharedEvent } from './shared-event.ts';

/** What is done for a subscriber who reads slower than events come. */
export type OverflowPolicy = 'drop-oldest' | 'latest-wins';

/** Events that wait for one slow subscriber. The bytes are the group's: what waits costs a reference. */
const MAX_WAITING_EVENTS: Readonly<Record<OverflowPolicy, number>> = {
  'drop-oldest': 32,
  'latest-wins': 1,
};

/** Where a subscriber's events go. */
export interface Outlet {
  /** True while the peer reads slower than is written: what is written now waits in memory. */
  isCongested: () => boolean;
  write: (event: SharedEvent) => void;
  /** Calls once, when the peer has read what was written. */
  onceDrained: (listen: () => void) => void;
  /** Takes errors as the last word. */
  fail: (errors: readonly GraphQLFormattedError[]) => void;
}

/** Where nothing may be left out: the client knows where it is. */
const FELL_BEHIND: GraphQLFormattedError = {
  message: 'events come faster than they are read: subscribe again after the last one',
  extensions: { code: 'UNAVAILABLE' },
};

/** Hands events to an outlet in order, keeps a bounded number while it is congested, and marks what is lost, or ends where nothing may be. */
export class Backlog {
  readonly #outlet: Outlet;
  readonly #maxEvents: number;
  readonly #onDrop: () => void;
  #waiting: SharedEvent[] | undefined;
  #hasGap = false;

  constructor(outlet: Outlet, policy: OverflowPolicy, onDrop: () => void) {
    this.#outlet = outlet;
    this.#maxEvents = MAX_WAITING_EVENTS[policy];
    this.#onDrop = onDrop;
  }

  push(event: SharedEvent): void {
    if (this.#waiting === undefined) {
      if (!this.#outlet.isCongested()) return this.#write(event);
      this.#waiting = [];
      this.#outlet.onceDrained(() => this.#resume());
    }
    if (this.#waiting.length === this.#maxEvents) {
      if (event.mustArrive) return this.#outlet.fail([FELL_BEHIND]);
      this.#waiting.shift();
      this.#hasGap = true;
      this.#onDrop();
    }
    this.#waiting.push(event);
  }

  /** Writes all that waits, before the last word of a subscription. */
  flush(): void {
    for (const event of this.#waiting ?? []) this.#write(event);
    this.clear();
  }

  clear(): void {
    this.#waiting = undefined;
  }

  #resume(): void {
    while (this.#waiting !== undefined && !this.#outlet.isCongested()) {
      const event = this.#waiting.shift();
      if (this.#waiting.length === 0) this.#waiting = undefined;
      if (event !== undefined) this.#write(event);
    }
    if (this.#waiting !== undefined) this.#outlet.onceDrained(() => this.#resume());
  }

  #write(event: SharedEvent): void {
    this.#outlet.write(this.#hasGap ? event.afterGap : event);
    this.#hasGap = false;
  }
}
