import type { ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import { CONGESTED_BYTES, LiveOperation, type LiveOperationOptions } from './live-operation.ts';
import { SharedEvent } from './shared-event.ts';

const COMPLETE = 'event: complete\ndata: \n\n';

/** One operation as an event stream of its own. */
export class StreamOperation extends LiveOperation {
  readonly #response: ServerResponse;

  constructor(response: ServerResponse, options: LiveOperationOptions) {
    super(options);
    this.#response = response;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      // Proxies of the nginx family would collect events until a buffer is full.
      'x-accel-buffering': 'no',
    });
    response.write(':\n\n');
  }

  /** Errors are the last event: this protocol has no message for them. */
  fail(errors: readonly GraphQLFormattedError[]): void {
    this.end(() => {
      this.write(new SharedEvent({ errors }));
      this.#response.end(COMPLETE);
    });
  }

  complete(): void {
    this.end(() => this.#response.end(COMPLETE));
  }

  /** A connection that ends without `complete` is one that the client opens again. */
  cut(): void {
    this.cancel();
    this.#response.end();
  }

  /** A comment, which clients ignore. After the last word there is none, however slowly that is read. */
  keepAlive(): void {
    if (!this.isOver() && !this.isCongested()) this.#response.write(':\n\n');
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
