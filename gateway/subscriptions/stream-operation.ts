import type { ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import { Backlog, type Outlet, type OverflowPolicy } from './backlog.ts';
import { SharedEvent } from './shared-event.ts';
import type { StartingMember } from './start-operation.ts';

/** Bytes that wait for a client to read them; from here on its events wait as references to their group's. */
const CONGESTED_BYTES = 64_000;
const COMPLETE = 'event: complete\ndata: \n\n';

/** One operation as an event stream of its own. */
export class StreamOperation implements StartingMember, Outlet {
  readonly #response: ServerResponse;
  readonly #backlog: Backlog;
  #stop: (() => void) | undefined;
  #isOver = false;

  constructor(
    response: ServerResponse,
    { policy, onDrop }: { policy: OverflowPolicy; onDrop: () => void },
  ) {
    this.#response = response;
    this.#backlog = new Backlog(this, policy, onDrop);
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      // Proxies of the nginx family would collect events until a buffer is full.
      'x-accel-buffering': 'no',
    });
    response.write(':\n\n');
  }

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

  /** Errors are the last event: this protocol has no message for them. */
  fail(errors: readonly GraphQLFormattedError[]): void {
    if (this.#isOver) return;
    this.#backlog.flush();
    this.write(new SharedEvent({ errors }));
    this.complete();
  }

  complete(): void {
    if (this.#isOver) return;
    this.#backlog.flush();
    this.cancel();
    this.#response.end(COMPLETE);
  }

  /** The client is gone. */
  cancel(): void {
    this.#isOver = true;
    this.#backlog.clear();
    this.#stop?.();
  }

  /** A connection that ends without `complete` is one that the client opens again. */
  cut(): void {
    this.cancel();
    this.#response.end();
  }

  /** A comment, which clients ignore. */
  keepAlive(): void {
    if (!this.isCongested()) this.#response.write(':\n\n');
  }

  isCongested(): boolean {
    return this.#response.writableLength > CONGESTED_BYTES;
  }

  write(event: SharedEvent): void {
    this.#response.write(event.streamChunk);
  }

  onceDrained(listen: () => void): void {
    this.#response.once('drain', listen);
  }
}
