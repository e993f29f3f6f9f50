import type { Socket } from 'node:net';
import type { GraphQLFormattedError } from 'graphql';
import { CONGESTED_BYTES, LiveOperation, type LiveOperationOptions } from './live-operation.ts';
import type { SharedEvent } from './shared-event.ts';
import { writeTextMessage } from './socket-frames.ts';

/** The socket of an operation, as far as it needs it. */
export interface OperationSocket {
  raw: Socket;
  isOpen: () => boolean;
  send: (message: object) => void;
  /** Calls once, when the client has read what was written. */
  onceDrained: (listen: () => void) => void;
  /** The operation is over: its id is free again. */
  forget: (id: string) => void;
}

/** One operation of a socket: its messages carry its id. */
export class SocketOperation extends LiveOperation {
  readonly #socket: OperationSocket;
  readonly #id: string;
  /** The beginning of each `next` message. */
  readonly #head: Buffer;

  constructor(socket: OperationSocket, id: string, options: LiveOperationOptions) {
    super(options);
    this.#socket = socket;
    this.#id = id;
    this.#head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
  }

  fail(errors: readonly GraphQLFormattedError[]): void {
    this.end(() => this.#socket.send({ id: this.#id, type: 'error', payload: errors }));
  }

  complete(): void {
    this.end(() => this.#socket.send({ id: this.#id, type: 'complete' }));
  }

  override cancel(): void {
    super.cancel();
    this.#socket.forget(this.#id);
  }

  isCongested(): boolean {
    return this.#socket.raw.writableLength > CONGESTED_BYTES;
  }

  write(event: SharedEvent): void {
    if (this.#socket.isOpen()) writeTextMessage(this.#socket.raw, this.#head, event.socketTail);
  }

  onceDrained(listen: () => void): void {
    this.#socket.onceDrained(listen);
  }
}
