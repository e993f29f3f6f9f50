import type { GraphQLFormattedError } from 'graphql';
import { Backlog, type Outlet, type OverflowPolicy } from './backlog.ts';
import type { SharedEvent } from './shared-event.ts';
import type { StartingMember } from './start-operation.ts';

/** Bytes that wait for a client to read them; from here on its events wait as references to their group's. */
export const CONGESTED_BYTES = 64_000;

export interface LiveOperationOptions {
  policy: OverflowPolicy;
  onDrop: () => void;
}

/** One operation under way for one client, whatever its events travel in. */
export abstract class LiveOperation implements StartingMember, Outlet {
  readonly #backlog: Backlog;
  #stop: (() => void) | undefined;
  #isOver = false;

  constructor({ policy, onDrop }: LiveOperationOptions) {
    this.#backlog = new Backlog(this, policy, onDrop);
  }

  abstract isCongested(): boolean;
  abstract write(event: SharedEvent): void;
  abstract onceDrained(listen: () => void): void;
  abstract fail(errors: readonly GraphQLFormattedError[]): void;
  abstract complete(): void;

  isOver(): boolean {
    return this.#isOver;
  }

  /** Stops it at once when it is over already. */
  started(stop: () => void): void {
    if (this.#isOver) stop();
    else this.#stop = stop;
  }

  next(event: SharedEvent): void {
    if (!this.#isOver) this.#backlog.push(event);
  }

  /** The client wants no more of it, or is gone: it is told nothing. */
  cancel(): void {
    this.#isOver = true;
    this.#backlog.clear();
    this.#stop?.();
  }

  /** The last word, once, after what waits. */
  protected end(tell: () => void): void {
    if (this.#isOver) return;
    this.#backlog.flush();
    this.cancel();
    tell();
  }
}
